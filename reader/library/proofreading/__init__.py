"""Proofreading of a briefing before it is published: names each fault by file and line."""
