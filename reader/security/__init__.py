"""What is genuine, and what may be written."""
