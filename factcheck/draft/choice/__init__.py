"""One choice: which equation explains each number of a text, and which number is wrong or worth a look."""
