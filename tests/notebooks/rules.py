"""What every stored notebook keeps to, one function for each rule.

A rule takes a notebook (and the path of its file, for links) and yields a sentence for each
place that breaks it.
"""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

LONGEST_CELL = 15              # lines of code
LARGEST_OUTPUT = 300_000       # characters
LARGEST_NOTEBOOK = 1_000_000   # characters
TAGS = {"exercise", "solution", "hide-input", "raises-exception", "nbval-ignore-output"}

HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$", re.MULTILINE)
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"`[^`\n]*`")
MARKDOWN_PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)")
HTML_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
ALT = re.compile(r"""\balt\s*=\s*(["'])\s*[^"'\s]""", re.IGNORECASE)
SOURCE = re.compile(r"""\bsrc\s*=\s*["']([^"']+)""", re.IGNORECASE)
LINK = re.compile(r"""(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]+)|\bhref\s*=\s*["']([^"']+)""")
MAGIC = re.compile(r"^\s*(%|!|\?)|\?\s*$", re.MULTILINE)
ACTIVE = re.compile(r"<script|<iframe|javascript:|<[^>]*\son\w+\s*=|(src|href)\s*=\s*[\"']https?:"
                    r"|url\(\s*[\"']?https?:|@import", re.IGNORECASE)
MACHINE_PATH = re.compile(r"(^|[^\w.])/(home|Users|root|tmp|work|workspace|opt|var|usr)/\w"
                          r"|\b[A-Za-z]:\\\\?\w|site-packages|ipykernel_\d")


def has_one_title(notebook, path):
    titles = [index for index, cell in _markdown(notebook)
              for marks, _ in _headings(cell) if len(marks) == 1]
    if titles != [0]:
        yield f"One title (#), in cell 0, is expected; titles are in the cells {titles}."


def skips_no_heading_level(notebook, path):
    last = 0
    for index, cell in _markdown(notebook):
        for marks, words in _headings(cell):
            if len(marks) > last + 1:
                yield f"Cell {index}: the heading '{words}' skips a level."
            last = len(marks)


def has_short_cells(notebook, path):
    for index, cell in _code(notebook):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        if len(lines) > LONGEST_CELL:
            yield f"Cell {index}: {len(lines)} lines of code, at most {LONGEST_CELL} read well."


def has_no_magics(notebook, path):
    for index, cell in _code(notebook):
        if MAGIC.search(cell.source):
            yield f"Cell {index}: plain Python only, no %magic, !command or question?"


def names_its_kernel(notebook, path):
    if notebook.metadata.get("kernelspec", {}).get("name") != "python3":
        yield "The kernel's name must be python3."
    if "version" in notebook.metadata.get("language_info", {}):
        yield "The Python version of one machine is stored: run notebooks/store.py."


def has_cell_ids(notebook, path):
    ids = [cell.get("id") for cell in notebook.cells]
    if notebook.nbformat_minor < 5 or None in ids or len(set(ids)) < len(ids):
        yield "Every cell needs an id of its own (nbformat 4.5)."


def was_run_from_top_to_bottom(notebook, path):
    counts = [cell.execution_count for _, cell in _code(notebook) if cell.source.strip()]
    if counts != list(range(1, len(counts) + 1)):
        yield f"The cells ran in the order {counts}: run notebooks/store.py."


def shows_no_fault(notebook, path):
    for index, cell, output in _outputs(notebook):
        if output.output_type == "error" and "raises-exception" not in _tags(cell):
            yield f"Cell {index} ends in {output.ename}."
        if output.get("name") == "stderr":
            yield f"Cell {index} prints a warning: {output.text.strip()[:80]}"


def has_inert_outputs(notebook, path):
    for index, _, output in _outputs(notebook):
        if "application/javascript" in output.get("data", {}) or ACTIVE.search(_text(output)):
            yield f"Cell {index}: an output runs a script or loads from another place."


def has_no_live_views(notebook, path):
    if "widgets" in notebook.metadata:
        yield "The state of widgets is stored: run notebooks/store.py."
    for index, _, output in _outputs(notebook):
        if any(kind.startswith("application/vnd.jupyter.widget") for kind in output.get("data", {})):
            yield f"Cell {index}: the view of a widget is stored: run notebooks/store.py."


