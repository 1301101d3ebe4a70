"""A network learns to read handwritten digits: its curves, what its units look for, its mistakes."""

import numpy as np

from nnlib import Network, accuracy, data, train
from nnlib.drawing.accuracy import AccuracyAxes
from nnlib.drawing.curves import LossAxes
from nnlib.drawing.mistakes import SHOWN, MistakePictures, mistake_in_words
from nnlib.drawing.units import UnitPictures, pushes
from nnlib.drawing.wording import number_text
from nnlib.live.controls import choice, kept_numbers, number, numbers_in, numbers_text
from nnlib.live.parts import Parts
from nnlib.live.tile_parts import tile_parts
from nnlib.live.training_lab import TrainingLab

SPLITS = {"random": "random", "by order": "order"}
BATCH, EPOCHS = 32, 25
MOST_UNITS = 64  # more would be too small to be seen
L2 = 0.0001  # pulls weights that nothing needs towards 0, so that the pictures of the units are clear


class DigitTraining(TrainingLab):
    """Train `network`, a Network from 64 pixels over one hidden layer to 10 digits."""

    width, height = 720, 424
    breaks = (352,)
    title = "A network learns to read"

    split = choice("random", SPLITS, label="digits held out", help="By order: mostly of other writers.")
    rate = number(0.01, 0.0001, 1, scale="log", step=0.0001, label="learning rate")
    looked_at = kept_numbers("1,1", label="unit and mistake looked at")

    def __init__(self, network=None, seed=0, **state):
        network = Network([64, 16, 10], seed=seed) if network is None else network
        if not isinstance(network, Network) or network.layers[-1].activation.name != "softmax":
            raise TypeError(
                "This picture trains a Network with ten probabilities as its output, a softmax. "
                "Try Network([64, 16, 10])."
            )
        sizes = network.sizes
        if len(sizes) != 3 or (sizes[0], sizes[-1]) != (64, 10) or sizes[1] > MOST_UNITS:
            raise ValueError(
                f"This picture needs 64 inputs, one hidden layer of at most {MOST_UNITS} units and 10 "
                f"outputs; this network has the sizes {list(sizes)}. Try Network([64, 16, 10])."
            )
        self._parts_of_data = {name: data.digits(way) for name, way in SPLITS.items()}
        self._runs = {}  # split -> the validation curve of its last run
        super().__init__(network, seed, **state)
        self.observe(self._change_split, "split")

    @property
    def training(self):
        """The digits it learns from, as Data."""
        return self._parts_of_data[self.split][0]

    @property
    def validation(self):
        """The digits held out, on which it is only measured, as Data."""
        return self._parts_of_data[self.split][1]

    # One run.

    def _change_split(self, change):
        self._runs[change.old] = self._accuracy.run
        self.player.reset()

    def train_on(self):
        return train(
            self.model, self.training, self._optimizer, batch=BATCH, epochs=EPOCHS, seed=self.player.seed,
            validation=self.validation, l2=L2,
        )  # fmt: skip

    def watch_step(self, step):
        """Take in a Step, whether the player made it or a loop in a cell."""
        super().watch_step(step)
        if step.number == 0:
            self._loss.clear()
            self._accuracy.clear(other=self._other_run)
        self._loss.add(step)
        if step.epoch == int(step.epoch):
            self._accuracy.add(step.number, *self._measure())

    @property
    def _other_run(self):
        """The curve of the last run with the other split, if it came further than its start."""
        other = next(name for name in SPLITS if name != self.split)
        run = self._runs.get(other, ())
        return run if len(run) > 1 else ()

    def _measure(self):
        return accuracy(self.model, self.training), accuracy(self.model, self.validation)

    # What is looked at.

    @property
    def mistakes(self):
        """The places of the validation digits that it reads as another digit, `(mistakes,)`."""
        return self._mistaken()[0]

    def _mistaken(self):
        """Return the places of the mistakes, their digits, and the probabilities for each."""
        probabilities = self.model.predict(self.validation.inputs)
        truth = self.validation.labels
        places = np.flatnonzero(probabilities.argmax(axis=1) != truth)
        return places, truth[places], probabilities[places]

    @property
    def _chosen(self):
        """The numbers of the unit and of the mistake looked at, from 0."""
        numbers = [*numbers_in(self.looked_at), 1, 1][:2]
        return [
            min(max(round(number), 1), most) - 1
            for number, most in zip(numbers, (self.model.sizes[1], SHOWN))
        ]

    def _look_at(self, name):
        """Choose a part by its name: "unit 3", "mistake 1"."""
        unit, mistake = (number + 1 for number in self._chosen)
        kind, number = name.split()
        self.looked_at = numbers_text((int(number), mistake) if kind == "unit" else (unit, int(number)))

    # The picture.

    def build(self, figure):
        self._loss = LossAxes(self._axes(figure, 62, 30, 278, 140), steps=600)
        self._accuracy = AccuracyAxes(self._axes(figure, 62, 228, 278, 150), steps=600)
        units = self._axes(figure, 376, 40, 176, 176)
        units.text(0, 1.06, "What each hidden unit looks for", transform=units.transAxes, fontsize=13)
        count = self.model.sizes[1]
        self._units = UnitPictures(units, self._axes(figure, 576, 40, 112, 112), count)
        self._mistakes = MistakePictures(
            self._axes(figure, 376, 268, 176, 136), self._axes(figure, 576, 268, 84, 84)
        )
        every_unit = tile_parts(self._units.tiles, count, "unit")
        every_mistake = tile_parts(self._mistakes.tiles, SHOWN, "mistake")
        for part in every_unit.values():  # below the last row of units come the mistakes
            part.beside.setdefault("ArrowDown", "mistake 1")
        for part in every_mistake.values():
            part.beside.setdefault("ArrowUp", f"unit {count}")
        self.parts = Parts("hidden units and mistakes", every_unit | every_mistake, self._say_parts, self._look_at)

    def _axes(self, figure, left, top, width, height):
        return figure.add_axes(
            [left / self.width, 1 - (top + height) / self.height, width / self.width, height / self.height]
        )

    def draw(self):
        unit, mistake = self._chosen
        hidden, output = self.model.layers
        self._loss.draw()
        self._accuracy.draw()
        self._units.show(hidden.weights.T, output.weights, unit)
        places, truth, probabilities = self._mistaken()
        self._mistakes.show(self.validation.inputs[places], truth, probabilities, mistake)

    # In words.

    def _say_parts(self):
        """Put every unit and every mistake that is shown into words, by name."""
        onward = self.model.layers[1].weights
        units = {f"unit {number + 1}": ", ".join(pushes(row)) for number, row in enumerate(onward)}
        nothing = {f"mistake {number + 1}": "there is none" for number in range(SHOWN)}
        _, truth, probabilities = self._mistaken()
        return units | nothing | {
            f"mistake {number + 1}": mistake_in_words(truth[number], probabilities[number])
            for number in range(min(len(truth), SHOWN))
        }

    def describe(self):
        training, validation = self._measure()
        step = f"Step {self._last.number}, epoch {number_text(self._last.epoch, 1)}"
        text = (
            f"Digits held out: {self.split}. {step if self.trained else 'Weights changed since the last step'}: "
            f"accuracy {training:.3f} in training, {validation:.3f} in validation, "
            f"{len(self.mistakes)} mistakes among {len(self.validation)}."
        )
        if self._other_run:
            text += f" With the other split the last run came to {self._other_run[-1][1]:.3f}."
        return text if self._last.stopped is None else f"{text} {self._last.stopped}"

    def state(self):
        """Return the values of all controls, and how far training has come."""
        training, validation = self._measure()
        return super().state() | {
            "step": self._last.number, "training_accuracy": training, "validation_accuracy": validation,
        }  # fmt: skip
