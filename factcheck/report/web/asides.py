"""What is said beside a verdict: why it does not count, and what is wrong with a text."""

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Suppression
from factcheck.report.web.page import element, escaped
from factcheck.report.web.speech import Speech


def set_aside(found: Suppression, speech: Speech) -> str:
    """Say in a word why a finding does not count."""
    return str(speech["aside"]["baseline" if found.by == "baseline" else "ignored"])


def why_aside(found: Suppression, speech: Speech) -> str:
    """Return as HTML why a finding does not count, and until when."""
    until = speech["until"].format(date=found.until) if found.until else ""
    reason = f": {speech.human(found.reason)}" if found.reason else ""
    return escaped(f"{set_aside(found, speech)} ({found.code}){until}") + reason


def fault(diagnostic: Diagnostic, speech: Speech, told: str = "") -> str:
    """Return what is wrong with a text, where, and the cure; the message is left out where it was told."""
    message = "" if diagnostic.message == told else speech.message(diagnostic.message, diagnostic.code)
    start = max(0, diagnostic.place.column - diagnostic.excerpt_column)
    text, end = diagnostic.excerpt, start + diagnostic.width
    shown = escaped(text[:start]) + element("mark", escaped(text[start:end])) + escaped(text[end:])
    parts = [message, element("code", shown) if text else ""]
    parts += [speech.human(note) for note in (*diagnostic.notes, diagnostic.help or "") if note]
    return "<br>".join(part for part in parts if part)
