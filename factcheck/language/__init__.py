"""The claim language: text to tree, with a place for each part."""
