"""Pointer events of the page become matplotlib's own, so `mpl_connect` works as everywhere.

An explorable that lets the learner click into its axes listens as in any matplotlib program:
`figure.canvas.mpl_connect("button_press_event", …)`, with `event.xdata` in data coordinates. The
page sends moves only while the button is down: a hover is no business of the kernel.
"""

from matplotlib.backend_bases import MouseEvent

EVENTS = {
    "down": "button_press_event",
    "move": "motion_notify_event",
    "up": "button_release_event",
}
FARTHEST = 1e6  # pixels; more is no place on any screen


def send_pointer_event(canvas, message):
    """Process one pointer message of the page; x and y in CSS pixels from the lower left corner."""
    name = EVENTS.get(str(message.get("event")))
    x, y = message.get("x"), message.get("y")
    if name is None or not all(isinstance(value, int | float) and abs(value) <= FARTHEST for value in (x, y)):
        return
    key = "shift" if message.get("shift") is True else None
    event = MouseEvent(name, canvas, x, y, button=1, key=key)
    canvas.callbacks.process(name, event)


def listeners(canvas):
    """Return the ids of everyone who listens to the pointer."""
    callbacks = canvas.callbacks.callbacks
    return {(page, cid) for page, event in EVENTS.items() for cid in callbacks.get(event, ())}
