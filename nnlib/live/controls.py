"""What a hand can move: each control is declared on the trait whose value it holds.

`weight = number(1.0, -3, 3, label="weight, w")` makes a trait that carries its own slider. The
page draws the control; the explorable only ever sees the trait. Whatever arrives from a page is
checked here, and a value that will not do is answered with a sentence.
"""

import math
import re
from dataclasses import asdict, dataclass

import traitlets

LARGEST = 1e6  # of a number that is kept in a list


@dataclass(frozen=True)
class Number:
    """A slider with a number beside it, from `low` to `high` in steps of `step`."""

    label: str
    low: float
    high: float
    step: float
    unit: str = ""
    help: str = ""
    scale: str = "linear"  # or "log", for a learning rate
    kind: str = "number"

    def parse(self, value, in_range=True):
        """Turn what came from a page into a float, within the range unless told otherwise.

        Raises ValueError with a sentence when it is no number, or out of range.
        """
        number = _as_float(value)
        if number is None:
            raise ValueError(
                f"{self.label}: “{str(value)[:40]}” is not a number. "
                f"Type one from {self.low:g} to {self.high:g}."
            )
        if in_range and not self.low <= number <= self.high:
            raise ValueError(
                f"{self.label}: {number:g} is outside its range. "
                f"Choose from {self.low:g} to {self.high:g}."
            )
        return number

    def clamp(self, value):
        """Bring a dragged value into the range and onto a step."""
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        return round(self.low + steps * self.step, 10)


@dataclass(frozen=True)
class Choice:
    """One of a few named options."""

    label: str
    options: tuple
    help: str = ""
    kind: str = "choice"

    def parse(self, value, in_range=True):
        """Return the option that came. Raises ValueError for anything else."""
        if not isinstance(value, str) or value not in self.options:
            raise ValueError(
                f"{self.label}: “{str(value)[:40]}” is not on the list. "
                f"Choose one of {', '.join(self.options)}."
            )
        return value


@dataclass(frozen=True)
class Toggle:
    """Something that is on or off."""

    label: str
    help: str = ""
    kind: str = "toggle"

    def parse(self, value, in_range=True):
        """Return True or False. Raises ValueError for anything else."""
        if value in ("True", "False"):
            return value == "True"
        if not isinstance(value, bool):
            raise ValueError(f"{self.label} is on or off; “{str(value)[:40]}” is neither.")
        return value


@dataclass(frozen=True)
class Numbers:
    """Several numbers, kept as text with commas between them: `1,-0.5,2`."""

    label: str
    kind: str = "kept"

    def parse(self, value, in_range=True):
        """Return the text in its plain form. Raises ValueError when a part of it is no number."""
        if not isinstance(value, str):
            raise ValueError(f"{self.label}: “{str(value)[:40]}” is not a list of numbers. Try 1,-0.5,2.")
        return numbers_text(map(self._number, value.split(","))) if value.strip() else ""

    def _number(self, part):
        number = _as_float(part)
        if number is None or abs(number) > LARGEST:
            raise ValueError(
                f"{self.label}: “{part[:40]}” is no number that can be drawn. Try numbers such as 1,-0.5,2."
            )
        return number


def numbers_text(numbers):
    """Write numbers as the text in which a trait keeps them."""
    return ",".join(map(exact_text, numbers))


def exact_text(number):
    """Write a number as short as it can be without losing anything of it."""
    text = format(number, ".10g")
    return text if float(text) == number else repr(float(number))


def numbers_in(text):
    """Read the numbers that such a text holds."""
    return [float(part) for part in text.split(",") if part]


@dataclass(frozen=True)
class Action:
    """A button, and the name of the method it calls."""

    label: str
    help: str = ""


def number(default, low, high, *, label, step=0.1, unit="", help="", scale="linear"):
    """Declare a number that can be slid and typed."""
    control = Number(label, float(low), float(high), float(step), unit, help, scale)
    return traitlets.Float(float(default)).tag(control=control)


def choice(default, options, *, label, help=""):
    """Declare a choice between named options."""
    return traitlets.Enum(tuple(options), default).tag(control=Choice(label, tuple(options), help))


def kept(default, options, *, label):
    """Declare a choice that has no control of its own, but is part of the state."""
    return traitlets.Enum(tuple(options), default).tag(
        control=Choice(label, tuple(options), kind="kept")
    )


def kept_numbers(default="", *, label):
    """Declare several numbers that have no control of their own, but are part of the state."""
    return traitlets.Unicode(default).tag(control=Numbers(label))


def toggle(default, *, label, help=""):
    """Declare something that is on or off."""
    return traitlets.Bool(bool(default)).tag(control=Toggle(label, help))


def action(label, help=""):
    """Make a method a button: `@action("Flip")`."""

    def mark(method):
        method.action = Action(label, help)
        return method

    return mark


def controls_of(explorable):
    """Collect `{trait name: control}` in the order of declaration."""
    traits = explorable.traits(control=lambda control: control is not None)
    order = [name for cls in reversed(type(explorable).__mro__) for name in vars(cls)]
    return {name: traits[name].metadata["control"] for name in sorted(traits, key=order.index)}


def actions_of(explorable):
    """Collect `{method name: Action}` in the order of declaration."""
    return {
        name: method.action
        for cls in reversed(type(explorable).__mro__)
        for name, method in vars(cls).items()
        if isinstance(getattr(method, "action", None), Action)
    }


def for_page(name, control):
    """Describe a control to the page as plain values."""
    return {"name": name, **asdict(control)}


_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+")  # 1,000 may be a thousand or one: ask again


def _as_float(value):
    """Read a finite real number, with a comma or a true minus sign if need be; else None."""
    if isinstance(value, str):
        value = value.strip().replace("−", "-")
        value = value.replace(",", ".") if "." not in value and not _THOUSANDS.fullmatch(value) else value
    elif isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
