"""Statements by the thousand: one compiled shape serves all that differ in their numbers only."""
