"""The parts of a diagram that a hand can choose and change, all in one tab stop.

The arrow keys rove from part to part, Enter types a number, + and − change it, and a mouse selects
or drags up and down. Handles are for places in a plane; parts are for things that are connected.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from nnlib.live.controls import Number


@dataclass(frozen=True)
class Part:
    """One thing in a diagram.

    `outline` are its ends (of a line) or its centre, in CSS pixels from the lower left corner of the
    figure, and `size` how wide it is there. `beside` names the parts that the arrow keys
    lead to. With `number` (a control), `get` and `put` it can be changed.
    """

    name: str
    label: str
    outline: tuple
    size: float
    beside: dict = field(default_factory=dict)  # "ArrowLeft": name
    number: Number | None = None
    get: Callable | None = None
    put: Callable | None = None

    def adjust(self, steps):
        """Change the number by so many of its steps; without a number do nothing.

        A number that code has set beyond the range comes back to it, but only by steps in that direction.
        """
        if self.number is None:
            return
        value = self.get()
        moved = self.number.clamp(value + steps * self.number.step)
        if (moved - value) * steps > 0:
            self.put(moved)

    def assign(self, text):
        """Take a number that was typed. Raises ValueError with a sentence when it is none."""
        if self.number is not None:
            self.put(self.number.parse(text))


@dataclass(frozen=True)
class Parts:
    """All parts of one diagram by name.

    `says()` returns what each of them says now, as words by name; `select(name)` is told which one is
    looked at, and `chosen()` names it, if there is one: Tab leads there.
    """

    label: str
    every: dict
    says: Callable
    select: Callable
    chosen: Callable = lambda: ""

    def for_page(self, height):
        """Describe the parts to the page, which counts pixels from the top of the figure."""
        return {
            "label": self.label,
            "every": [
                {
                    "name": part.name,
                    "label": part.label,
                    "outline": [[round(float(x), 1), round(float(height - y), 1)] for x, y in part.outline],
                    "size": part.size,
                    "beside": part.beside,
                    "changes": part.number is not None,
                    "range": part.number and [part.number.low, part.number.high],
                }
                for part in self.every.values()
            ],
        }

    def values(self):
        """Say what every part says now, and its number, if it has one."""
        said = self.says()
        return {
            name: [said[name]] if part.number is None else [said[name], round(part.get(), 4)]
            for name, part in self.every.items()
        }
