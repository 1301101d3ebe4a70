"""A card is what an exercise shows you: a heading, some sentences, sometimes a few lines of code.

In a notebook it appears as a small block beside a line; everywhere else it is plain text. Both say
the same. Words that came from you are escaped, so they are shown and never run.
"""

import re
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, repr=False)
class Card:
    """Hold a heading, a text whose paragraphs are parted by blank lines, and lines of code."""

    heading: str
    text: str
    code: str = ""

    border = "solid"  # a CSS line style: the kinds of card differ by more than a colour could

    def __repr__(self):
        code = "\n".join("    " + line if line else "" for line in self.code.splitlines())
        return "\n\n".join(part for part in (f"{self.heading}\n{self.text}", code) if part)

    def _repr_html_(self):
        paragraphs = "".join(f"<p>{marked(part)}</p>" for part in self.text.split("\n\n"))
        code = f"<pre><code>{escape(self.code)}</code></pre>" if self.code else ""
        return (
            f'<div class="nnlib-card" style="border-left: 3px {self.border}; padding-left: 1em;'
            ' max-width: 45em; white-space: pre-line">'
            f"<p><strong>{escape(self.heading)}</strong></p>{paragraphs}{code}</div>"
        )


def marked(text):
    """Escape ``text`` for HTML; what stands between backticks becomes code."""
    return re.sub(r"`([^`\n]+)`", r"<code>\1</code>", escape(text))
