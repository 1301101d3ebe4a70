"""The loss of a network while it trains, from whichever loop the steps come."""

from nnlib import Network
from nnlib.drawing.curves import LossAxes
from nnlib.drawing.wording import number_text
from nnlib.live import Explorable


class LossCurve(Explorable):
    """Follow the training of `network`: every step that `train` makes becomes a point."""

    width, height = 620, 300
    title = "Loss while training"

    def __init__(self, network):
        if not isinstance(network, Network):
            raise TypeError(
                f"LossCurve follows the training of a Network, and {type(network).__name__} came. "
                "Try LossCurve(Network([2, 8, 1]))."
            )
        self.model = network
        self.first = self.last = None  # Steps
        super().__init__()

    def watch_step(self, step):
        """Take in one Step; step 0 begins a new curve."""
        if step.number == 0:
            self._loss.clear()
        if step.number == 0 or self.first is None:
            self.first = step
        self.last = step
        self._loss.add(step)

    def build(self, figure):
        self._loss = LossAxes(figure.add_axes([0.1, 0.17, 0.87, 0.78]))

    def draw(self):
        self._loss.draw()

    def has_still(self):
        """Say whether there is anything to keep a still picture of."""
        return self.last is not None

    def describe(self):
        if self.last is None:
            return "No step of training yet: the curve begins when you train the network."
        text = (
            f"After {self.last.number} steps ({number_text(self.last.epoch)} epochs) the loss of a batch is "
            f"{number_text(self.last.loss)}; it began at {number_text(self.first.loss)}."
        )
        if self.last.validation_loss is not None:
            text += f" The validation loss is {number_text(self.last.validation_loss)}."
        return text if self.last.stopped is None else f"{text} {self.last.stopped}"
