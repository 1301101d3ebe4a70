"""A network: layers of units, each layer a table of weights, a row of biases and a bend.

`forward` carries examples through the layers and returns all it met on the way, a Trace.
`backward` walks the same way back and returns how much each number is to blame for the loss, the
Gradients. Neither changes the network: that is left to an optimizer, or to you.
"""

import numpy as np

from nnlib import activations, checked, data, losses
from nnlib.model import Model, Spelled, Window, quietly
from nnlib.trace import Gradients, LayerGradients, Trace

LARGEST = 20_000_000  # parameters; 160 MB, more than a course needs and still safe on a small machine


class Layer(Spelled):
    """Hold the weights `(inputs, outputs)`, the bias `(outputs,)` and the activation of one layer."""

    weights = Window()
    bias = Window()

    def __init__(self, weights, bias, activation):
        self._weights = weights
        self._bias = bias
        self._activation = activation

    @property
    def activation(self):
        """The bend of this layer; set it by name, e.g. `layer.activation = "ReLU"`."""
        return self._activation

    @activation.setter
    def activation(self, activation):
        self._activation = activations.find(activation)

    def __repr__(self):
        inputs, outputs = self.weights.shape
        return f"Layer(inputs={inputs}, outputs={outputs}, activation='{self.activation}')"


