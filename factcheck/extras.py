"""Extras: what only some users need is installed by those; how it is told that one is not."""


def install(extra: str) -> str:
    """Return the command that installs an extra; with double quotes, which every shell understands."""
    return f'`pip install "factcheck-engine[{extra}]"`'


def needed(what: str, extra: str) -> str:
    """Return the sentence that something needs an extra which is not installed."""
    return f"{what} needs the extra `{extra}`"


def told(what: str, extra: str) -> str:
    """Return that sentence with the cure, for those who have one line."""
    return f"{needed(what, extra)}: {install(extra)}"
