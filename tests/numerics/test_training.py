"""The training loop: which rows it looks at, what it reports, when it stops, and that it repeats."""

import _thread
import itertools
import signal
import sys
import threading
import warnings

import numpy as np
import pytest

from nnlib import SGD, Adam, Data, Momentum, Network, Perceptron, accuracy, data, train
from nnlib.optimizers import Optimizer


def points(n=20):
    return data.moons(n, noise=0.2, seed=2)


def small(**settings):
    return Network([2, 4, 1], **settings)


class Listener:
    def __init__(self):
        self.heard = []

    def model_changed(self, model, step=None):
        self.heard.append((step, model.parameters.copy()))


def test_step_0_is_the_state_before_training():
    network = small()
    before = network.parameters.copy()
    step = next(train(network, points(), SGD()))
    np.testing.assert_array_equal(network.parameters, before)
    assert (step.number, step.epoch, step.rows, step.validation_loss, step.stopped) == (
        0,
        0,
        None,
        None,
        None,
    )
    assert step.loss == network.loss(points().inputs, points().targets)


def test_each_step_is_one_update_by_the_mean_slope_of_its_rows():
    network, twin, examples = small(), small(), points()
    for step in train(network, examples, SGD(0.5), batch=6, steps=9):
        if step.number:
            inputs, targets = examples.inputs[step.rows], examples.targets[step.rows]
            gradients = twin.backward(twin.forward(inputs), targets)
            assert step.loss == gradients.loss  # of this batch, before the update
            twin.parameters -= 0.5 * gradients.parameters
        np.testing.assert_array_equal(network.parameters, twin.parameters)


def test_an_epoch_looks_at_every_example_once_and_uses_the_last_short_batch():
    steps = list(train(small(), points(20), SGD(), batch=6, epochs=3))[1:]
    assert [len(step.rows) for step in steps] == [6, 6, 6, 2] * 3
    assert [step.epoch for step in steps[:5]] == pytest.approx([0.3, 0.6, 0.9, 1, 1.3])
    epochs = [np.concatenate([step.rows for step in steps[i : i + 4]]).tolist() for i in (0, 4, 8)]
    assert all(sorted(rows) == list(range(20)) for rows in epochs)
    assert epochs[0] != epochs[1] != epochs[2]  # a new order each time


@pytest.mark.parametrize(
    "limits, last",
    [
        (dict(steps=5), 5),
        (dict(epochs=2), 4),
        (dict(steps=5, epochs=2), 4),
        (dict(steps=3, epochs=2), 3),
        (dict(steps=0), 0),
        (dict(epochs=0), 0),
    ],
)
def test_it_ends_when_told(limits, last):
    assert [step.number for step in train(small(), points(20), SGD(), batch=10, **limits)] == list(
        range(last + 1)
    )


def test_without_limits_it_never_ends():
    run = train(small(), points(), SGD())
    assert next(itertools.islice(run, 3000, None)).number == 3000


def test_a_batch_larger_than_the_data_is_all_of_it():
    steps = list(train(small(), points(20), SGD(), batch=1000, steps=2))
    assert [len(step.rows) for step in steps[1:]] == [20, 20]


@pytest.mark.parametrize("make", [SGD, Momentum, Adam])
def test_same_seed_same_run(make):
    def run(seed, optimizer):
        network = small(seed=1)
        losses = [step.loss for step in train(network, points(), optimizer, batch=4, epochs=5, seed=seed)]
        return losses, network.parameters.tolist()

    used = make()
    first = run(3, used)
    assert run(3, used) == run(3, make()) == first  # a used optimizer starts afresh
    assert run(4, make()) != first


def test_other_random_numbers_are_neither_used_nor_disturbed():
    np.random.seed(0)
    before = np.random.get_state()[1].tolist()
    first = [step.loss for step in train(small(), points(), SGD(), steps=5)]
    assert np.random.get_state()[1].tolist() == before
    np.random.seed(1)
    assert [step.loss for step in train(small(), points(), SGD(), steps=5)] == first


def test_validation_is_measured_at_epoch_ends_and_carried_between():
    network, examples, held_out = small(), points(20), data.moons(10, seed=9)
    carried = None
    for step in train(network, examples, SGD(0.5), batch=8, epochs=3, validation=held_out):
        if step.epoch == int(step.epoch):
            carried = network.loss(held_out.inputs, held_out.targets)
        assert step.validation_loss == carried


def test_looking_at_validation_changes_nothing():
    runs = []
    for validation in (None, data.moons(10, seed=9)):
        network = small()
        list(train(network, points(), Adam(), epochs=5, validation=validation))
        runs.append(network.parameters.tolist())
    assert runs[0] == runs[1]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("make", [SGD, Momentum, Adam])
