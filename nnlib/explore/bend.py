"""One unit's bend: what it hands on for a sum z, and how much that changes when z changes a little."""

import numpy as np

from nnlib import activations
from nnlib.drawing.bend_curve import BendCurve
from nnlib.drawing.wording import number_text
from nnlib.live import Explorable
from nnlib.live.controls import choice, number

REACH = 6.0
FLAT = 0.05  # of the largest slope: where the slope is at most that, the unit counts as saturated
NAMES = ("step", "sigmoid", "tanh", "ReLU", "leaky ReLU", "linear")
CORNERED = ("step", "ReLU", "leaky ReLU")  # these have no slope at 0, only one that is agreed upon
HEIGHTS = {"step": (-0.3, 1.4), "sigmoid": (-0.3, 1.4), "tanh": (-1.3, 1.4)}  # the others: as wide as z


class Bend(Explorable):
    """Drag the sum z along an activation, and read output and slope there."""

    width, height = 680, 470
    title = "An activation and its slope"

    activation = choice("sigmoid", NAMES, label="activation")
    z = number(1, -REACH, REACH, step=0.1, label="sum, z")

    @property
    def function(self):
        """The activation itself, as nnlib has it."""
        return activations.find(self.activation)

    @property
    def output(self):
        """What the unit hands on."""
        return float(self.function(self.z))

    @property
    def slope(self):
        """How much the output changes per unit of change in z, here."""
        return float(self.function.slope(self.z))

    @property
    def saturated(self):
        """Whether there is a slope here, and it is at most a twentieth of the largest one there is."""
        return not self._at_corner and bool(self._is_flat(self.slope))

    def state(self):
        """Return activation and z, and what follows from them."""
        return super().state() | {"output": self.output, "slope": self.slope, "saturated": self.saturated}

    def build(self, figure):
        curve = figure.add_axes([0.09, 0.5, 0.885, 0.44])
        slope = figure.add_axes([0.09, 0.1, 0.885, 0.28])
        curve.set_title("What the unit hands on")
        curve.set_ylabel("output")
        curve.locator_params(axis="y", nbins=6, steps=[1, 2, 5, 10])
        slope.set_title("Its slope (shaded: at most 5 % of the largest)")
        slope.set(xlabel="sum z", ylabel="slope", ylim=(-0.12, 1.25))
        self._curve, self._slope = BendCurve(curve, REACH), BendCurve(slope, REACH)
        texts = {"ha": "right", "va": "bottom", "animated": True}
        self._says = [axes.text(1, 1.03, "", transform=axes.transAxes, **texts) for axes in (curve, slope)]
        self.add_handle(
            "point", "point on the curve: drag it along", curve,
            lambda: (np.clip(self.z, -REACH, REACH), np.clip(self.output, *curve.get_ylim())),
            lambda x, y: setattr(self, "z", self.control("z").clamp(x)),
            lambda: f"z {number_text(self.z)}, output {number_text(self.output)}", moves=("z",), step_by=self._step,
        )  # fmt: skip

    def draw(self):
        low, high = HEIGHTS.get(self.activation, (-REACH, REACH))
        if self._curve.axes.get_ylim() != (low, high):
            self._curve.axes.set_ylim(low, high)
        places = self._curve.places
        slopes = self.function.slope(places)
        for curve, heights in ((self._curve, self.function(places)), (self._slope, slopes)):
            curve.show_curve(heights)
            curve.show_zones(self._is_flat(slopes))
        self._curve.show_point(self.z, self.output, None if self._at_corner else self.slope)
        self._slope.show_point(self.z, self.slope)
        self._says[0].set_text(f"{self.activation}: z = {number_text(self.z)} gives {number_text(self.output, 3)}")
        note = ", by agreement" if self._at_corner else ", saturated" if self.saturated else ""
        self._says[1].set_text(f"slope {slope_text(self.slope)}{note}")

    def _is_flat(self, slopes):
        largest = self.function.slope(self._curve.places).max()
        return np.asarray(slopes) <= FLAT * largest

    @property
    def _at_corner(self):
        return self.z == 0 and self.activation in CORNERED

    def describe(self):
        text = (
            f"{self.activation} of z = {number_text(self.z)} is {number_text(self.output, 3)}; "
            f"the slope there is {slope_text(self.slope)}"
        )
        if self._at_corner:
            return f"{text} by agreement: at its {'jump' if self.activation == 'step' else 'kink'} it has none."
        return f"{text}, so the unit is saturated." if self.saturated else f"{text}."

    def _step(self, right, up):
        self.z = self.control("z").clamp(self.z + (right + up) * self.control("z").step)


def slope_text(slope):
    """Write a slope; a very small one in powers of ten, since it is not 0."""
    if 0 < abs(slope) < 0.001:
        return f"{slope:.1e}".replace("e-0", "e-").replace("-", "−")
    return number_text(slope, 3)
