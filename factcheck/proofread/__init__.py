"""Proofreading: the numbers of a draft judged by the engine, its coverage, its claims, its ignores."""
