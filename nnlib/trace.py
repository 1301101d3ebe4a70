"""What a network writes down: the Trace on the way forward, the Gradients on the way back.

Both belong to one batch of examples and are never changed afterwards, so you can look at them as
long as you like, whatever happens to the network in the meantime.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Trace:
    """Hold what `forward` computed for a batch: everything is `(examples, units)`.

    `sums[i]` and `outputs[i]` belong to layer i, before and after its bend.
    """

    inputs: np.ndarray
    sums: tuple
    outputs: tuple

    @property
    def output(self):
        """The output of the last layer, `(examples, outputs)`."""
        return self.outputs[-1]

    def into(self, i):
        """Return what went into layer i: the outputs of the one before it, or the inputs."""
        return self.outputs[i - 1] if i > 0 else self.inputs

    def __len__(self):
        return len(self.inputs)

    def __repr__(self):
        units = [self.inputs.shape[1], *(outputs.shape[1] for outputs in self.outputs)]
        return f"Trace(examples={len(self)}, units={units})"


@dataclass(frozen=True, eq=False)
class LayerGradients:
    """Hold the slopes of the loss for one layer: each has the shape of what it is a slope for.

    `weights` and `bias` are for the whole batch; `outputs` and `sums`, after and before the bend,
    are the blame of each unit in each example, `(examples, units)`.
    """

    weights: np.ndarray
    bias: np.ndarray
    outputs: np.ndarray
    sums: np.ndarray

    def __repr__(self):
        inputs, outputs = self.weights.shape
        return f"LayerGradients(inputs={inputs}, outputs={outputs})"


@dataclass(frozen=True, eq=False)
class Gradients:
    """Hold the slopes of a batch's mean loss for every number that had a part in it.

    `parameters` is one flat vector in the network's own order, and `layers[i].weights` and
    `.bias` are windows into it; `inputs` is `(examples, features)`.
    """

    loss: float
    parameters: np.ndarray
    layers: tuple
    inputs: np.ndarray

    def __repr__(self):
        length = np.linalg.norm(self.parameters)
        return f"Gradients(slopes={self.parameters.size}, length={length:.3g}, loss={self.loss:.3g})"
