"""Re-derives the numbers of a text from primary sources and says where they disagree."""

__version__ = "0.1.0"
