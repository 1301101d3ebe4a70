"""A form in the notebook: a quiz, a prediction or your progress, with inputs and a button.

What is asked and what is said to your answer comes from the thing itself; the form only carries it
between the page and Python. The page never holds an answer that you have not given.
"""

from dataclasses import asdict

from nnlib.live.kernel import MainLoop, current_cells
from nnlib.live.page import Page, module

CLOSED = "This form was closed. Run its cell again to bring it back."


def ask(thing):
    """Show `thing` as a form: a quiz, one of its questions, a prediction, or a progress summary.

    It has a `heading`, `fields()` that lists what to fill in, and `take(name, value)` for what was
    handed in, which returns a sentence or raises ValueError with one.
    """
    return Form(thing)


class FormPage(Page):
    """The browser's side of a form."""

    _esm = module(["controls.js", "present.js", "form.js"])


class Form:
    """Carry the fields of `thing` to the page, and what is handed in there back to it."""

    def __init__(self, thing):
        self._thing = thing
        self._loop = MainLoop()
        self._page = FormPage(self._receive)
        self._shown = None  # what the page knows
        self.closed = False
        current_cells().attend(self)

    def __repr__(self):
        return repr(self._thing)

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Show the living form; where there is no kernel, the questions as text."""
        if self.closed:
            return {"text/plain": CLOSED}
        words = {"text/html": self._thing._repr_html_(), "text/plain": repr(self._thing)}
        return {**self._page.view(), **words}

    def cell_ended(self):
        """Show what a cell has changed, such as a prediction that was compared."""
        self.bring_up_to_date()

    def bring_up_to_date(self):
        """Send the fields again if they are no longer what the page shows."""
        if self._shown is not None and self._shown != self._fields():
            self._send()

    def close(self):
        """Tell the page that this is the end, and leave no comm behind."""
        if not self.closed:
            self.closed = True
            current_cells().forget(self)
            self._page.send({"type": "closed"})
            self._page.close()

    def _receive(self, message):
        """Take a message from the page, on whatever thread, and see to it on the main loop."""
        if isinstance(message, dict):
            self._loop.post(lambda: self._obey(message))

    def _obey(self, message):
        if self.closed:
            return
        if message.get("type") == "hello":
            self._send()
        elif message.get("type") == "answer":
            self._send(name=str(message.get("name")), **self._take(message))
            self._tell_others()

    def _tell_others(self):
        """Let other forms show what this answer has changed: the table of progress, for instance."""
        for form in current_cells().attending:
            if isinstance(form, Form) and form is not self:
                form.bring_up_to_date()

    def _take(self, message):
        """Hand an answer in; what goes wrong is said where the learner looks."""
        try:
            return {"notice": self._thing.take(str(message.get("name")), message.get("value"))}
        except ValueError as error:
            return {"refusal": str(error)}
        except Exception as error:
            return {"refusal": f"Something went wrong here: {error!r}."}

    def _send(self, **news):
        self._shown = self._fields()
        self._page.send(
            {"type": "form", "heading": self._thing.heading, "fields": self._shown, **news}
        )

    def _fields(self):
        return [asdict(field) for field in self._thing.fields()]
