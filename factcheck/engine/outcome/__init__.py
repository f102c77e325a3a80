"""All that is said of one claim: its verdict, why, what else would hold."""
