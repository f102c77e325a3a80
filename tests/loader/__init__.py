"""Files in, model and diagnostics out."""
