// Handles lie over the picture as elements of their own, so that replacing a piece of the picture
// never takes away what has the focus or is being dragged.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function makeHandle(handle, layer, size, send) {
  const knob = element("div", {
    className: "handle", tabIndex: 0, role: "slider", "aria-label": handle.label,
    "aria-roledescription": "handle to drag", title: handle.label,
  });
  knob.dataset.name = handle.name;
  const place = (event) => {
    const box = layer.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: (1 - (event.clientY - box.top) / box.height) * size.height,
    };
  };
  knob.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    knob.focus();
    knob.setPointerCapture(event.pointerId);
  });
  knob.addEventListener("pointermove", (event) => {
    if (!knob.hasPointerCapture(event.pointerId)) return;
    send({ type: "drag", name: handle.name, ...place(event) });
  });
  knob.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const far = event.shiftKey ? 5 : 1;
    send({ type: "nudge", name: handle.name, x: arrow[0] * far, y: arrow[1] * far });
  });
  layer.append(knob);
  const show = (found) => {
    knob.hidden = !found;
    if (!found) return;
    const [x, y, says] = found;
    knob.style.left = `${(x / size.width) * 100}%`;
    knob.style.top = `${(y / size.height) * 100}%`;
    knob.setAttribute("aria-valuenow", x);
    knob.setAttribute("aria-valuetext", says);
  };
  return { knob, show };
}
