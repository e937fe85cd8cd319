"""Cuts the reader's own fonts down to what editions carry."""
