"""Whatever comes in: statements against an oracle of their own, texts, files, documents and messages of any kind.

``make fuzz`` runs it for some minutes; ``tests/test_oracle.py`` and ``tests/test_seeds.py`` a little of it each time.

    oracle.py      what a number means and when a statement holds, by docs/verdicts.md: nothing of factcheck is used
    grammar.py     statements of the claim language by its grammar, each with what the oracle makes of it
    statements.py  the engine held against the oracle
    dependent.py   statements whose inputs occur more than once, held against choices of these inputs
    makers/        inputs: texts, files of a project, documents, messages; made of pieces, and sound ones damaged
    readers/       what reads them, and what must hold of the outcome
    growth.py      time against length, for each reader and kind of input
    guided.py      a reader under atheris, which looks for inputs that reach new lines
    hunt.py        some of them, each in a program of its own
    campaign.py    runs inputs within a time or up to a number, counts, and keeps what failed
    run.py         all of them
"""
