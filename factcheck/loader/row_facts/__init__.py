"""Facts by the thousand: what a pack takes from the rows of its data files."""