class Network(Model):
    """A fully connected network, e.g. `Network([2, 8, 1])`: 2 features, 8 hidden units, 1 output.

    `hidden` is the activation of every hidden layer, or a list with one for each. `output` is the
    activation of the last: sigmoid for one output and softmax for several, unless you choose.
    Weights start random, by `seed`, and biases at 0; see `initial_weights`. `dtype` is float, or
    "float32" for speed. Raises ValueError or TypeError that says what to write instead.
    """

    sizes = ()  # units per layer, the features first
    layers = ()  # a Layer for each size but the first
    is_weight = ()  # for each parameter: True for a weight, False for a bias

    def __init__(self, sizes, hidden="tanh", output=None, seed=0, dtype=float):
        self.sizes = _checked_sizes(sizes)
        if output is None:
            output = "softmax" if self.sizes[-1] > 1 else "sigmoid"
        names = [*_one_for_each(hidden, len(self.sizes) - 2), output]
        self.layers = tuple(activations.find(name) for name in names)  # windows are opened around them
        super().__init__(np.zeros(_parameters_in(self.sizes), _checked_dtype(dtype)))
        self.reset(seed)

    def reset(self, seed=0):
        """Draw new weights, in one commit; the same seed gives the same weights."""
        rng = checked.generator(seed)
        drawn = np.zeros(self.parameters.size)
        for (weights, _), layer in zip(self._cut(drawn), self.layers):
            weights[:] = initial_weights(*weights.shape, layer.activation, rng)
        self.parameters = drawn

    @quietly()
    def forward(self, inputs):
        """Return the Trace of `inputs`, `(examples, features)`; one example `(features,)` is one row.

        Raises ValueError when the number of features is not the network's.
        """
        inputs = self.fit_inputs(inputs)
        sums, outputs = [], [inputs]
        for layer in self.layers:
            sums.append(outputs[-1] @ layer.weights + layer.bias)
            outputs.append(layer.activation.value(sums[-1]))
        return Trace(inputs, tuple(sums), tuple(outputs[1:]))

    def predict(self, inputs):
        """Return the network's output for `inputs`, `(examples, outputs)`."""
        return self.forward(inputs).output

    @quietly()
    def loss(self, inputs, targets, loss=None):
        """Return the mean loss over the examples; `inputs` may be their Trace.

        Without `loss`, the one that suits the last activation. Raises ValueError when `targets`
        do not fit the outputs or the loss.
        """
        trace = inputs if isinstance(inputs, Trace) else self.forward(inputs)
        loss = self.suitable(loss)
        targets = self.fit_targets(targets, len(trace))
        loss.check_targets(targets)
        return self._loss(trace, targets, loss)

    def _loss(self, trace, targets, loss):
        if self._partners(loss):
            return losses.mean(loss.each_from_sums(trace.sums[-1], targets))
        return losses.mean(loss.each(trace.output, targets))

    @quietly()
    def backward(self, trace, targets, loss=None):
        """Return the Gradients of the mean loss, by walking back through `trace`.

        This is backpropagation (Rumelhart, Hinton & Williams 1986). Raises TypeError when `trace`
        did not come from `forward`, ValueError when `targets` do not fit the outputs.
        """
        if not isinstance(trace, Trace):
            raise TypeError(
                f"backward got {checked.shown(trace)}, but it takes the Trace that forward returns. "
                "Try trace = network.forward(inputs) first."
            )
        loss = self.suitable(loss)
        targets = self.fit_targets(targets, len(trace))
        slopes = np.empty_like(self.parameters)
        layers = []
        blame = loss.each_slope(trace.output, targets) / len(trace)  # of the last outputs
        for i, (weights, bias) in reversed(list(enumerate(self._cut(slopes)))):
            before = self._blame_before_bend(i, trace, targets, loss, blame)
            weights[:] = trace.into(i).T @ before
            bias[:] = before.sum(axis=0)
            layers.insert(0, LayerGradients(weights, bias, outputs=blame, sums=before))
            blame = before @ self.layers[i].weights.T  # of the outputs one layer earlier
        return Gradients(self._loss(trace, targets, loss), slopes, tuple(layers), inputs=blame)

    def _blame_before_bend(self, i, trace, targets, loss, blame):
        """Turn the blame of layer i's outputs into that of its sums."""
        if i == len(self.layers) - 1 and self._partners(loss):
            return (trace.output - targets) / len(trace)  # what the product comes to, see losses.Loss
        return self.layers[i].activation.backward(trace.sums[i], trace.outputs[i], blame)

    def suitable(self, loss=None):
        """Return the loss called `loss`, or the usual one for the last activation.

        Raises ValueError when that loss needs probabilities and the last activation gives none.
        """
        last = self.layers[-1].activation
        loss = losses.suited_to(last) if loss is None else losses.find(loss)
        if loss.partner and not self._partners(loss):
            raise ValueError(
                f"{loss} needs probabilities from a {loss.partner} output, but the last layer is {last}. "
                f"Try output='{loss.partner}', or the loss 'squared error'."
            )
        return loss

    def fit_inputs(self, inputs):
        """Return `inputs` as `(examples, features)`, in the network's number type.

        Raises ValueError when they have another number of features.
        """
        kinds = "buifc" if self.parameters.dtype.kind == "c" else "buif"
        inputs = checked.numbers(inputs, "inputs", allow=kinds)
        rows = inputs[None, :] if inputs.ndim == 1 else inputs
        features = self.sizes[0]
        if rows.ndim != 2 or rows.shape[1] != features:
            hint = "inputs[:, None]" if features == 1 else f"inputs.reshape(-1, {features})"
            if inputs.size % features:
                hint = f"inputs with {features} numbers in each row"
            raise ValueError(
                f"inputs have shape {inputs.shape}, but this network takes {features} features: shape "
                f"(examples, {features}), or ({features},) for one example. Try {hint}."
            )
        return rows.astype(self.parameters.dtype, copy=False)

    def fit_targets(self, targets, examples):
        """Return `targets` as `(examples, outputs)`, in the network's number type.

        Also takes `(examples,)` for a single output, and whole-numbered labels for several. Raises
        ValueError for any other shape.
        """
        if examples == 0:
            raise ValueError(
                "targets are for no example at all, but a loss is a mean. Give at least one example."
            )
        shape = (examples, self.sizes[-1])
        targets = checked.numbers(targets, "targets")
        if targets.ndim == 1 and shape[1] > 1 and len(targets) == examples and targets.dtype.kind in "iu":
            targets = data.one_hot(targets, shape[1])
        if targets.ndim < 2 and targets.size == examples * shape[1]:
            targets = targets.reshape(shape)
        if targets.shape != shape:
            raise ValueError(
                f"targets have shape {targets.shape}, but these examples and outputs need {shape}: one row "
                "for each example, one column for each output. Try targets[:, None] for a single column."
            )
        return targets.astype(self.parameters.dtype, copy=False)

    def _partners(self, loss):
        return loss.partner == self.layers[-1].activation.name

    def _cut(self, vector):
        """Return the weights and bias of each layer as windows into a flat vector."""
        return [
            (vector[start:middle].reshape(shape), vector[middle:end])
            for start, middle, end, shape in self._places
        ]

    def _open_windows(self):
        self._places = _places(self.sizes)
        pairs = self._cut(self._parameters)
        self.layers = tuple(Layer(*pair, activation) for pair, activation in zip(pairs, self.layers))
        self.is_weight = np.zeros(self._parameters.size, dtype=bool)
        for weights, _ in self._cut(self.is_weight):
            weights[:] = True

    def __getstate__(self):
        return super().__getstate__() | {"layers": tuple(layer.activation for layer in self.layers)}

    def __repr__(self):
        *hidden, output = [layer.activation.name for layer in self.layers]
        hidden = hidden[0] if len(set(hidden)) == 1 else hidden
        middle = f"hidden={hidden!r}, " if hidden else ""
        return f"Network({list(self.sizes)}, {middle}output={output!r})"


