"""Derives what is stated again, judges it, and says why."""
