"""What a message from the page may ask for: a short list, and nothing beyond it.

Everything that comes is looked up by name among the explorable's own controls, handles and buttons;
what is not there is passed over.
"""

from nnlib.live.pointer import FARTHEST, send_pointer_event

MOST_POINTS = 5000  # of a stroke in one message


def obey(explorable, message):
    """Do what one message asks. Raises ValueError with a sentence when its value will not do."""
    kind, name = str(message.get("type")), str(message.get("name"))
    if kind == "set" and name in explorable.controls:
        setattr(explorable, name, explorable.control(name).parse(message.get("value")))
    elif kind in ("drag", "nudge") and name in explorable.handles:
        getattr(explorable.handles[name], kind)(_number(message, "x"), _number(message, "y"))
    elif kind in ("select", "adjust", "assign") and explorable.parts and name in explorable.parts.every:
        _change_part(explorable.parts, kind, name, message)
    elif kind in ("trace", "pen") and explorable.pad:
        _use_pad(explorable.pad, kind, message)
    elif kind == "press" and name in explorable.actions:
        getattr(explorable, name)()
    elif kind == "restore":
        explorable.restore(message.get("value"))
    elif kind == "pointer":
        send_pointer_event(explorable.figure.canvas, message)
    elif explorable.player is not None:
        _drive(explorable.player, kind, message, explorable.loop)


def _change_part(parts, kind, name, message):
    if kind == "select":
        parts.select(name)
    elif kind == "adjust":
        parts.every[name].adjust(_number(message, "x"))
    else:
        parts.every[name].assign(message.get("value"))


def _use_pad(pad, kind, message):
    if kind == "pen":
        pad.press(message.get("key"), message.get("far") is True)
        return
    points = message.get("points")
    if not isinstance(points, list) or len(points) > MOST_POINTS:
        raise ValueError("The page sent a stroke that is none; try drawing it again.")
    pad.trace([None if point is None else _place(point) for point in points])


def _place(point):
    x, y = point if isinstance(point, list) and len(point) == 2 else (None, None)
    place = {"x": x, "y": y}
    return _number(place, "x"), _number(place, "y")


def _drive(player, kind, message, loop):
    if kind == "play":
        player.play(loop)
    elif kind == "pause":
        player.pause()
    elif kind == "step":
        player.pause()
        player.advance(player.steps_at_once)
    elif kind == "reset":
        player.reset()
    elif kind == "restart" and player.new_start:
        player.reset(player.seed + 1)
    elif kind == "seek":
        player.pause()
        player.seek(_number(message, "value"))
    elif kind == "speed":
        player.speed = min(max(_number(message, "value"), 0.1), 10.0)


def _number(message, key):
    value = message.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= FARTHEST:
        raise ValueError("The page sent a place that is no number; try moving it again.")
    return value
