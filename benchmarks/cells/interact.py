# The same picture, written as a tutorial would write it: a function that plots, and `interact`.
import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import FloatSlider, interact
from matplotlib.colors import ListedColormap

BLUE, VERMILION, INK = "#0072b2", "#d55e00", "#1b1c1d"
ROWS = np.array([(0, 0), (0, 1), (1, 0), (1, 1)])
TARGETS = np.array([0, 0, 0, 1])
X1, X2 = 1, 0
REACH = 1.75

middles = -REACH + (np.arange(40) + 0.5) * 2 * REACH / 40
GRID = np.stack(np.meshgrid(middles, middles), axis=-1)


def show_plane(axes, w1, w2, bias):
    axes.imshow(
        GRID @ [w1, w2] + bias >= 0, extent=(-REACH, REACH, -REACH, REACH), origin="lower",
        cmap=ListedColormap([VERMILION, BLUE]), vmin=0, vmax=1, alpha=0.4, aspect="auto",
    )
    if w2:
        ends = np.array([-REACH, REACH])
        axes.plot(ends, -(w1 * ends + bias) / w2, color=INK)
    axes.annotate("", (w1 / 2, w2 / 2), (0, 0), arrowprops={"color": INK, "width": 3})
    axes.scatter(*ROWS[TARGETS == 1].T, s=150, color=BLUE)
    axes.scatter(*ROWS[TARGETS == 0].T, s=150, facecolor="white", edgecolor=VERMILION, linewidth=3)
    wrong = (ROWS @ [w1, w2] + bias >= 0) != TARGETS
    axes.plot(*ROWS[wrong].T, "x", color=INK)
    axes.plot(X1, X2, "D", color=INK)
    axes.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), xlabel="input x₁", ylabel="input x₂")
    axes.set_title("The plane of inputs")
    axes.grid(True)


def show_sum(axes, w1, w2, bias):
    terms = np.array([w1 * X1, w2 * X2, bias])
    ends = np.cumsum(terms)
    lengths = np.append(terms, ends[-1])
    axes.barh(range(4), lengths, left=np.append(ends - terms, 0),
              color=[VERMILION if length < 0 else BLUE for length in lengths])
    for row, length in enumerate(lengths):
        axes.text(min(ends[min(row, 2)], 5), row, f"{length:.2f}", va="center")
    axes.axvline(0, color=INK)
    axes.set(xlim=(-6, 6), ylim=(3.6, -0.6), title="Multiply, add")
    axes.set_yticks(range(4), ["w₁ · x₁", "w₂ · x₂", "bias b", "sum z"])


def show_lamp(axes, z):
    axes.axis("off")
    axes.set(xlim=(0, 1), ylim=(-1, 1))
    axes.plot([0.05], [0], "o", markersize=18, color=BLUE if z >= 0 else VERMILION)
    axes.text(0.15, 0, f"step: {z:.2f}, so {int(z >= 0)}", va="center")


def show_table(axes, w1, w2, bias):
    axes.axis("off")
    axes.set(xlim=(0, 1), ylim=(3.6, -1.5))
    columns = [0.07, 0.19, 0.43, 0.63, 0.83, 0.96]
    for x, name in zip(columns, ["x₁", "x₂", "sum z", "answer", "target", ""]):
        axes.text(x, -1, name, ha="center", va="center")
    for row, (inputs, target) in enumerate(zip(ROWS, TARGETS)):
        z = inputs @ [w1, w2] + bias
        answer = int(z >= 0)
        words = [*inputs, f"{z:.2f}", answer, target, "✓" if answer == target else "✗"]
        for x, word in zip(columns, words):
            axes.text(x, row, word, ha="center", va="center")


def show(w1, w2, bias):
    figure = plt.figure(figsize=(10, 5.6), dpi=72)
    show_plane(figure.add_axes([0.075, 0.13, 0.44, 0.79]), w1, w2, bias)
    show_sum(figure.add_axes([0.635, 0.615, 0.345, 0.307]), w1, w2, bias)
    show_lamp(figure.add_axes([0.635, 0.43, 0.345, 0.1]), w1 * X1 + w2 * X2 + bias)
    show_table(figure.add_axes([0.58, 0.02, 0.4, 0.385]), w1, w2, bias)
    plt.show()


def slider(value):
    return FloatSlider(value=value, min=-3, max=3, step=0.1)


interact(show, w1=slider(1), w2=slider(1), bias=slider(-1.5))
None
