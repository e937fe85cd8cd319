"""Makes the bundle: one folder that holds the program, what it needs, and the briefing."""
