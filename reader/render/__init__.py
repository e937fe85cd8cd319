"""Documents to sanitised HTML."""
