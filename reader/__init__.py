"""Briefing Reader: an offline reader for a briefing in Persian and English."""
