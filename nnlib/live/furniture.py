"""What stands around a picture on the page: controls, buttons, and what hands can hold.

`furniture` is told to a view once, when it sets itself up; `hands` is what may change with every
frame. Both are plain values, ready for JSON.
"""

from itertools import pairwise

from nnlib.live.controls import for_page


def furniture(lab):
    """Describe what the page builds around the picture of `lab`, an Explorable."""
    return {
        "width": lab.width,
        "height": lab.height,
        "panels": list(pairwise((0, *lab.breaks, lab.width))),
        "title": lab.title,
        "controls": [
            for_page(name, control)
            for name, control in lab.controls.items()
            if control.kind != "kept" and lab.offers(name)
        ],
        "actions": [
            {"name": name, "label": action.label, "help": action.help}
            for name, action in lab.actions.items()
            if lab.offers(name)
        ],
        "handles": [{"name": handle.name, "label": handle.label} for handle in held(lab).values()],
        "parts": lab.parts and lab.parts.for_page(lab.height),
        "pad": lab.pad and lab.pad.for_page(lab.height),
    }


def held(lab):
    """Return the handles whose numbers the page offers, by name."""
    return {name: handle for name, handle in lab.handles.items() if all(map(lab.offers, handle.moves))}


def hands(lab, drawable):
    """Describe what can be held now; while the state is not `drawable`, there is nothing to hold."""
    return {
        "places": {name: handle.for_page() if drawable else None for name, handle in held(lab).items()},
        "said": lab.parts.values() if lab.parts and drawable else {},
        "chosen": lab.parts and lab.parts.chosen(),
        "pen": lab.pad and lab.pad.where(),
        "player": lab.player.for_page() if lab.player and lab.offers("player") else None,
        "disabled": lab.at_rest(),
        "strokes": lab.strokes,
    }
