"""Copies and editions that leave this computer."""
