"""Scripts that build the packs ``world`` and ``science`` from data that stay outside the project."""
