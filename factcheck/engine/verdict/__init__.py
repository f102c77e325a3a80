"""The two sides of a statement brought together and judged."""
