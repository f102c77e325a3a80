"""What the numbers of a draft may be taken from: values of data files, found by names and value. No verdict."""
