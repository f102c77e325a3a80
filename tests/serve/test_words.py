"""The words of the page: what its files ask for is in the tables, and nothing else is."""

import re

from factcheck.quantity.phrases import page_words
from factcheck.serve.app import WEB

WORD = r'"([\w-]+)"'
ASKED = re.compile(rf"word\(\s*{WORD}|data-(?:word|label|placeholder)={WORD}|Refusal\({WORD}|\?\? {WORD},|word: {WORD}")
LISTED = re.compile(rf"\[\"(?:query|borderline|ignored|verified)\", {WORD}\]|list\({WORD}\)|\? {WORD} : {WORD}\)")
OWN = {"name"}
"""What the language is called."""


def test_each_word_that_is_asked_for_is_there_and_each_that_is_there_is_asked_for() -> None:
    files = "".join(path.read_text(encoding="utf-8") for path in WEB.iterdir())
    server = "".join(path.read_text(encoding="utf-8") for path in WEB.parent.glob("*.py"))
    refused = re.findall(r'Refused\(\d+, "([\w-]+)"\)|"word": "([\w-]+)"', server)
    asked = {name for found in (*ASKED.findall(files), *LISTED.findall(files), *refused) for name in found if name}
    for language in ("en", "zh"):
        assert set(page_words(language)["desk"]) - OWN == asked
