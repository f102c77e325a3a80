"""The report as a page for a browser: one file, readable without a script and without a network."""

from factcheck.report.web.claims import render

__all__ = ["render"]
