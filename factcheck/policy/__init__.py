"""Which findings count: levels by code and path, ignores, the baseline, what changed. No verdict depends on it."""
