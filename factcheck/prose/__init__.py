"""Reading prose: every quantity of a text with its unit, bound, hedge and place. Patterns per language are data."""
