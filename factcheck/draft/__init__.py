"""Checking a draft with no claim file: what its sentences say of its numbers becomes statements for the engine."""
