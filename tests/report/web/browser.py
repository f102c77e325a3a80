"""A headless Chromium that looks at a page: a script measures it inside a frame of a given size."""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here: apt-get install chromium")

FETCHED = Path(__file__).parents[3] / ".axe" / "axe.min.js"

FRAME = """<!doctype html><meta charset="utf-8"><title>frame</title>
<iframe id="frame" style="width:%dpx;height:%dpx;border:0"></iframe>
<script>
const frame = document.getElementById("frame");
frame.onload = async () => {
  const view = frame.contentWindow, page = frame.contentDocument;
  let found;
  try { found = await (async () => { %s })(); } catch (error) { found = String(error.stack); }
  const shown = document.createElement("pre");
  shown.id = "found";
  shown.textContent = JSON.stringify(found);
  document.body.append(shown);
};
frame.src = "page.html";
</script>"""
FOUND = re.compile(r'<pre id="found">(.*?)</pre>', re.DOTALL)


def look(page: str, script: str, folder: Path, *, width: int = 390, height: int = 800, dark: bool = False) -> Any:
    """Return what a script gives that sees the page as ``page`` and its window as ``view``."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "frame.html").write_text(FRAME % (width, height, script), encoding="utf-8")
    command = [
        str(CHROMIUM),
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        f"--user-data-dir={folder / 'profile'}",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        "--virtual-time-budget=60000",
        "--dump-dom",
        (folder / "frame.html").as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180)
    found = FOUND.search(done.stdout)
    assert found is not None, done.stdout[-500:] + done.stderr[-500:]
    return json.loads(html.unescape(found[1]))


def axe() -> Path | None:
    """Return axe-core's script: the one that AXE_CORE names, that ``.ci/axe`` fetched, or that node finds."""
    if named := os.environ.get("AXE_CORE"):
        return Path(named)
    if FETCHED.is_file():
        return FETCHED
    if NODE is None:
        return None
    done = subprocess.run(
        [NODE, "-p", "require.resolve('axe-core/axe.min.js')"], capture_output=True, text=True, check=False
    )
    return Path(done.stdout.strip()) if done.returncode == 0 else None
