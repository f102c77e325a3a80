"""What the report says of a verdict, and how values are shown."""
