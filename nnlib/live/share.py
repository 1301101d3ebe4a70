"""A state as a short string, to paste into a chat or hand in: `Neuron?w1=1.5&target=AND`.

It is written like the end of a web address. Reading one back looks up every name among the controls
and passes every value through the control's own check; nothing in it is ever evaluated.
"""

from urllib.parse import parse_qsl, urlencode

from nnlib.live.controls import exact_text

LARGEST = 1e6  # a number set by code may lie beyond its slider, but not beyond this
LONGEST = 4000  # characters; a longer string is not one of ours


def write_state(kind, values):
    """Write `values` (a dict of trait values) of an explorable of this `kind`."""
    pairs = {name: _short(value) for name, value in values.items()}
    return f"{kind}?{urlencode(pairs, safe=',')}"


def read_state(text, kind, controls):
    """Read a string made by `write_state`; return the checked values by name.

    Raises ValueError with a sentence when the string is not one, belongs to another kind of
    explorable, or holds a name or value that does not exist.
    """
    if not isinstance(text, str) or len(text) > LONGEST:
        raise ValueError("That is not a share string. It begins with a name, such as Neuron?w1=1.")
    name, mark, query = text.strip().partition("?")
    if not mark or name != kind:
        shown = name[:40] or "nothing"
        raise ValueError(f"This is a string for “{shown}”; here it must begin with {kind}?")
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=len(controls))
    except ValueError:
        raise ValueError("The string is damaged: it needs name=value pairs, joined by &.") from None
    unknown = [key for key, _ in pairs if key not in controls]
    if unknown:
        raise ValueError(f"There is no “{unknown[0][:40]}” here. Known: {', '.join(controls)}.")
    values = {key: controls[key].parse(value, in_range=False) for key, value in pairs}
    for key, value in values.items():
        if isinstance(value, float) and abs(value) > LARGEST:
            raise ValueError(f"{controls[key].label}: {value:g} is too large to be drawn.")
    return values


def _short(value):
    return exact_text(value) if isinstance(value, float) else str(value)
