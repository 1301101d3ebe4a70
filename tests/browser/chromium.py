"""Find a browser of the Chromium family on this machine and start it quietly."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
         "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
    "{PROGRAMFILES}/Microsoft/Edge/Application/msedge.exe",
)
MISSING = ("No Chromium, Chrome or Edge was found, so nothing was tried in a browser. Install one "
           "of them, or set NNLIB_BROWSER to the path of its program.")
FLAGS = (
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--no-default-browser-check",
    # What needs another host must fail here as it fails in a classroom without a network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_browser():
    """Return the path of the browser to use, or None; NNLIB_BROWSER comes first."""
    wanted = os.environ.get("NNLIB_BROWSER")
    if wanted:
        return wanted
    on_path = [found for found in map(shutil.which, NAMES) if found]
    installed = [place for place in map(_fill_in, PLACES) if place and Path(place).is_file()]
    return next(iter(on_path + installed), None)


def launch(playwright, path, **options):
    """Start the browser at `path` without a window."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, "--no-sandbox"] if is_root else [*FLAGS]  # Chromium's sandbox refuses root.
    return playwright.chromium.launch(executable_path=path, headless=True, args=flags, **options)


def _fill_in(place):
    try:
        return place.format_map(os.environ)
    except KeyError:  # A folder that only Windows has.
        return None
