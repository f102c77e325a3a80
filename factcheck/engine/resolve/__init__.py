"""Names to inputs: what a statement refers to, with dimensions checked."""
