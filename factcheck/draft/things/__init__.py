"""What packs know of the things that a text names: relations that look at a text together with its things."""
