"""Derivations found by dimensions."""
