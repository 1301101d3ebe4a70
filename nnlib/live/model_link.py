"""The tie between the traits of an explorable and the learner's own object, its model.

Numbers are copied one way at a time: `pull` takes them from the model, `push` takes them there. What
a copy sets off in the other direction is an echo, and is passed over.
"""

from contextlib import contextmanager


class ModelLink:
    """Keep `lab`, an Explorable, and its model the same, if it has one."""

    def __init__(self, lab):
        self._lab = lab
        self._seen = None  # of the model, when it was last looked at
        self.copying = False

    @property
    def moved(self):
        """Whether somebody has changed the model since it was last looked at."""
        return self._lab.model is not None and self._lab.seen_of_model() != self._seen

    def pull(self):
        """Copy the model's numbers into the traits."""
        self._seen = self._lab.seen_of_model()
        with self.one_way():
            self._lab.pull()

    def push(self):
        """Copy the traits into the model's numbers, and with it into every other picture of it."""
        with self.one_way():
            self._lab.push()
            self._seen = self._lab.seen_of_model()
            self._lab.model.report()

    def catch_up(self, keeping=None):
        """Take over what a cell has done to the model; the trait `keeping` stays as it was set."""
        if self.moved and not self.copying:
            kept = {keeping: getattr(self._lab, keeping)} if keeping else {}
            self.pull()
            with self.one_way():
                for name, value in kept.items():
                    setattr(self._lab, name, value)
            self._lab.refresh()  # also where no trait has moved

    @contextmanager
    def one_way(self):
        """Copy one way: what this sets off in the other direction is passed over."""
        self.copying = True
        try:
            yield
        finally:
            self.copying = False
