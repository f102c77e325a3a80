"""Candidate equations: what the numbers near each other may have to do with each other, by their kinds alone."""
