"""Who is watching an explorable, and whether they are ready for the next frame.

A frame that the kernel sends on its own (while something plays or trains) waits until every view
has shown the last one, so no backlog builds up. But nothing waits for ever: a view that keeps
silent gets frames by the clock, and one that stays silent is not waited for at all.
"""

from dataclasses import dataclass

PATIENCE = 0.15  # seconds until a frame goes out without being asked for
LOST = 3.0  # seconds of silence after which a view is not waited for
GONE = 30.0  # seconds after which a view that is silent, or has said goodbye, will not come back
EXPECTED = 0.5  # seconds between pictures for a view that could not say hello yet


@dataclass
class View:
    """One place where the picture stands: an output, or a second copy of it."""

    visible: bool = True
    shown: int = 0  # the last frame it has shown
    heard: float = 0.0  # when it last said anything


class Audience:
    """All views of one explorable. `clock` returns seconds."""

    def __init__(self, clock):
        self._clock = clock
        self.views = {}
        self.frame = 0  # number of the last frame sent
        self._awaited = 0  # the last one that asked to be acknowledged
        self._sent_at = -1e9
        self._expected = False
        self._met = False  # whether anyone was ever there
        self._heard = 0.0  # when anyone last said anything
        self._departed = set()  # names of views that have said goodbye

    def expect(self):
        """Note that a view was shown, though its hello may have to wait for the running cell."""
        self._expected = True

    def stop_expecting(self):
        """Note that the cell has ended: whoever is there can say hello now."""
        self._expected = False

    @property
    def only_expected(self):
        """Whether someone may be watching who has not yet been heard."""
        return self._expected and not self.views

    @property
    def left(self):
        """Whether everybody who was there has gone, and not only to reload the page."""
        return self._met and not self.present and self._clock() - self._heard >= GONE

    @property
    def present(self):
        """Whether anyone is or may be there."""
        return bool(self.views) or self._expected

    def hear(self, name, message):
        """Note that a view has spoken, on whatever thread; keep what it says of itself."""
        kind = message.get("type")
        self._heard = self._clock()
        if kind == "bye":
            self._departed.add(name)
            self.views.pop(name, None)
        if name in self._departed:
            return  # a late word from one that has gone
        self._met = True
        view = self.views.setdefault(name, View(shown=self.frame))  # earlier frames went to others
        view.heard = self._clock()
        if kind == "ack" and isinstance(message.get("frame"), int):
            view.shown = max(view.shown, min(message["frame"], self.frame))
        elif kind == "visible":
            view.visible = message.get("visible") is True

    def forget_the_lost(self):
        """Drop views that were sent frames and have kept silent for long: their page was closed."""
        for name, view in list(self.views.items()):
            if self._owes_a_word(view) and self._clock() - view.heard > GONE:
                self.views.pop(name, None)

    def _owes_a_word(self, view):
        """Say whether a view was sent a frame that it has not yet shown."""
        return view.visible and view.shown < self._awaited

    @property
    def watching(self):
        """Whether any view is on screen."""
        return any(view.visible for view in list(self.views.values()))

    @property
    def ready(self):
        """Whether the next frame may go out on the kernel's own account."""
        now = self._clock()
        if self.only_expected:
            return now - self._sent_at >= EXPECTED
        waited_for = [
            view
            for view in list(self.views.values())
            if self._owes_a_word(view) and now - view.heard < LOST
        ]
        return not waited_for or now - self._sent_at >= PATIENCE

    def sending(self, awaited=True):
        """Number a frame that goes out now; an answer to a hand is not awaited, the hand goes on."""
        self.frame += 1
        if awaited:
            self._awaited = self.frame
        self._sent_at = self._clock()
        return self.frame
