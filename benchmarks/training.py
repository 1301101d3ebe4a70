"""One training step: `nnlib.train`, the bare numpy calls it stands on, and autograd.

All three train the same network from the same start on the same batches, and end with the same
parameters, or the benchmark refuses to compare them.

    uv run --group test python -m benchmarks.training
"""

import argparse
import copy
import time

import autograd.numpy as anp
import numpy as np
from autograd import value_and_grad

from benchmarks.report import heading, table
from nnlib import SGD, Network, data, train

RATE = 0.03
STEPS = 50  # of one contender, before the next has its turn
SAME = 1e-9  # largest difference of parameters at the end

NETWORKS = {
    "2-4-2-1, batch 10": ([2, 4, 2, 1], "tanh", 10),
    "2-8-8-8-8-8-8-1, batch 10": ([2, *[8] * 6, 1], "tanh", 10),
    "digits 64-32-10, batch 32": ([64, 32, 10], "softmax", 32),
}


def ours(network, examples, batches, batch):
    """Yield after each step of `nnlib.train`, and note in `batches` which rows it took."""
    for step in train(network, examples, SGD(RATE), batch=batch):
        if step.number > 0:
            batches.append(step.rows)
            yield


def bare(network, examples, batches, _):
    """Yield after each step of the array calls alone: no objects, no checks; the floor."""
    gradients = copy.deepcopy(network)  # only for its flat vector and the windows into that
    theta, slopes = network.parameters, gradients.parameters
    weights, biases = arrays(network)
    weight_slopes, bias_slopes = arrays(gradients)
    head = softmax_head if is_classifier(network) else tanh_head
    for rows in batches:
        a, t = examples.inputs[rows], examples.targets[rows]
        outputs = [a]
        for W, b in zip(weights[:-1], biases):
            a = np.tanh(a @ W + b)
            outputs.append(a)
        loss, blame = head(a @ weights[-1] + biases[-1], t)
        for i in range(len(weights) - 1, 0, -1):
            np.matmul(outputs[i].T, blame, out=weight_slopes[i])
            blame.sum(axis=0, out=bias_slopes[i])
            blame = blame @ weights[i].T * (1 - outputs[i] * outputs[i])
        np.matmul(outputs[0].T, blame, out=weight_slopes[0])
        blame.sum(axis=0, out=bias_slopes[0])
        theta -= RATE * slopes
        yield loss


def tanh_head(z, t):
    """Return the mean squared error of tanh outputs, and its slope for the sums z."""
    a = np.tanh(z)
    miss = a - t
    return (miss * miss).sum() / len(t), 2 / len(t) * miss * (1 - a * a)


def softmax_head(z, t):
    """Return the mean cross-entropy of softmax outputs, and its slope for the sums z."""
    z = z - z.max(axis=1, keepdims=True)
    e = np.exp(z)
    total = e.sum(axis=1, keepdims=True)
    return (np.log(total).sum() - (t * z).sum()) / len(t), (e / total - t) / len(t)


def with_autograd(network, examples, batches, _):
    """Yield after each step with slopes from autograd."""
    weights, biases = arrays(network)
    loss = softmax_loss if is_classifier(network) else tanh_loss

    def batch_loss(weights, biases, a, t):
        for W, b in zip(weights[:-1], biases):
            a = anp.tanh(a @ W + b)
        return loss(a @ weights[-1] + biases[-1], t)

    slopes = value_and_grad(batch_loss, argnum=(0, 1))
    for rows in batches:
        value, found = slopes(weights, biases, examples.inputs[rows], examples.targets[rows])
        for array, slope in zip(weights + biases, found[0] + found[1]):
            array -= RATE * slope
        yield value


def tanh_loss(z, t):
    """Return the mean squared error of tanh outputs."""
    return anp.sum((anp.tanh(z) - t) ** 2) / len(t)


def softmax_loss(z, t):
    """Return the mean cross-entropy of softmax outputs."""
    z = z - anp.max(z, axis=1, keepdims=True)
    return anp.sum(anp.log(anp.sum(anp.exp(z), axis=1)) - anp.sum(t * z, axis=1)) / len(t)


def arrays(network):
    """Return the weights and the biases of all layers, as two lists of windows."""
    return [layer.weights for layer in network.layers], [layer.bias for layer in network.layers]


def is_classifier(network):
    """Say whether the network ends in softmax."""
    return network.layers[-1].activation.name == "softmax"


PEERS = {"nnlib.train": ours, "bare numpy calls": bare, "autograd": with_autograd}


def start(sizes, output, batch):
    """Return each peer's own copy of one network, and its generator of steps, both by name."""
    examples = data.digits()[0] if output == "softmax" else data.circles(n=250)
    networks = {name: Network(sizes, output=output) for name in PEERS}
    batches = []  # grows as `nnlib.train` takes them
    steps = {
        name: peer(networks[name], examples, batches, batch) for name, peer in PEERS.items()
    }
    return networks, steps


def measure(steps, rounds):
    """Let all take STEPS steps in turn; return {name: array (rounds,) of microseconds per step}."""
    taken = {name: np.empty(rounds) for name in steps}
    for turn in range(-1, rounds):  # turn -1 warms up
        for name, run in steps.items():
            begin = time.process_time()
            for _ in range(STEPS):
                next(run)
            if turn >= 0:
                taken[name][turn] = 1e6 * (time.process_time() - begin) / STEPS
    return taken


def check_same(networks):
    """Raise RuntimeError unless all have come to the same parameters."""
    expected = networks["nnlib.train"].parameters
    for name, network in networks.items():
        difference = np.abs(network.parameters - expected).max()
        if not difference <= SAME:
            raise RuntimeError(
                f"{name} has come to parameters that differ by {difference:.2g}, so it does not "
                f"do the same work, and its time says nothing. Expected at most {SAME:g}."
            )


def rows_of(name, taken):
    """Return the rows of the table for one network: microseconds, and times as long as the floor."""
    median = {peer: np.median(times) for peer, times in taken.items()}
    floor = median["bare numpy calls"]
    return [
        [f"{name}: {peer}", f"{µs:.0f}", f"{µs / floor:.2f}"] for peer, µs in median.items()
    ]


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    found = []
    for name, network in NETWORKS.items():
        networks, steps = start(*network)
        found += rows_of(name, measure(steps, rounds))
        check_same(networks)
    print(heading("One training step", "numpy", "autograd"))
    print(table(["one step", "µs", "× bare calls"], found))


if __name__ == "__main__":
    main()
