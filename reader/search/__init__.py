"""Finding a passage however its words were typed."""
