"""The options of each command, on the parser of that command; a run reads only the module of its own."""
