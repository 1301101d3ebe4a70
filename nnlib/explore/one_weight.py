"""One weight, one prediction, one loss: the smallest thing there is to drive."""

from matplotlib.patches import Rectangle

from nnlib.drawing.theme import INK, MUTED, PAPER, signed_colour
from nnlib.drawing.wording import number_text
from nnlib.live import Explorable
from nnlib.live.controls import action, number


class OneWeight(Explorable):
    """A neuron with a single input: its prediction is weight × input, and it should meet a target.

    `input` and `target` are your own numbers, each from −2 to 2. Raises ValueError beyond that.
    """

    width, height = 620, 220
    title = "One weight"

    weight = number(1.5, -2.5, 2.5, step=0.05, label="weight, w", help="The prediction is the input times this number")

    def __init__(self, input=2.0, target=-1.0, **state):
        for name, value in {"input": input, "target": target}.items():
            if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= 2:
                raise ValueError(f"The {name} is {value!r}; this lab takes a number from −2 to 2.")
        self.input, self.target = float(input), float(target)
        ends = [end * self.input for end in (-2.5, 2.5)]
        self._far = max(1, *map(abs, [*ends, self.target]))  # of the predictions
        self._worst = max(1, *((end - self.target) ** 2 for end in ends))  # of the losses
        super().__init__(**state)
        self._start = self.weight

    @property
    def prediction(self):
        """What the neuron says: weight × input."""
        return self.weight * self.input

    @property
    def loss(self):
        """How wrong that is: the squared distance from the target."""
        return (self.prediction - self.target) ** 2

    @action("Reset", help="Back to the weight it began with")
    def reset(self):
        """Go back to the first weight."""
        self.weight = self._start

    def state(self):
        """Return the weight, and all that follows from it."""
        return super().state() | {
            "input": self.input, "target": self.target,
            "prediction": self.prediction, "loss": self.loss,
        }  # fmt: skip

    def build(self, figure):
        prediction = figure.add_axes([0.13, 0.68, 0.73, 0.15])
        prediction.set(xlim=(-self._far, self._far), ylim=(-1, 1), yticks=[0], yticklabels=["prediction"])
        prediction.axvline(0, color=MUTED, linewidth=1.5, zorder=1)
        self._bar, self._number = self._add_bar(prediction)
        self._target = prediction.plot([self.target] * 2, [-1, 1], color=INK, linewidth=3, zorder=4)
        prediction.text(self.target, 1.3, f"target {number_text(self.target)}", ha="center", va="bottom")

        loss = figure.add_axes([0.13, 0.2, 0.73, 0.15])
        loss.set(xlim=(0, 1.02 * self._worst), ylim=(-1, 1), yticks=[0], yticklabels=["loss"])
        loss.set_xlabel("the squared distance between prediction and target")
        self._loss_bar, self._loss_number = self._add_bar(loss)
        self._loss_bar.set_facecolor(MUTED)
        for axes in (prediction, loss):
            axes.tick_params(axis="y", length=0)
            axes.spines["left"].set_visible(False)

        self.add_handle(
            "prediction", "end of the prediction bar: drag it to change the weight", prediction,
            lambda: (min(max(self.prediction, -self._far), self._far), 0), self._move_prediction,
            lambda: f"prediction {number_text(self.prediction)}", moves=("weight",), step_by=self._step_prediction,
        )  # fmt: skip

    def _add_bar(self, axes):
        bar = Rectangle((0, -0.6), 0, 1.2, edgecolor=PAPER, zorder=2, animated=True)
        axes.add_patch(bar)
        return bar, axes.text(1.02, 0.5, "", transform=axes.transAxes, va="center", animated=True)

    def draw(self):
        self._bar.set_width(self.prediction)
        self._bar.set_facecolor(signed_colour(self.prediction))
        self._bar.set_hatch("////" if self.prediction < 0 else None)
        self._number.set_text(number_text(self.prediction, 3))
        self._loss_bar.set_width(self.loss)
        self._loss_number.set_text(number_text(self.loss, 3))

    def describe(self):
        return (
            f"Weight {number_text(self.weight)} × input {number_text(self.input)} gives the prediction "
            f"{number_text(self.prediction, 3)}. The target is {number_text(self.target)}, "
            f"so the loss is {number_text(self.loss, 3)}."
        )

    def _move_prediction(self, x, y):
        if self.input:
            self.weight = self.control("weight").clamp(x / self.input)

    def _step_prediction(self, right, up):
        """Move the end of the bar by one step of the weight; every arrow key does."""
        step = (right + up) * self.control("weight").step
        self.weight = self.control("weight").clamp(self.weight + (-step if self.input < 0 else step))
