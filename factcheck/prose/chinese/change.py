"""The direction of change in Chinese: 增长到, 下降了, 同比增长约, 由512公斤降到, 比上年多, 5%的增长."""

import re

from factcheck.prose.chinese.words import chinese_words
from factcheck.prose.mention import Change, Manner

WINDOW = 24
_PARTICLE = re.compile(
    r"(?:了|到|至|为|成|出|达|约|近|逾|超过|超|过|至少|不到|将近|大约|也|高达"
    r"|幅度|率|速度|速|幅|\s|,|:){0,4}$"
)
_TO = re.compile(r"[到至为成]")
_AFTER = re.compile(r"(?:以上|左右|多|的){0,2}(?:同比|环比|年均|年|净)?(?P<word>[\u4e00-\u9fff]{1,4})")


def change_before(window: str) -> tuple[Change | None, Manner]:
    """Return the change whose verb ends the window, and whether it is to the value or by it."""
    words = chinese_words()
    m = _PARTICLE.search(window)
    particles = m[0] if m else ""
    stem = window[: len(window) - len(particles)]
    manner: Manner = "to" if _TO.search(particles) else "by"
    for word, way in words.changes:
        if stem.endswith(word) or window.endswith(word):
            to = word[-1] in "至到" or (manner == "to" and not window.endswith(word))
            return _way(way), "to" if to else "by"
    for word, way in words.comparatives:
        if stem.endswith(word) and ("了" in particles or "出" in particles or _compares(stem)):
            return _way(way), "by"
    if stem[-1:] in words.verbs_of_one and stem[-2:-1] in {"多", "少"} and _compares(stem):
        return "up" if stem[-2] == "多" else "down", "by"  # 多跑34公里
    return None, ""


def _way(way: str) -> Change:
    return "up" if way == "up" else "down"


def _compares(stem: str) -> bool:
    """Whether something is compared: 比上年多, 较去年低."""
    clause = re.split(r"[,;。!?:]", stem)[-1]
    return any(word in clause[-WINDOW:] for word in chinese_words().than)


def change_behind(text: str, end: int) -> Change | None:
    """Return the change whose noun stands behind: 5%的增长, 三成的降幅."""
    if not text.startswith("的", end):
        return None
    m = _AFTER.match(text, end)
    if m is None:
        return None
    way = next((way for word, way in chinese_words().changes if len(word) > 1 and m["word"].startswith(word)), None)
    return _way(way) if way else None
