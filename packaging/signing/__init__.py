"""What signs and packs; it runs in the virtual environment, and no bundle holds it."""