def test_the_loss_falls(make, seed):
    network, examples = small(seed=seed), points(60)
    steps = list(train(network, examples, make(), epochs=30, seed=seed))
    assert network.loss(examples.inputs, examples.targets) < 0.8 * steps[0].loss


def test_penalties_act_on_weights_only():
    plain, pulled = small(), small()
    for network in (plain, pulled):
        network.parameters += 0.3
    start = plain.parameters.copy()
    list(train(plain, points(), SGD(0.1), steps=1))
    list(train(pulled, points(), SGD(0.1), steps=1, l1=0.2, l2=0.5))
    expected = -0.1 * plain.is_weight * (0.2 * np.sign(start) + 0.5 * start)
    np.testing.assert_allclose(pulled.parameters - plain.parameters, expected, atol=1e-15)


def test_losses_are_told_without_penalties():
    losses = [[step.loss for step in train(small(), points(), SGD(), steps=1, l2=l2)] for l2 in (0, 5)]
    assert losses[0] == losses[1]


def test_the_rate_may_be_changed_on_the_way():
    network, optimizer = small(), SGD(0.1)
    run = train(network, points(), optimizer)
    next(run), next(run)
    optimizer.rate = 0.0
    before = network.parameters.copy()
    next(run)
    np.testing.assert_array_equal(network.parameters, before)
    optimizer.rate = 0.1
    next(run)
    assert (network.parameters != before).any()


def test_parameters_may_be_changed_on_the_way():
    network = small()
    run = train(network, points(), SGD(0.1))
    next(run), next(run)
    network.parameters[:] = 0
    next(run)
    assert np.abs(network.parameters).max() < 0.1


def test_changing_the_data_afterwards_changes_nothing():
    examples, network, twin = points(), small(), small()
    run = train(network, examples, SGD(), steps=5)
    examples.inputs[:] = 0
    list(run), list(train(twin, points(), SGD(), steps=5))
    np.testing.assert_array_equal(network.parameters, twin.parameters)


def test_every_step_is_reported_after_its_commit_and_before_it_is_handed_over():
    network, listener = small(), Listener()
    network.watch(listener)
    for count, step in enumerate(train(network, points(), SGD(), steps=5), start=1):
        assert len(listener.heard) == count and listener.heard[-1][0] is step
        np.testing.assert_array_equal(listener.heard[-1][1], network.parameters)
    assert count == 6


def test_float32_networks_train_in_float32():
    network = small(dtype="float32")
    *_, step = train(network, points(), Adam(), steps=20, l2=0.1)
    assert network.parameters.dtype == "float32" and np.isfinite(step.loss)


def test_a_pair_of_arrays_is_data_too():
    examples = points()
    pair = (examples.inputs.tolist(), examples.labels)
    losses = [
        [step.loss for step in train(small(), each, SGD(), steps=3, validation=each)]
        for each in (examples, pair)
    ]
    assert losses[0] == losses[1]


def test_your_own_optimizer():
    class Signs(Optimizer):
        def update(self, parameters, gradient):
            return parameters - self.rate * np.sign(gradient)

    network, examples = small(), points(60)
    steps = list(train(network, examples, Signs(0.01), epochs=40))
    assert network.loss(examples.inputs, examples.targets) < steps[0].loss


# Divergence is a state, not a crash


@pytest.mark.parametrize("rate", [1e3, 1e6, 1e300])
@pytest.mark.parametrize("hidden", ["linear", "ReLU", "softplus"])
def test_too_large_a_rate_stops_with_a_sentence_and_finite_parameters(hidden, rate):
    network, listener = Network([2, 8, 1], hidden=hidden, output="linear"), Listener()
    network.watch(listener)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        steps = list(train(network, points(), SGD(rate), steps=3000))
    last = steps[-1]
    assert last.stopped.startswith(
        f"Training stopped at step {last.number}: the numbers have grown beyond all bounds"
    )
    assert (
        f"rate {rate:g} overshoot" in last.stopped and f"smaller rate, such as {rate / 10:g}" in last.stopped
    )
    assert all(step.stopped is None and np.isfinite(step.loss) for step in steps[:-1])
    assert np.isfinite(network.parameters).all()
    np.testing.assert_array_equal(
        listener.heard[-2][1], network.parameters
    )  # the stopping step moved nothing
    assert listener.heard[-1][0] is last
    assert f"stopped='Training stopped at step {last.number}" in repr(last)


