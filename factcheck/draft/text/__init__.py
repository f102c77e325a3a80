"""A text laid out: its sentences, its words as meanings, its clauses, its dates."""
