"""What a reader may ask the program to remember, in one folder beside it."""