@pytest.mark.parametrize("make", [SGD, Momentum, Adam])
@pytest.mark.parametrize("rate", [np.nan, np.inf])
def test_a_rate_that_is_no_number_stops_too(make, rate):
    network, optimizer = small(), make()
    run = train(network, points(), optimizer)
    next(run), next(run)
    optimizer.rate = rate
    before = network.parameters.copy()
    step = next(run)
    assert f"the rate is {rate}. Give it a number" in step.stopped
    np.testing.assert_array_equal(network.parameters, before)
    assert list(run) == []


@pytest.mark.parametrize("when", [0, 1])
def test_a_weight_that_is_no_number_stops_too(when):
    network = small()
    run = train(network, points(), SGD())
    for _ in range(when):
        next(run)
    network.layers[0].weights[0, 0] = np.nan
    step = next(run)
    assert f"stopped at step {when}: a weight or bias is not a finite number" in step.stopped
    assert "network.reset" in step.stopped
    assert list(run) == []


def test_rate_0_and_a_rate_turned_negative_go_on():
    network, optimizer = small(), SGD(0)
    before = network.parameters.copy()
    run = train(network, points(), optimizer)
    for _ in range(5):
        next(run)
    np.testing.assert_array_equal(network.parameters, before)
    optimizer.rate = -0.1  # uphill: the loss grows, nothing breaks
    assert [next(run).stopped for _ in range(100)] == [None] * 100
    assert network.loss(points().inputs, points().targets) > network.loss(
        points().inputs, 1 - points().targets
    )


def test_a_loss_that_is_infinite_from_the_start_says_so():
    network = Network([1, 1], output="linear")
    (step,) = train(network, Data([[1e200]], [[-1e200]]), SGD())
    assert "stopped at step 0: the loss is infinite before any update. Try inputs" in step.stopped


# An interrupt never leaves weights of two different steps


def recorded_states(updates):
    network = small()
    return [network.parameters.tobytes() for _ in train(network, points(), Adam(), steps=updates)]


def test_an_interrupt_at_any_line_leaves_the_parameters_of_one_step():
    states = recorded_states(3)
    for line in itertools.count():
        network = small()
        run = train(network, points(), Adam(), steps=3)
        next(run), next(run)
        if not interrupted_at_line(line, lambda run=run: next(run)):
            break
        assert network.parameters.tobytes() in states[1:3]
    assert line > 50  # there were that many places to interrupt


def interrupted_at_line(line, work):
    """Do the work with a KeyboardInterrupt at its n-th line; tell whether it got that far."""
    lines = itertools.count()

    def trace(frame, event, argument):
        if event == "line" and next(lines) == line:
            raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


def test_an_interrupt_at_any_time_leaves_the_parameters_of_one_step():
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # as a kernel has it
    try:
        for milliseconds in np.linspace(1, 12, 40):
            network, done = small(), 0
            timer = threading.Timer(milliseconds / 1000, _thread.interrupt_main)
            with pytest.raises(KeyboardInterrupt):
                timer.start()
                for step in train(network, points(), Adam()):
                    done = step.number
            # the interrupt may fall between an update and its report, or its report and our note
            assert network.parameters.tobytes() in recorded_states(done + 1)[done:]
    finally:
        signal.signal(signal.SIGINT, before)


# Accuracy


def test_accuracy_counts_right_classes():
    xor = data.gate("XOR")
    assert accuracy(Perceptron([1, 1], bias=-1), xor) == 0.75  # an OR
    network = Network([2, 1])
    network.parameters = [0, 0, 5]
    assert accuracy(network, xor) == 0.5
    three = Network([2, 3])
    three.parameters = [0] * 6 + [0, 1, 0]
    assert accuracy(three, Data(np.zeros((4, 2)), np.eye(3)[[0, 1, 1, 2]])) == 0.5


def test_accuracy_needs_a_model_and_data():
    xor = data.gate("XOR")
    assert accuracy(Perceptron(), (xor.inputs, xor.targets)) == 0.5
    with pytest.raises(TypeError, match=r"accuracy got Data\(.*Try accuracy\(network, data\)"):
        accuracy(xor, Network([2, 1]))
    with pytest.raises(TypeError, match="data got 3, but it takes Data"):
        accuracy(Network([2, 1]), 3)


def test_they_introduce_themselves():
    first, second = train(small(), points(), SGD(), steps=1, validation=points())
    assert repr(first).startswith("Step(number=0, epoch=0, loss=0.") and ", validation_loss=0." in repr(first)
    assert repr(second).startswith("Step(number=1, epoch=1, loss=0.") and "rows" not in repr(second)
