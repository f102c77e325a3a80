"""What the report says of a verdict."""
