// A pad to draw on, over the picture. Where the pen goes is collected and sent in one list as often as
// messages may go; until the picture has caught up, a trail shows what the hand has just done.

const PAD_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " ", "Backspace"];
const FINE = 1 / 128; // of the pad's width: places nearer than this to the last one are no news
const PAD_HOW = "Draw with the mouse or a finger. With keys: the arrows move the pen, with Shift by more; "
  + "Space lowers and raises it; Backspace takes back the last stroke.";

function makePad(pad, picture, send) {
  const how = element("span", { id: newId(), className: "spoken", textContent: PAD_HOW });
  const trail = svgElement("polyline");
  const pen = element("div", { className: "pen" });
  const said = element("span", { className: "spoken", "aria-live": "polite" });
  const surface = element("div", {
    className: "pad", tabIndex: 0, role: "application", "aria-label": pad.label, "aria-describedby": how.id,
    title: PAD_HOW,
  }, svgElement("svg", { viewBox: "0 0 1 1", "aria-hidden": "true" }, trail), pen, how, said);
  const [left, top, width, height] = pad.box;
  let drawn = []; // of the trail, as parts of the pad
  let last = null; // the place sent last, in pixels of the figure
  let byKeys = false; // whether the pen was moved by keys, and has to say where it is

  const leaveTrail = (event, begins) => {
    const box = surface.getBoundingClientRect();
    if (begins) drawn = [];
    drawn.push([(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
    trail.setAttribute("points", drawn.map((place) => place.join(",")).join(" "));
  };
  // While the kernel is busy, places pile up: a hand that rests or trembles must not fill the list.
  const isNews = (place) => {
    if (!place || (last && Math.hypot(place.x - last.x, place.y - last.y) < FINE * width)) return false;
    last = place;
    return true;
  };
  const trace = (event, begins) => {
    if (begins) last = null;
    const events = event.getCoalescedEvents?.() ?? [];
    const points = (events.length && !begins ? events : [event])
      .map((each) => picture.toFigure(each, surface.parentElement)).filter(isNews).map(({ x, y }) => [x, y]);
    if (!points.length) return;
    send({ type: "trace", name: "pad", points: begins ? [null, ...points] : points });
    leaveTrail(event, begins);
  };
  surface.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    event.stopPropagation();
    surface.focus({ preventScroll: true });
    surface.setPointerCapture(event.pointerId);
    byKeys = false;
    trace(event, true);
  });
  surface.addEventListener("pointermove", (event) => {
    if (surface.hasPointerCapture(event.pointerId)) trace(event, false);
  });
  surface.addEventListener("keydown", (event) => {
    if (!PAD_KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === " " && event.repeat) return;
    byKeys = true;
    send({ type: "pen", name: "pad", key: event.key, far: event.shiftKey });
  });

  const place = () => {
    const start = picture.locate(left, top);
    const end = picture.locate(left + width, top + height);
    if (surface.parentElement !== start.layer && !surface.matches(":active")) start.layer.append(surface);
    surface.style.left = `${100 * start.x}%`;
    surface.style.top = `${100 * start.y}%`;
    surface.style.width = `${100 * (end.x - start.x)}%`;
    surface.style.height = `${100 * (end.y - start.y)}%`;
  };
  const show = (news, busy) => {
    if (news) {
      const [x, y, down, says] = news;
      pen.style.left = `${100 * x}%`;
      pen.style.top = `${100 * y}%`;
      pen.classList.toggle("down", down);
      if (byKeys && said.textContent !== says) said.textContent = says;
    }
    if (busy) return;
    drawn = drawn.slice(-1); // the hand may go on from here
    trail.setAttribute("points", "");
  };
  place();
  return { place, show };
}
