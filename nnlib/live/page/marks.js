// The marks of the picture: SVG that arrives whole at first, then piece by piece. Where there is
// room they stand in one frame; on a narrow page the figure's panels are stacked, each a window on
// the same marks.

const SVG = "http://www.w3.org/2000/svg";
const NARROW = 0.75; // of the figure's own width: narrower than this, panels are stacked

function svgElement(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function makePicture({ width, height, panels }) {
  const marks = svgElement("g", { id: newId() });
  const row = element("div", { className: "picture" });
  let frames = [];
  let notify = () => {};

  // A frame shows the part of the figure between two x; the first holds the marks themselves.
  const makeFrame = ([left, right], index) => {
    const content = index ? svgElement("use", { href: `#${marks.id}` }) : marks;
    const svg = svgElement("svg", { viewBox: `${left} 0 ${right - left} ${height}`, role: "img" }, content);
    if (index) svg.setAttribute("aria-hidden", "true");
    const layer = element("div", { className: "layer" });
    const box = element("div", { className: "frame" }, svg, layer);
    box.style.setProperty("--wide", right - left);
    box.style.setProperty("--high", height);
    return { box, svg, layer, left, right };
  };
  const layOut = (ranges) => {
    const focused = row.getRootNode().activeElement;
    frames = ranges.map(makeFrame);
    row.replaceChildren(...frames.map((frame) => frame.box));
    describe(said);
    notify();
    if (focused && row.contains(focused)) focused.focus();
  };
  let said = "";
  const describe = (sentence) => {
    said = sentence;
    frames[0].svg.setAttribute("aria-label", sentence);
  };
  layOut([[0, width]]);
  const watch = new ResizeObserver(([entry]) => {
    const space = entry.contentRect.width;
    const ranges = space && space < NARROW * width ? panels : [[0, width]];
    if (space && ranges.length !== frames.length) layOut(ranges);
  });
  watch.observe(row);

  return {
    row,
    marks,
    describe,
    stop: () => watch.disconnect(),
    onLayout: (listener) => { notify = listener; },
    // Where a point of the figure (from its upper left corner) stands: a layer, and parts of it.
    locate(x, y) {
      const frame = frames.find(({ right }) => x <= right) ?? frames.at(-1);
      const wide = frame.right - frame.left;
      return { layer: frame.layer, x: (x - frame.left) / wide, y: y / height, window: [frame.left, 0, wide, height] };
    },
    // The point of the figure (from its lower left corner) under a pointer; `held` is the layer a
    // drag began in, which it then belongs to even outside.
    toFigure(pointer, held) {
      const frame = frames.find(({ box, layer }) => (held ? layer === held : box.contains(pointer.target)));
      if (!frame) return null;
      const box = frame.box.getBoundingClientRect();
      return {
        x: frame.left + ((pointer.clientX - box.left) / box.width) * (frame.right - frame.left),
        y: (1 - (pointer.clientY - box.top) / box.height) * height,
      };
    },
  };
}

function drawWhole(marks, svg) {
  marks.innerHTML = svg;
}

function drawPieces(marks, patches) {
  const parsed = svgElement("svg");
  parsed.innerHTML = Object.values(patches).join("");
  const pieces = new Map(); // id -> a group, and behind it the definitions (clips, hatches) it needs
  let id = "";
  for (const piece of [...parsed.children]) {
    if (piece.tagName === "g") pieces.set((id = piece.id), [piece]);
    else {
      piece.dataset.of = id;
      pieces.get(id).push(piece);
    }
  }
  for (const [name, parts] of pieces) {
    const old = marks.querySelector(`[id="${name}"]`);
    if (!old) continue;
    while (old.nextElementSibling?.dataset.of === name) old.nextElementSibling.remove();
    old.replaceWith(...parts);
  }
}
