"""The direction of change in Chinese: 增长到, 下降了, 同比增长约, 由512公斤降到, 比上年多, 5%的增长."""

import re

from factcheck.prose.chinese.words import chinese_words
from factcheck.prose.mention import Change, Manner

WINDOW = 24
_PARTICLE = re.compile(
    r"(?:了|到|至|为|成|出|达|约|近|逾|超过|超|过|至少|不到|将近|大约|也|高达"
    r"|幅度|率|速度|速|幅|\s|,|:){0,4}$"
)
_PARTICLE_ENDS = frozenset("了到至为成出达约近逾过少大也幅度率速,:")
_TO = re.compile(r"[到至为成]")
_AFTER = re.compile(r"(?:以上|左右|多|的){0,2}(?:同比|环比|年均|年|净)?(?P<word>[\u4e00-\u9fff]{1,4})")


def change_before(window: str) -> tuple[Change | None, Manner]:
    """Return the change whose verb ends the window, and whether it is to the value or by it."""
    words = chinese_words()
    m = _PARTICLE.search(window) if window[-1:].isspace() or window[-1:] in _PARTICLE_ENDS else None
    particles = m[0] if m else ""
    stem = window[: len(window) - len(particles)]
    manner: Manner = "to" if _TO.search(particles) else "by"
    word = words.changes.of(window) or words.changes.of(stem)
    if word is not None:
        to = word[-1] in "至到" or (manner == "to" and not window.endswith(word))
        return _way(words.changes.meanings[word]), "to" if to else "by"
    word = words.comparatives.of(stem)
    if word is not None and ("了" in particles or "出" in particles or _compares(stem[: -len(word)])):
        return _way(words.comparatives.meanings[word]), "by"
    if stem[-1:] in words.verbs_of_one and stem[-2:-1] in {"多", "少"} and _compares(stem[:-2]):
        return "up" if stem[-2] == "多" else "down", "by"  # 多跑34公里
    return None, ""


def _way(way: str) -> Change:
    return "up" if way == "up" else "down"


def _compares(before: str) -> bool:
    """Whether something is compared: 比上年多, 较去年低; or with the quantity that ends here, 比510公里多."""
    clause = re.split(r"[,;。!?:]", before)[-1]
    return not before or any(word in clause for word in chinese_words().than)


def change_behind(text: str, end: int) -> Change | None:
    """Return the change whose noun stands behind: 5%的增长, 三成的降幅."""
    if not text.startswith("的", end):
        return None
    m = _AFTER.match(text, end)
    if m is None:
        return None
    words = chinese_words().changes.meanings
    word = next((m["word"][:n] for n in (4, 3, 2) if m["word"][:n] in words), None)
    return _way(words[word]) if word else None
