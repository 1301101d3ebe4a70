"""Points to choose from, and points of one's own, which are added where a diamond stands.

The diamond is a place in the plane. It is moved like any other number, so points can be placed with
the keyboard as well as with the mouse.
"""

from traitlets import HasTraits, TraitError, validate

from nnlib.live.controls import action, kept_numbers, number, numbers_in, numbers_text
from nnlib.live.points import checked, points_in, points_text

OWN = "my own"
REACH = 2.0  # half the side of the plane
MOST = 60  # points of one's own


class ChosenPoints(HasTraits):
    """Add these to an explorable that declares `points`, a choice between its `sets` and OWN."""

    sets = {}  # name: Data, the first for when one's own are forgotten

    x1 = number(0.5, -REACH, REACH, step=0.05, label="diamond, x₁")
    x2 = number(-1, -REACH, REACH, step=0.05, label="diamond, x₂")
    own = kept_numbers(label="my own points")

    @property
    def data(self):
        """The points as a Data, to train on."""
        return points_in(self.own, REACH, MOST) if self.points == OWN else self.sets[self.points]

    @validate("own")
    def _check_own(self, proposal):
        if proposal["value"]:
            points_in(proposal["value"], REACH, MOST)
        elif self.points == OWN:
            self.points = next(iter(self.sets))
        return proposal["value"]

    @validate("points")
    def _check_points(self, proposal):
        if proposal["value"] == OWN and not self.own:
            raise TraitError("There are no points of your own yet. Move the diamond and add a disc or a ring.")
        return proposal["value"]

    @action("Add a disc", help="A point of class 1 at the diamond")
    def add_disc(self):
        """Add a point of class 1 of your own, where the diamond is."""
        self._add(1)

    @action("Add a ring", help="A point of class 0 at the diamond")
    def add_ring(self):
        """Add a point of class 0 of your own, where the diamond is."""
        self._add(0)

    def _add(self, label):
        with self.one_update():
            self.own = numbers_text([*numbers_in(self.own), self.x1, self.x2, label])
            self.points = OWN

    @action("Forget my points")
    def forget(self):
        """Take all points of your own away."""
        self.own = ""


def points_to_start_with(points):
    """Return the state in which `points` are chosen: a name, a Data, or None for the usual ones."""
    if points is None or isinstance(points, str):
        return {} if points is None else {"points": points}
    return {"own": points_text(checked(points, REACH, MOST)), "points": OWN}
