"""Equations of rules: read, solved, checked and tested."""
