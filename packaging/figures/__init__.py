"""Draws the figures of the background from their data: one module for each figure, and what they share."""
