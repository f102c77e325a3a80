"""Frozen data that travels through the program."""
