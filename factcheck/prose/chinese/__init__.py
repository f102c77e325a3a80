"""What is particular to Chinese prose: no blanks between words, classifiers, dates, names and idioms with numerals."""
