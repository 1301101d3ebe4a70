"""What a benchmark prints: what it ran on, and one table."""

import os
import platform
from importlib.metadata import version


def heading(title, *packages):
    """Return a title and, below it, the machine and the versions that the numbers belong to."""
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    return (
        f"## {title}\n\nPython {platform.python_version()}, {versions}; {platform.system()} on "
        f"{platform.machine()}, {os.cpu_count()} processors, {_load()}.\n"
    )


def table(columns, rows):
    """Return a Markdown table; its first column is text, the others are numbers."""
    cells = [list(columns), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [_line(row, widths) for row in [cells[0], rule, *cells[1:]]]
    return "\n".join(lines) + "\n"


def _line(cells, widths):
    first, *others = (
        cell.rjust(width) if place else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "| " + " | ".join([first, *others]) + " |"


def _load():
    """Say how busy the machine is with other work; Windows does not know."""
    if not hasattr(os, "getloadavg"):
        return "load unknown"
    return f"load {os.getloadavg()[0]:.1f}"
