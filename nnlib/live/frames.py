"""What a frame is made of: the picture or what moved in it, and all that the page shows beside it."""

import numpy as np

from nnlib.live.furniture import furniture, hands
from nnlib.live.trouble import LARGEST, undrawable


class Frames:
    """Make the frames of `lab`, an Explorable, from its `picture`; what goes wrong goes into `trouble`."""

    def __init__(self, lab, picture, trouble):
        self._lab, self._picture, self._trouble = lab, picture, trouble

    def draw(self):
        """Move the picture to the present state; keep the last one if it cannot be drawn."""
        sentence = undrawable(self._lab)
        self._trouble.say_of_numbers(sentence)
        if sentence is None:
            with self._trouble.said_here(), np.errstate(all="ignore"):
                self._lab.draw()

    def whole(self):
        """Return all that a new view needs to set itself up."""
        svg = ""
        with self._trouble.said_here():
            svg = self._picture.full()
        return {"svg": svg, "pointer": self._picture.pointer_events(), **furniture(self._lab)}

    def moved_parts(self):
        """Return what has moved in the picture, or all of it if the background changed."""
        with self._trouble.said_here():
            patches = self._picture.changes()
            return {"svg": self._picture.full()} if patches is None else {"patches": patches}
        return {}

    def beside_the_picture(self):
        """Return what a view shows beside the picture, as plain values."""
        held = {}
        with self._trouble.said_here():
            held = hands(self._lab, drawable=undrawable(self._lab) is None)
        sentence = self.sentence()
        return {
            "values": _plain(self._lab.control_values()),
            "problem": self._trouble.for_page(),  # also that of the lines above
            "sentence": sentence,
            "share": self._lab.share(),
            **held,
        }

    def sentence(self):
        """Return what the picture says in words."""
        with self._trouble.said_here():
            return repr(self._lab)
        return ""


def _plain(values):
    """Make values that JSON can carry: a number that cannot be drawn becomes text."""
    return {
        name: value if not isinstance(value, float) or abs(value) <= LARGEST else str(value)
        for name, value in values.items()
    }
