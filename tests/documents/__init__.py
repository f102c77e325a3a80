"""Documents that are no plain text: what is read of them, where it stands, and what is refused."""