def initial_weights(inputs, outputs, activation, rng):
    """Draw weights `(inputs, outputs)` of a size that keeps signals alive through many layers.

    Before tanh, sigmoid and the like: uniform, within ±sqrt(6 / (inputs + outputs)) ("Xavier",
    Glorot & Bengio 2010, eq. 16). Before ReLU and its relatives, which let only half of the signal
    through: normal, standard deviation sqrt(2 / inputs) (He et al. 2015, eq. 10).
    """
    if activation.initial == "He":
        return rng.normal(0, np.sqrt(2 / inputs), (inputs, outputs))
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (inputs, outputs))


def _places(sizes):
    """Return, for each layer, where its weights start, its bias starts, and both end."""
    places, start = [], 0
    for inputs, outputs in zip(sizes, sizes[1:]):
        middle = start + inputs * outputs
        places.append((start, middle, middle + outputs, (inputs, outputs)))
        start = middle + outputs
    return places


def _parameters_in(sizes):
    return _places(sizes)[-1][2]


def _checked_sizes(sizes):
    hint = "Try Network([2, 8, 1]): 2 features, 8 hidden units, 1 output."
    if not isinstance(sizes, (list, tuple, range, np.ndarray)) or np.ndim(sizes) == 0:
        raise TypeError(f"sizes got {checked.shown(sizes)}, but it takes a list of whole numbers. {hint}")
    sizes = tuple(checked.whole(size, "sizes", lowest=1) for size in sizes)
    if len(sizes) < 2:
        raise ValueError(
            f"sizes got {list(sizes)}, but a network needs at least features and outputs. {hint}"
        )
    if _parameters_in(sizes) > LARGEST:
        raise ValueError(
            f"sizes got {list(sizes)}, which makes {_parameters_in(sizes):,} parameters; this course stops "
            f"at {LARGEST:,}. Try narrower layers."
        )
    return sizes


def _one_for_each(hidden, layers):
    if isinstance(hidden, (str, activations.Activation)):
        return [activations.find(hidden)] * layers
    if not isinstance(hidden, (list, tuple)):
        raise TypeError(
            f"hidden got {checked.shown(hidden)}, but it takes an activation or a list of them; try 'tanh'."
        )
    if len(hidden) != layers:
        raise ValueError(
            f"hidden got {len(hidden)} activations for {layers} hidden layers. Give one for each, or a "
            "single name for all, such as 'tanh'."
        )
    return list(hidden)


def _checked_dtype(dtype):
    known = (float, np.float64, np.float32, "float", "float64", "float32")
    if not isinstance(dtype, (type, str, np.dtype)) or dtype not in known:
        raise ValueError(
            f"dtype got {checked.shown(dtype)}, but a network calculates in float or 'float32'; try float."
        )
    return np.dtype(dtype)
