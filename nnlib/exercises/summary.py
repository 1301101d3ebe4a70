"""A table of how far you have come, one line for each notebook."""

from html import escape

from nnlib.exercises import shelf
from nnlib.exercises.field import Field
from nnlib.exercises.reading import WrongKind

COLUMNS = {
    "exercise": ("exercises solved", "correct"),
    "question": ("questions right", "correct"),
    "prediction": ("predictions made", "recorded"),
}
NOT_KEPT = (
    "Here stands, once you run this yourself, how far you have come: exercises solved, questions"
    " right and predictions made, notebook by notebook."
)
CONFIRM = "This sets every notebook back to nothing solved. The old file is kept under another name."


class Summary:
    """Show the present progress whenever it is shown; in a form it has a button to begin anew.

    ``look`` returns the entries of all notebooks (None where nothing is kept) and what is wrong
    with their file; ``reset`` begins anew and returns a sentence.
    """

    heading = "Your progress"

    def __init__(self, look, reset):
        self._look = look
        self._reset = reset

    def __repr__(self):
        pages, trouble = self._look()
        if pages is None:
            return f"{self.heading}\n{NOT_KEPT}"
        lines = [f"{name}: {_in_words(counts)}" for name, *counts in rows(pages)]
        return "\n".join([self.heading, *lines, *filter(None, [trouble])])

    def _repr_html_(self):
        pages, trouble = self._look()
        if pages is None:
            return f"<p><strong>{self.heading}</strong></p><p>{NOT_KEPT}</p>"
        return f"<p><strong>{self.heading}</strong></p>{_table(pages)}<p>{escape(trouble)}</p>"

    def fields(self):
        """Return the table and its button, for a form."""
        pages, trouble = self._look()
        if pages is None:
            return [Field(name="reset", kind="table", text=NOT_KEPT)]
        return [
            Field(
                name="reset",
                kind="table",
                text=trouble,
                rows=(("notebook", *_headings()), *rows(pages)),
                button="Reset my progress",
                confirm=CONFIRM,
            )
        ]

    def take(self, name, value):
        """Begin anew, as the button asks; return a sentence. Raises WrongKind for anything else."""
        if (name, value) != ("reset", True):
            raise WrongKind("Only the reset button can be pressed here.")
        return self._reset()


def rows(pages):
    """Return for each notebook its title and, for each kind, "2 of 7"."""
    asked = {}
    for name, module in shelf.notebooks().items():
        entries = pages.get(name, {})
        for own_name, thing in shelf.contents(module).items():
            best = entries.get(own_name, {}).get("best")
            asked.setdefault(shelf.title(name, module), []).append((thing.kind, best))
    return tuple((title, *(_count(kind, things) for kind in COLUMNS)) for title, things in asked.items())


def _count(kind, things):
    """Count the things of this kind, and those that were done as well as can be."""
    goal = COLUMNS[kind][1]
    bests = [best for other, best in things if other == kind]
    return f"{bests.count(goal)} of {len(bests)}" if bests else "–"


def _in_words(counts):
    asked = zip(_headings(), counts, strict=True)
    return ", ".join(f"{heading} {count}" for heading, count in asked if count != "–")


def _headings():
    return [heading for heading, _ in COLUMNS.values()]


def _table(pages):
    head = "".join(f"<th>{text}</th>" for text in ("notebook", *_headings()))
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows(pages)
    )
    return f"<table><tr>{head}</tr>{body}</table>"
