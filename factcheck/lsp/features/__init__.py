"""What an editor may ask about a document: a module for each question, which gives lsprotocol's own types."""
