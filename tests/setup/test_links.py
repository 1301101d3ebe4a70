"""Relative links of every page of text lead somewhere."""

import re
from urllib.parse import unquote

import pytest

from tests.setup.project import PROJECT

PAGES = sorted(path for path in PROJECT.rglob("*.md") if ".venv" not in path.parts)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def dead_links(page):
    """Return the relative links of a page whose file does not exist."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    return [link for link in found if not (page.parent / unquote(link)).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_links_lead_somewhere(page):
    assert dead_links(page) == []


def test_a_dead_link_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("[here](page.md) [there](nowhere.md#part) [web](https://example.org)", encoding="utf-8")
    assert dead_links(page) == ["nowhere.md"]
