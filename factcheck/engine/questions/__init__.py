"""What people ask beside verdicts: what is known of a thing, how one value follows from another, cases of rules."""
