"""The quantities of a text as relations see them: what each measures, what it may be compared with, its role."""
