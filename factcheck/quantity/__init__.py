"""Written numbers, intervals and units."""