def is_small(notebook, path):
    for index, _, output in _outputs(notebook):
        size = len(json.dumps(output))
        if size > LARGEST_OUTPUT:
            yield f"Cell {index}: an output of {size} characters, at most {LARGEST_OUTPUT}."
    size = len(json.dumps(notebook))
    if size > LARGEST_NOTEBOOK:
        yield f"The notebook has {size} characters, at most {LARGEST_NOTEBOOK}."


def names_no_machine(notebook, path):
    for index, _, output in _outputs(notebook):
        found = MACHINE_PATH.search(_text(output))
        if found:
            yield f"Cell {index}: an output names a place on one machine: {found.group().strip()}"


def says_what_pictures_show(notebook, path):
    for index, cell in _markdown(notebook):
        text = _prose(cell)
        silent = [place for words, place in MARKDOWN_PICTURE.findall(text) if not words.strip()]
        silent += [tag for tag in HTML_PICTURE.findall(text) if not ALT.search(tag)]
        for picture in silent:
            yield f"Cell {index}: no words say what is in the picture {picture}"
    for index, _, output in _outputs(notebook):
        if "image/png" in output.get("data", {}) and not _is_sentence(output.data):
            yield f"Cell {index}: an output's picture has no text twin."


def has_living_links(notebook, path):
    anchors = {words.replace(" ", "-") for _, cell in _markdown(notebook)
               for _, words in _headings(cell)}
    for index, cell in _markdown(notebook):
        for target in _targets(_prose(cell)):
            if not _is_alive(target, path, anchors):
                yield f"Cell {index}: the link {target} leads nowhere from here."


def loads_no_picture_from_elsewhere(notebook, path):
    for index, cell in _markdown(notebook):
        for place in _pictures(_prose(cell)):
            if urlsplit(place).scheme:
                yield f"Cell {index}: the picture {place} must be a file of this project."


def uses_known_tags(notebook, path):
    for index, cell in enumerate(notebook.cells):
        unknown = _tags(cell) - TAGS
        if unknown:
            yield f"Cell {index}: unknown tags {sorted(unknown)}."
        hidden = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        if hidden != ("hide-input" in _tags(cell)):
            yield f"Cell {index}: set the tag hide-input and jupyter.source_hidden together."


RULES = (
    has_one_title, skips_no_heading_level, has_short_cells, has_no_magics, names_its_kernel,
    has_cell_ids, was_run_from_top_to_bottom, shows_no_fault, has_inert_outputs, has_no_live_views,
    is_small, names_no_machine, says_what_pictures_show, has_living_links,
    loads_no_picture_from_elsewhere, uses_known_tags,
)


def _code(notebook):
    return [(i, cell) for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]


def _markdown(notebook):
    return [(i, cell) for i, cell in enumerate(notebook.cells) if cell.cell_type == "markdown"]


def _outputs(notebook):
    return [(i, cell, output) for i, cell in _code(notebook) for output in cell.outputs]


def _tags(cell):
    return set(cell.metadata.get("tags", ()))


def _prose(cell):
    """Return the text of a Markdown cell without the code in it."""
    return INLINE_CODE.sub("", FENCED.sub("", cell.source))


def _headings(cell):
    return HEADING.findall(FENCED.sub("", cell.source))


def _text(output):
    """Return everything of an output that is text, as one string."""
    texts = [text for kind, text in output.get("data", {}).items() if not kind.startswith("image/p")]
    return "\n".join(map(str, [*texts, output.get("text", ""), *output.get("traceback", ())]))


def _is_sentence(data):
    words = data.get("text/plain", "")
    return len(words.split()) >= 3 and not words.startswith("<")


def _targets(text):
    return [one or other for one, other in LINK.findall(text)] + _pictures(text)


def _pictures(text):
    in_html = [place for tag in HTML_PICTURE.findall(text) for place in SOURCE.findall(tag)]
    return [place for _, place in MARKDOWN_PICTURE.findall(text)] + in_html


def _is_alive(target, path, anchors):
    parts = urlsplit(target)
    if parts.scheme in ("http", "https"):
        return parts.hostname not in ("localhost", "127.0.0.1")
    if parts.scheme == "mailto":
        return True
    if parts.scheme or target.startswith("/"):
        return False
    if not parts.path:
        return unquote(parts.fragment) in anchors
    return (Path(path).parent / unquote(parts.path)).exists()
