# The same diagram as a tutorial would write it; SIZES is put in front of this cell.
import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import FloatSlider, interact
from matplotlib.colors import ListedColormap

from nnlib import Network

BLUE, VERMILION, INK = "#0072b2", "#d55e00", "#1b1c1d"
REACH, HEIGHT = 1.75, max(290, 50 * max(SIZES)) + 124
network = Network(SIZES, seed=1)
middles = -REACH + (np.arange(40) + 0.5) * 2 * REACH / 40
GRID = np.stack(np.meshgrid(middles, middles), axis=-1).reshape(-1, 2)
BOTH = ListedColormap([VERMILION, "white", BLUE])


def show_unit(figure, place, field, value):
    axes = figure.add_axes([place[0] - 0.035, place[1] - 0.03, 0.07, 0.06])
    axes.imshow(field.reshape(40, 40)[::2, ::2], origin="lower", cmap="RdBu", vmin=-1, vmax=1, aspect="auto")
    axes.set(xticks=[], yticks=[], xlabel=f"{value:.2f}")


def show(weight):
    network.layers[0].weights[0, 1] = weight
    trace, everywhere = network.forward([[1.0, 0.0]]), network.forward(GRID)
    figure = plt.figure(figsize=(700 / 72, HEIGHT / 72), dpi=72)
    lines = figure.add_axes([0, 0.25, 0.65, 0.75])
    lines.set(xlim=(0, 0.65), ylim=(0.25, 1))
    lines.axis("off")
    columns = np.linspace(0.07, 0.58, len(SIZES))
    places = [[(x, 1 - 0.75 * (row + 0.5) / size) for row in range(size)] for x, size in zip(columns, SIZES)]
    for before, after, layer in zip(places, places[1:], network.layers):
        for i, start in enumerate(before):
            for j, end in enumerate(after):
                w = layer.weights[i, j]
                lines.plot(*zip(start, end), color=VERMILION if w < 0 else BLUE, linestyle="--" if w < 0 else "-",
                           linewidth=1 + 5 * np.tanh(abs(w) / 2))
    for column, fields, values in zip(places[1:], everywhere.outputs, trace.outputs):
        for unit, place in enumerate(column):
            show_unit(figure, place, fields[:, unit], values[0, unit])
    plane = figure.add_axes([0.71, 0.55, 0.28, 0.4])
    plane.imshow(everywhere.output.reshape(40, 40), extent=(-REACH, REACH) * 2, origin="lower", cmap="RdBu",
                 vmin=0, vmax=1, aspect="auto")
    plane.plot([1], [0], "D", color=INK)
    plane.set(xlabel="input x₁", ylabel="input x₂")
    loss = network.loss(trace, [[1.0]])
    figure.text(0.71, 0.3, f"output y = {trace.output[0, 0]:.3f}\nloss = {loss:.3f}")
    figure.text(0.02, 0.1, f"weight from x₁ to h₂: {weight:.2f}\nIt carries {weight:.2f} · 1 into the sum of h₂.")
    plt.show()


interact(show, weight=FloatSlider(value=1, min=-10, max=10, step=0.1))
None
