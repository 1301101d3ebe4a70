"""The bends of a network: each activation function beside its slope.

A unit adds up its inputs to a sum z and hands on a = activation(z). Call one to see its curve,
`tanh(0.5)`, and ask for its slope at the same place, `tanh.slope(0.5)`: training needs both.
Every formula here stays finite for any finite z, and most are one line long.
"""

from dataclasses import dataclass

import numpy as np

from nnlib import checked


@dataclass(frozen=True)  # so that two of a kind are equal, and a pickled one equals the original
class Activation:
    """Hold what all activations share; a new one needs a name, `value` and `slope_at`.

    `value` and `slope_at` are the bare arithmetic on arrays of sums z, `(examples, units)`, and
    outputs a = value(z). They also take complex numbers, which numpy orders by their real part:
    `gradcheck` relies on it.
    """

    name = "?"
    initial = "Xavier"  # how the weights in front of it start, see nnlib.network

    def __call__(self, z):
        """Return the output for the sum z: a number, a list or an array, result of the same shape."""
        return self.value(_sums(z))

    def slope(self, z):
        """Return how much the output changes per unit of change in z, at z."""
        z = _sums(z)
        return self.slope_at(z, self.value(z))

    def backward(self, z, a, blame):
        """Turn blame, the slope of a loss per output, into its slope per sum: times the bend factor."""
        return blame * self.slope_at(z, a)

    def __repr__(self):
        return self.name


class Step(Activation):
    """Fire, 1, when the sum is 0 or more; else stay silent, 0 (McCulloch & Pitts 1943).

    Flat on both sides of the jump: its slope is 0 everywhere it has one, so slopes cannot train it.
    """

    name = "step"

    def value(self, z):
        return np.heaviside(z.real, 1.0)

    def slope_at(self, z, a):
        return np.zeros_like(a)


class Linear(Activation):
    """Hand the sum on unchanged: no bend at all."""

    name = "linear"

    def value(self, z):
        return z

    def slope_at(self, z, a):
        return np.ones_like(a)


class Sigmoid(Activation):
    """Squeeze any sum into 0 … 1, e.g. a probability: 1 / (1 + exp(-z))."""

    name = "sigmoid"

    def value(self, z):
        # The textbook formula with top and bottom times exp(min(z, 0)): no exponent is ever positive.
        return np.exp(np.minimum(z, 0)) / (1 + np.exp(np.minimum(z, -z)))

    def slope_at(self, z, a):
        return a * (1 - a)


class Tanh(Activation):
    """Squeeze any sum into -1 … 1, keeping its sign."""

    name = "tanh"

    def value(self, z):
        return np.tanh(z)

    def slope_at(self, z, a):
        return 1 - a * a


class ReLU(Activation):
    """Hand on what is positive, drop the rest: max(0, z) (Fukushima 1969; the name: Nair & Hinton 2010).

    Its slope at exactly 0 is a matter of taste; here it is 0, as in the common libraries.
    """

    name = "ReLU"
    initial = "He"

    def value(self, z):
        return np.maximum(z, 0)

    def slope_at(self, z, a):
        return (z > 0).astype(a.dtype)


class LeakyReLU(Activation):
    """Let a hundredth of a negative sum through, so a silent unit can recover (Maas et al. 2013)."""

    name = "leaky ReLU"
    initial = "He"
    leak = 0.01

    def value(self, z):
        return np.maximum(z, self.leak * z)

    def slope_at(self, z, a):
        return np.where(z > 0, 1, self.leak).astype(a.dtype)


class Softplus(Activation):
    """Bend like ReLU, but without the corner: log(1 + exp(z)) (Dugas et al. 2000)."""

    name = "softplus"
    initial = "He"

    def value(self, z):
        # log(1 + e^z) = z + log(1 + e^-z): of the two, the one whose exponent is negative.
        return np.maximum(z, 0) + np.log1p(np.exp(np.minimum(z, -z)))

    def slope_at(self, z, a):
        return sigmoid.value(z)


class Softmax(Activation):
    """Turn a row of sums into probabilities that add up to 1: exp(z) over the sum of all exp(z).

    Each output depends on every sum of its row, so the slope is a table for each example:
    `slope(z)[..., i, j]` says how output i changes with sum j.
    """

    name = "softmax"

    def value(self, z):
        # Taking the largest sum away from all changes no output, and no exponent is ever positive.
        powers = np.exp(z - z.max(axis=-1, keepdims=True))
        return powers / powers.sum(axis=-1, keepdims=True)

    def slope_at(self, z, a):
        return a[..., :, None] * (np.eye(a.shape[-1]) - a[..., None, :])

    def backward(self, z, a, blame):
        # blame times that table, without building it
        return a * (blame - (blame * a).sum(axis=-1, keepdims=True))


@dataclass(frozen=True)
class Partly(Activation):
    """Bend each unit of a layer by a share of its own: share · bend(z) + (1 - share) · z.

    `shares` has one number for each unit, from 0 (linear) to 1 (all of the bend). A leaky ReLU is a
    ReLU with the share 0.99 (with a slope that is learned: PReLU, He et al. 2015).
    """

    bend: Activation
    shares: tuple

    name = property(lambda self: f"{self.bend} by {', '.join(f'{share:g}' for share in self.shares)}")
    initial = property(lambda self: self.bend.initial)
    __repr__ = Activation.__repr__

    def value(self, z):
        shares = self._shares_for(z)
        return shares * self.bend.value(z) + (1 - shares) * z

    def slope_at(self, z, a):
        shares = self._shares_for(z)
        return shares * self.bend.slope_at(z, self.bend.value(z)) + (1 - shares)

    def _shares_for(self, z):
        if z.shape[-1:] != (len(self.shares),):
            raise ValueError(
                f"{self} is for {len(self.shares)} units, but the sums have shape {z.shape}. Give one share "
                "for each unit of the layer."
            )
        return np.array(self.shares, dtype=z.real.dtype)


step = Step()
linear = Linear()
sigmoid = Sigmoid()
tanh = Tanh()
relu = ReLU()
leaky_relu = LeakyReLU()
softplus = Softplus()
softmax = Softmax()

ALL = (step, linear, sigmoid, tanh, relu, leaky_relu, softplus, softmax)


def find(activation):
    """Return the activation called `activation`, e.g. "tanh"; an Activation is returned as it is.

    Raises ValueError or TypeError that lists the names there are.
    """
    if isinstance(activation, Activation):
        return activation
    return checked.choice(activation, {each.name: each for each in ALL}, "activation")


def partly(bend, shares):
    """Return the activation that bends each unit by its share, e.g. `partly("tanh", [1, 0])`.

    Where nothing is left of the bend, that is `linear`.
    Raises ValueError when a share is not from 0 to 1, or for softmax, which ties its units together.
    """
    bend = find(bend)
    if bend == softmax:
        raise ValueError("softmax needs all units of its layer at once; try partly('tanh', [1, 0]).")
    shares = tuple(checked.number(share, "a share", 0, 1) for share in shares)
    return Partly(bend, shares) if bend != linear and any(shares) else linear


def _sums(z):
    z = checked.numbers(z, "the sum z", allow="buifc")
    return z.astype(float) if z.dtype.kind in "bui" else z
