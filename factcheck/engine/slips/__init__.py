"""Likely slips: what small edit would make a claim hold that does not."""
