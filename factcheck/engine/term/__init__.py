"""Statements with their names known: terms, dimensions, units, and how both are written."""
