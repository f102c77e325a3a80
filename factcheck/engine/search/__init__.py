"""Derivations found by dimensions, and questions about packs."""
