"""Curves that grow while something trains: training solid, validation dashed."""

import numpy as np

from nnlib.drawing.theme import INK, MUTED, house_style

KEPT = 600  # points of a curve; of a longer one, every second is dropped


class Curve:
    """A line that gets one point at a time and stays light however long it becomes."""

    def __init__(self, axes, label, linestyle="-", color=INK, linewidth=2):
        (self.line,) = axes.plot(
            [], [], linestyle=linestyle, color=color, linewidth=linewidth, label=label, animated=True
        )
        self.clear()

    def clear(self):
        """Begin anew."""
        self.points, self._stride, self._seen = [], 1, 0

    def add(self, x, y):
        """Append a point; a value that is not finite leaves a gap."""
        if self._seen % self._stride == 0:
            self.points.append((x, y if np.isfinite(y) else np.nan))
        self._seen += 1
        if len(self.points) > KEPT:
            self.points, self._stride = self.points[::2], self._stride * 2

    def draw(self):
        """Hand the points to matplotlib."""
        self.line.set_data(*np.reshape(self.points, (-1, 2)).T)


class LossAxes:
    """Axes for the loss of a run: batches thin, the mean of each epoch over them, in its middle.

    The axis of steps doubles when it is full, so it stands still most of the time.
    """

    def __init__(self, axes, steps=100):
        self.axes, self._first_steps = axes, steps
        axes.set(xlabel="steps", ylabel="loss")
        axes.grid(True)
        self._batch = Curve(axes, "loss of a batch", color=MUTED, linewidth=0.8)
        self._training = Curve(axes, "training, mean of an epoch")
        self._validation = Curve(axes, "validation", linestyle="--")
        self._curves = [self._batch, self._training, self._validation]
        self.clear()

    def _name(self, curves):
        """Name these curves in the legend."""
        with house_style():
            self.axes.legend(handles=[curve.line for curve in curves], loc="upper right")

    def clear(self):
        """Begin a new run."""
        for curve in self._curves:
            curve.clear()
        self._name(self._curves[:2])
        self._epoch = []  # losses of the batches of this epoch
        self.axes.set(xlim=(0, self._first_steps), ylim=(0, 1))

    def add(self, step):
        """Append one Step of training."""
        self._batch.add(step.number, step.loss)
        self._epoch.append(step.loss)
        if step.epoch == int(step.epoch):  # the start, or the end of an epoch
            middle = step.number - (len(self._epoch) - 1) / 2
            self._training.add(middle, np.mean(self._epoch))
            self._epoch = []
            if step.validation_loss is not None:
                if not self._validation.points:
                    self._name(self._curves)
                self._validation.add(step.number, step.validation_loss)
        self._make_room(step)

    def _make_room(self, step):
        low, top = self.axes.get_ylim()
        if step.number == 0 and np.isfinite(step.loss):
            self.axes.set_ylim(0, max(1.2 * step.loss, 0.1))
        elif np.isfinite(step.loss) and top < step.loss < 1e6:
            self.axes.set_ylim(0, 1.3 * step.loss)
        while step.number > self.axes.get_xlim()[1]:
            self.axes.set_xlim(0, 2 * self.axes.get_xlim()[1])

    def draw(self):
        """Hand the curves to matplotlib."""
        for curve in self._curves:
            curve.draw()
