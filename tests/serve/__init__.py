"""The page to paste into."""
