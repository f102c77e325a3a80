"""Terms to numbers: intervals, roots, slopes, and back again."""
