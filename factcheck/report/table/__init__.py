"""What was found in many texts, as a table: a row for each number that was judged, and for each text that was not."""
