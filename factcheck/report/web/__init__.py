"""Pages for a browser: one file each, no script, no network; readable on a phone, in print and by a screen reader."""
