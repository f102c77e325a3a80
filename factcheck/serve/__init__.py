"""The page to paste into: a server for browsers of this machine alone, which asks the workspace and stores nothing."""
