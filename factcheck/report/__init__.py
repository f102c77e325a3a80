"""What a run found, written out: one module for each format."""
