"""Readers of documents that are no plain text: each gives the text that is checked, and where it stands in them."""
