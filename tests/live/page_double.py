"""A stand-in for the browser: it shows what an explorable sends, as the page's script would."""

import re
import xml.etree.ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
SHARED = {f"{{{SVG}}}clipPath", f"{{{SVG}}}pattern"}  # named by their content; placed anywhere
WRAPPER = f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'


class PageDouble:
    """Listen to `explorable` as one view; `say` sends a message, as the page does.

    With `acknowledges=False` it is a view that never says it has shown a frame.
    """

    def __init__(self, explorable, view="view", acknowledges=True):
        self.explorable, self.view, self.acknowledges = explorable, view, acknowledges
        self.frames = []
        self.shown = {}  # everything the page shows beside the picture
        self._number = 0
        explorable.widget.send = self._receive
        self.say(type="hello")

    def _receive(self, frame, buffers=None):
        self.frames.append(frame)
        self.shown |= {key: frame[key] for key in ("sentence", "problem", "player", "share", "disabled", "strokes") if key in frame}
        for key in ("values", "places", "said"):
            self.shown[key] = self.shown.get(key, {}) | frame.get(key, {})
        if "svg" in frame:
            self.picture = ET.fromstring(WRAPPER % frame["svg"])
        for name, svg in frame.get("patches", {}).items():
            self._replace(name, ET.fromstring(WRAPPER % svg))
        if frame.get("ack") and self.acknowledges:
            self.explorable._traffic.receive({"type": "ack", "view": self.view, "frame": frame["frame"]})

    def _replace(self, name, pieces):
        for parent in self.picture.iter():
            for place, child in enumerate(parent):
                if child.get("id") == name:
                    parent[place] = pieces[0]
                    return
        raise AssertionError(f"the page has no place for {name}")

    def say(self, **message):
        """Send one message, numbered as the page numbers them."""
        self._number += 1
        self.explorable._traffic.receive({"view": self.view, "n": self._number, **message})

    def set(self, name, value):
        """Move a control."""
        self.say(type="set", name=name, value=value)

    @property
    def marks(self):
        """The picture as text in which the same picture always reads the same."""
        return normalised(self.picture)


def normalised(picture):
    """Write an SVG tree without definitions and without what differs from figure to figure."""
    copy = ET.fromstring(ET.tostring(picture))
    for parent in list(copy.iter()):
        for child in list(parent):
            if child.tag == f"{{{SVG}}}defs" and child[0].tag in SHARED:
                parent.remove(child)
        # matplotlib counts the kinds of artists in a drawing; one drawn alone is always the first.
        if re.fullmatch(r"\w+_\d+", parent.get("id", "")):
            del parent.attrib["id"]
        parent.text, parent.tail = (parent.text or "").strip(), ""
    return re.sub(r"nn\d+-", "nn-", ET.tostring(copy, encoding="unicode"))
