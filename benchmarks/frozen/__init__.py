"""Programs that a measurement freezes, by the recipe of the bundle."""
