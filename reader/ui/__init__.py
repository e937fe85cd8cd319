"""The window: shows what the desk knows and reports what the reader did."""
