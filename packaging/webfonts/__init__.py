"""Cuts the reader's own fonts down to what the HTML edition carries."""
