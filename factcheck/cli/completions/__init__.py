"""Scripts that complete commands and options in shells, generated when factcheck is built."""
