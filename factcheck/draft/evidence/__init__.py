"""What speaks for a candidate equation: the words and borders between its numbers, and how little is left to chance."""
