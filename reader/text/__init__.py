"""Pure functions over strings: folding, words, direction, dates."""
