"""A front end for assistants: the questions of `factcheck` as tools of the Model Context Protocol."""
