"""Archives: texts by the million checked, findings as Parquet; stopped at any moment, it goes on where it was.

A part of the input (``loader.texts.parts``) falls into batches of a fixed number of texts. A batch is read here,
checked in a process of its own, and written as files that are whole or not there; the last says that it is done. So
neither the number of processes nor when a run was stopped can be seen in what it writes.
"""
