// Handles lie over the picture as elements of their own, so that replacing a piece of the picture
// never takes away what has the focus or is being dragged.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function makeHandle(handle, picture, send) {
  const knob = element("div", {
    className: "handle", tabIndex: 0, role: "slider", "aria-label": handle.label,
    "aria-roledescription": "handle to drag", title: handle.label,
  });
  knob.dataset.name = handle.name;
  knob.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    knob.focus();
    knob.setPointerCapture(event.pointerId);
  });
  knob.addEventListener("pointermove", (event) => {
    if (!knob.hasPointerCapture(event.pointerId)) return;
    const place = picture.toFigure(event, knob.parentElement);
    if (place) send({ type: "drag", name: handle.name, ...place });
  });
  knob.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const far = event.shiftKey ? 5 : 1;
    send({ type: "nudge", name: handle.name, x: arrow[0] * far, y: arrow[1] * far });
  });
  knob.addEventListener("blur", () => { knob.hidden = !found; });
  let found = null;
  const place = () => {
    knob.classList.toggle("away", !found);
    knob.hidden = !found && !knob.matches(":focus"); // keys can bring back what they have moved out
    if (!found) return;
    const { layer, x, y } = picture.locate(found[0], found[1]);
    // Moving it to another layer would end a drag, so it changes place only when it must.
    if (knob.parentElement !== layer && !knob.matches(":active")) layer.append(knob);
    knob.style.left = `${100 * x}%`;
    knob.style.top = `${100 * y}%`;
    knob.setAttribute("aria-valuenow", Math.round(100 * x)); // of 0 … 100 across; the text says the value
    knob.setAttribute("aria-valuetext", found[2]);
  };
  const show = (next) => {
    found = next;
    place();
  };
  return { show, place };
}
