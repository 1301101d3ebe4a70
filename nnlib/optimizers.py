"""From slopes to steps: the rules that turn a gradient into better parameters.

Each optimizer takes all parameters and all slopes as two flat vectors and returns new parameters,
so each rule is a few lines. Backpropagation finds the slopes; this is where anything moves. `rate`
may be changed at any time: it is read at every step.
"""

import numpy as np

from nnlib import checked


class Optimizer:
    """Hold what all optimizers share; a new one needs `update`, and `reset` if it remembers anything."""

    def __init__(self, rate):
        self.rate = checked.number(rate, "rate", lowest=0)

    def reset(self):
        """Forget earlier steps. `train` calls this first."""

    def update(self, parameters, gradient):
        """Return the new parameters and leave the old as they are; both arguments are flat."""
        raise NotImplementedError

    def __repr__(self):
        return f"{type(self).__name__}(rate={self.rate:g})"


class SGD(Optimizer):
    """Take a step downhill: parameters - rate × slope (Robbins & Monro 1951).

    Its full name is stochastic gradient descent: each slope is measured on a random few examples.
    """

    def __init__(self, rate=0.1):
        super().__init__(rate)

    def update(self, parameters, gradient):
        return parameters - self.rate * gradient


class Momentum(Optimizer):
    """Keep part of the last step's speed, like a heavy ball (Polyak 1964; Sutskever et al. 2013).

    `keep`, 0 … 1, is the part of the speed that is left for the next step; 0 is plain SGD.
    """

    def __init__(self, rate=0.1, keep=0.9):
        super().__init__(rate)
        self.keep = checked.number(keep, "keep", lowest=0, highest=1)
        self.reset()

    def reset(self):
        self.velocity = 0.0

    def update(self, parameters, gradient):
        self.velocity = self.keep * self.velocity - self.rate * gradient
        return parameters + self.velocity


class Adam(Optimizer):
    """Scale each parameter's step by how large its slopes have been (Kingma & Ba 2015, Algorithm 1).

    `mean` and `square` are running averages of the slopes and of their squares. Both start at 0 and
    so are too small at first; dividing by 1 - keep^steps makes up for that exactly.
    """

    def __init__(self, rate=0.01, keep_mean=0.9, keep_square=0.999, epsilon=1e-8):
        super().__init__(rate)
        self.keep_mean = checked.number(keep_mean, "keep_mean", lowest=0, highest=0.999999)
        self.keep_square = checked.number(keep_square, "keep_square", lowest=0, highest=0.999999)
        self.epsilon = checked.number(epsilon, "epsilon", lowest=0)
        self.reset()

    def reset(self):
        self.mean, self.square, self.steps = 0.0, 0.0, 0

    def update(self, parameters, gradient):
        self.steps += 1
        self.mean = self.keep_mean * self.mean + (1 - self.keep_mean) * gradient
        self.square = self.keep_square * self.square + (1 - self.keep_square) * gradient**2
        mean = self.mean / (1 - self.keep_mean**self.steps)
        square = self.square / (1 - self.keep_square**self.steps)
        return parameters - self.rate * mean / (np.sqrt(square) + self.epsilon)


def penalty_slope(parameters, is_weight, l1=0.0, l2=0.0):
    """Return the slope of the penalty l1 × sum of |w| + l2 / 2 × sum of w², to be added to a gradient.

    Both pull weights toward 0: l2 large ones most, l1 all with the same force, until some are
    exactly of no use. Biases are left alone (`is_weight` is False for them): they only shift.
    """
    return is_weight * (l1 * np.sign(parameters) + l2 * parameters)
