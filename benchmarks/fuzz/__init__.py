"""Whatever comes in: statements against an oracle of their own, texts and files of any kind, for as long as is given.

``make fuzz`` runs it for some minutes; ``tests/test_oracle.py`` and ``tests/test_seeds.py`` a little of it each time.

    oracle.py      what a number means and when a statement holds, by docs/verdicts.md: nothing of factcheck is used
    grammar.py     statements of the claim language by its grammar, each with what the oracle makes of it
    statements.py  the engine held against the oracle
    dependent.py   statements whose inputs occur more than once, held against choices of these inputs
    readers.py     texts, claim files, packs, data and documents, made of pieces and of damaged real ones
    growth.py      time against length, for each reader and kind of input
    guided.py      the readers under atheris, which looks for inputs that reach new lines
    campaign.py    runs one of them within a time, counts, and keeps what failed
    run.py         all of them
"""
