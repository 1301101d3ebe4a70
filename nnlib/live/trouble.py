"""What is wrong with a picture, said where the learner looks: in the picture's own message."""

import traceback
from contextlib import contextmanager

import numpy as np
from traitlets import TraitError

LARGEST = 1e6  # numbers beyond this (and nan) are not drawn
RECOVER = "The last good picture stays; set an ordinary number to go on."


class Trouble:
    """What is wrong with one picture at the moment: a sentence, or nothing."""

    def __init__(self):
        self._said = None
        self._of_numbers = False  # whether it ends by itself, as soon as the numbers can be drawn

    @property
    def sentence(self):
        """What is wrong, as a sentence; None while all is well."""
        return self._said and self._said["sentence"]

    def for_page(self):
        """Return the sentence and the details folded under it as plain values, or None."""
        return self._said

    def clear(self):
        """Take the message away."""
        self._said, self._of_numbers = None, False

    def say(self, error):
        """Say what an error says; one that nobody expected has details."""
        expected = isinstance(error, ValueError | TraitError)
        self._of_numbers = False
        self._said = {
            "sentence": str(error) if expected else f"Something went wrong here: {error!r}.",
            "details": "" if expected else "".join(traceback.format_exception(error)),
        }

    def say_of_numbers(self, sentence):
        """Say which number cannot be drawn; with None, take such a message away."""
        if sentence:
            self._said, self._of_numbers = {"sentence": f"{sentence} {RECOVER}", "details": ""}, True
        elif self._of_numbers:
            self.clear()

    @contextmanager
    def said_here(self):
        """Turn an error within into a message, and go on."""
        try:
            yield
        except Exception as error:
            self.say(error)


def undrawable(lab):
    """Say which number of `lab`, an Explorable, or of its model cannot be drawn, or return None."""
    for name in lab.trait_names():
        value = getattr(lab, name)
        if isinstance(value, float) and not abs(value) <= LARGEST:
            control = lab.controls.get(name)
            return f"{control.label if control else name} is {value:g}, which cannot be drawn."
    if lab.model is not None and not (np.abs(lab.model.parameters) <= LARGEST).all():
        return "A weight or bias is no number, or far too large, and cannot be drawn."
    return None
