"""A Word document with a comment in its margin at each finding, and else as it was."""
