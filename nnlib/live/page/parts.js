// The parts of a diagram: invisible outlines over the picture, of which one at a time is a tab stop.
// Arrow keys rove, Enter opens a box to type in, + and − change the number, a mouse drags up or down.

const PIXELS = 4; // of a drag for one step
const STEPS = { "+": 1, "=": 1, "-": -1, "−": -1, PageUp: 5, PageDown: -5 };

function makeParts(parts, picture, send) {
  const overlay = svgElement("svg", { class: "parts", role: "group", "aria-label": parts.label });
  const tip = element("div", { className: "tip", hidden: true });
  tip.setAttribute("aria-hidden", "true");
  const box = element("input", { type: "text", className: "typed over", inputMode: "decimal", autocomplete: "off" });
  box.hidden = true;
  const known = new Map(parts.every.map((part) => [part.name, part]));
  const shapes = new Map();
  const values = {};
  let current = parts.every[0].name; // the one that Tab leads to
  let edited = null;
  let returning = false; // to the part whose box is done with: it is selected already
  let given = ""; // what the box held when it opened; handing that back would round the number

  const middleOf = (part) => {
    const [xs, ys] = [0, 1].map((i) => part.outline.map((point) => point[i]));
    return [xs, ys].map((all) => all.reduce((a, b) => a + b) / all.length);
  };
  const put = (node, part) => {
    const { x, y } = picture.locate(...middleOf(part));
    node.style.left = `${100 * x}%`;
    node.style.top = `${100 * y}%`;
  };
  const showTip = (name) => {
    tip.hidden = !name || edited !== null;
    if (tip.hidden) return;
    put(tip, known.get(name));
    tip.classList.toggle("low", !known.get(name).changes); // beside a unit's square, not on it
    tip.dataset.name = name;
    tip.textContent = `${known.get(name).label}: ${values[name]?.[0] ?? ""}`;
  };
  const leadTabTo = (name) => {
    shapes.get(current).setAttribute("tabindex", "-1");
    current = name;
    shapes.get(name).setAttribute("tabindex", "0");
  };
  const focus = (name) => shapes.get(name).focus();
  const edit = (name) => {
    if (!known.get(name).changes) return;
    edited = name;
    box.hidden = false;
    box.value = String(values[name]?.[1] ?? "").replace("-", "−"); // empty while nothing can be drawn
    given = box.value;
    box.setAttribute("aria-label", `${known.get(name).label}, type a number`);
    put(box, known.get(name));
    showTip(null);
    box.focus();
    box.select();
  };
  const commit = () => {
    if (box.value !== given) send({ type: "assign", name: edited, value: box.value });
  };
  const endEdit = (keep) => {
    if (edited === null) return;
    const name = edited;
    if (keep) commit();
    edited = null;
    box.hidden = true;
    returning = true;
    focus(name);
    returning = false;
  };
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") endEdit(true);
    if (event.key === "Escape") endEdit(false);
  });
  box.addEventListener("blur", () => {
    if (edited !== null) commit();
    edited = null;
    box.hidden = true;
  });

  const listen = (shape, part) => {
    let held = null; // where a drag began, and how many steps it has sent
    shape.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      focus(part.name);
      held = { y: event.clientY, sent: 0 };
      shape.setPointerCapture(event.pointerId);
    });
    shape.addEventListener("pointermove", (event) => {
      if (!held || !part.changes) return;
      const steps = Math.round((held.y - event.clientY) / PIXELS);
      if (steps !== held.sent) send({ type: "adjust", name: part.name, x: steps - held.sent });
      held.sent = steps;
    });
    for (const end of ["pointerup", "pointercancel"]) shape.addEventListener(end, () => { held = null; });
    shape.addEventListener("dblclick", () => edit(part.name));
    shape.addEventListener("pointerenter", () => showTip(part.name));
    shape.addEventListener("pointerleave", () => showTip(overlay.contains(root().activeElement) ? current : null));
    shape.addEventListener("focus", () => {
      leadTabTo(part.name);
      showTip(part.name);
      if (!returning) send({ type: "select", name: part.name });
    });
    shape.addEventListener("blur", () => showTip(null));
    shape.addEventListener("keydown", (event) => {
      const next = part.beside[event.key];
      const steps = STEPS[event.key];
      if (!next && !steps && event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      if (next) focus(next);
      else if (steps) send({ type: "adjust", name: part.name, x: steps });
      else edit(part.name);
    });
  };
  const root = () => overlay.getRootNode();

  for (const part of parts.every) {
    const [from, to] = [part.outline[0], part.outline.at(-1)];
    const shape = part.outline.length > 1
      ? svgElement("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1], "stroke-width": part.size })
      : svgElement("rect", {
        x: from[0] - part.size / 2, y: from[1] - part.size / 2, width: part.size, height: part.size, rx: 4,
      });
    shape.classList.add("part");
    shape.classList.toggle("changes", part.changes);
    shape.dataset.name = part.name;
    shape.setAttribute("tabindex", part.name === current ? "0" : "-1");
    shape.setAttribute("role", part.changes ? "slider" : "button");
    shape.setAttribute("aria-label", part.label);
    ["aria-valuemin", "aria-valuemax"].forEach((end, i) => part.range && shape.setAttribute(end, part.range[i]));
    listen(shape, part);
    shapes.set(part.name, shape);
    overlay.append(shape);
  }

  // The window of the figure in which the diagram stands has its own scale.
  const place = () => {
    const { layer, window } = picture.locate(...middleOf(parts.every[0]));
    overlay.setAttribute("viewBox", window.join(" "));
    if (overlay.parentElement !== layer) layer.prepend(overlay, tip, box);
  };
  const show = (news) => {
    Object.assign(values, news);
    for (const [name, [says, number]] of Object.entries(news)) {
      const shape = shapes.get(name);
      if (number === undefined) shape?.setAttribute("aria-label", `${known.get(name).label}, ${says}`);
      else {
        shape?.setAttribute("aria-valuenow", number);
        shape?.setAttribute("aria-valuetext", says);
      }
      if (tip.dataset.name === name) tip.textContent = `${known.get(name).label}: ${says}`;
    }
  };
  // Tab leads to what the explorable has chosen, as by a step of its player; never while keys rove.
  const choose = (name) => {
    if (shapes.has(name) && !root().activeElement?.closest(".parts")) leadTabTo(name);
  };
  place();
  return { place, show, choose };
}
