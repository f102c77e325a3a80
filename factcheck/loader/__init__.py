"""Files to the model: every error collected, none fatal to the rest."""
