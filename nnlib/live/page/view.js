// One view of an explorable: it says hello, shows what comes, and sends what hands do.

const IN_FLIGHT = 2; // messages on their way at once; further moves wait, and only the newest goes
const MOVES = ["set", "drag", "nudge", "adjust", "select", "trace", "seek", "move"]; // of these, only where they lead matters
const SUMMED = ["nudge", "adjust"]; // and of these, the sum
const TAP = 8; // pixels that a finger may move and still only tap
const SILENCE = 2500; // milliseconds without an answer before the view says so

function render({ model, el }) {
  const view = crypto.randomUUID?.() ?? String(Math.random());
  const host = element("div", { "data-lm-suppress-shortcuts": "true", className: "nnlib" });
  const root = host.attachShadow({ mode: "open" });
  el.append(host);
  const page = element("div", { className: "explorable" });
  const note = element("p", { className: "note", role: "status", hidden: true });
  root.append(element("style", { textContent: STYLE }), page, note);
  host.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !isPresenting()) host.closest(".jp-Cell, .jp-Notebook")?.focus();
  });

  const traffic = makeTraffic(model, view, (silent) => quiet(silent));
  const quiet = (silent) => {
    note.hidden = !silent;
    note.textContent = silent
      ? "No answer yet. A cell may still be running. If the kernel was restarted, choose Run All to bring this back to life."
      : "";
  };
  let parts = null;

  const receive = (message) => {
    if (message.type === "closed") {
      traffic.stop();
      page.inert = true;
      note.hidden = false;
      note.textContent = "This picture was replaced or closed. Run its cell to bring it back.";
      return;
    }
    if (message.type === "picture" && !parts) parts = build(page, message, traffic.send);
    if (!parts) return;
    traffic.answered(message.answers?.[view]);
    if (message.svg !== undefined) drawWhole(parts.svg, message.svg);
    if (message.patches) drawPieces(parts.svg, message.patches);
    parts.show(message, traffic.busyWith);
    if (message.ack) {
      const seen = () => traffic.say({ type: "ack", frame: message.frame });
      if (document.hidden) seen();
      else requestAnimationFrame(seen);
    }
  };
  model.on("msg:custom", receive);

  const sight = new IntersectionObserver((entries) => {
    traffic.say({ type: "visible", visible: entries.at(-1).isIntersecting });
  });
  const leave = () => traffic.say({ type: "bye" });
  traffic.send({ type: "hello" });
  sight.observe(host);
  addEventListener("pagehide", leave);

  return () => {
    sight.disconnect();
    removeEventListener("pagehide", leave);
    model.off("msg:custom", receive);
    parts?.stop();
    traffic.stop();
    leave();
  };
}

// Numbers what is sent, and keeps at most a few messages on their way: a slider that is dragged
// leaves the values between behind, never the last one.
function makeTraffic(model, view, quiet) {
  let sent = 0;
  let seen = 0;
  let waiting = new Map();
  let timer = 0;
  const newest = new Map(); // control -> number of the last message about it
  const post = (message) => {
    sent += 1;
    newest.set(message.name, sent);
    clearTimeout(timer);
    timer = setTimeout(() => quiet(true), SILENCE);
    say({ ...message, n: sent });
  };
  const say = (message) => {
    try {
      model.send({ ...message, view });
    } catch {
      quiet(true); // the kernel this picture belonged to is gone
    }
  };
  const next = () => {
    while (waiting.size && sent - seen < IN_FLIGHT) {
      const [key, message] = waiting.entries().next().value;
      waiting.delete(key);
      post(message);
    }
  };
  return {
    send(message) {
      const key = MOVES.includes(message.event ?? message.type)
        ? `${message.type} ${message.name}` : Symbol("once");
      const held = waiting.get(key);
      waiting.delete(key);
      if (held && SUMMED.includes(message.type)) {
        message = { ...message, x: held.x + message.x, y: held.y + message.y };
      }
      if (held && message.type === "trace") { // of a pen every place matters
        message = { ...message, points: [...held.points, ...message.points] };
      }
      waiting.set(key, message);
      next();
    },
    say,
    answered(n) {
      if (n === undefined) return;
      seen = Math.max(seen, n);
      if (seen >= sent) clearTimeout(timer);
      quiet(false);
      next();
    },
    // Whether newer values of this control are still on their way: then what comes is old news.
    busyWith: (name) =>
      (newest.get(name) ?? 0) > seen || [...waiting.values()].some((message) => message.name === name),
    stop: () => clearTimeout(timer),
  };
}

function build(page, message, send) {
  const picture = makePicture(message);
  const controls = Object.fromEntries(
    message.controls.map((control) => [control.name, makeControl(control, send)]));
  const handles = Object.fromEntries(
    message.handles.map((handle) => [handle.name, makeHandle(handle, picture, send)]));
  const parts = message.parts ? makeParts(message.parts, picture, send) : null;
  const pad = message.pad ? makePad(message.pad, picture, send) : null;
  picture.onLayout(() => [...Object.values(handles), parts, pad].forEach((each) => each?.place()));
  const actions = message.actions.map((action) => makeAction(action, send));
  const player = message.player ? makePlayer(send) : null;
  const sentence = makeSentence();
  const problem = makeProblem();
  const share = makeShare(send);
  listenToPointer(picture, message.pointer, send);
  const presentation = makePresentation(page.getRootNode().host);

  const top = element("div", { className: "top" },
    element("h3", { textContent: message.title }), ...presentation.buttons);
  const panel = element("div", { className: "controls", role: "group", "aria-label": "Controls" },
    ...Object.values(controls).map((control) => control.row),
    ...(actions.length ? [element("div", { className: "actions" }, ...actions)] : []));
  const stage = element("div", { className: "stage" },
    picture.row, ...(player ? [player.row] : []), ...sentence.rows, problem.row, share.row);
  const body = element("div", { className: "body" },
    ...(panel.children.length ? [panel] : []), stage);
  page.replaceChildren(top, body);

  const values = {};
  const show = (news, busyWith) => {
    Object.assign(values, news.values);
    // After a refusal every control shows again what holds, and not what was asked for.
    for (const name of Object.keys(news.problem ? values : news.values ?? {})) {
      if (!busyWith(name)) controls[name]?.show(values[name]);
    }
    if (news.disabled) {
      for (const [name, control] of Object.entries(controls)) control.row.inert = news.disabled.includes(name);
      // A button stays within reach, so that the one that was just pressed keeps the focus.
      for (const button of actions) button.setAttribute("aria-disabled", String(news.disabled.includes(button.dataset.name)));
    }
    if (news.strokes !== undefined) picture.row.classList.toggle("strokes", news.strokes);
    for (const [name, found] of Object.entries(news.places ?? {})) handles[name]?.show(found);
    if (news.said && parts) parts.show(news.said);
    if (news.chosen && parts) parts.choose(news.chosen);
    pad?.show(news.pen, busyWith("pad"));
    if (news.sentence !== undefined) {
      sentence.show(news.sentence);
      picture.describe(news.sentence);
    }
    if (news.problem !== undefined) problem.show(news.problem);
    if (news.share !== undefined) share.show(news.share);
    if (player && news.player) player.show(news.player, busyWith);
  };
  const stop = () => {
    sentence.stop();
    picture.stop();
    presentation.stop();
  };
  return { svg: picture.marks, show, stop };
}

// Clicks and strokes on the picture itself, for explorables that listen with mpl_connect. A stroke
// belongs to the panel in which it began, and is followed until the button is up; moves without a
// button are not sent.
function listenToPointer(picture, wanted, send) {
  let held = null; // the pointer that strokes
  let finger = null; // that came down: a tap, unless it goes on to scroll the page
  const tell = (event, pointer) => {
    const place = wanted.includes(event) && picture.toFigure(pointer);
    if (place) send({ type: "pointer", event, shift: pointer.shiftKey, ...place });
  };
  picture.row.addEventListener("pointerdown", (pointer) => {
    if (pointer.button !== 0) return;
    finger = pointer.pointerType === "touch" && !picture.row.classList.contains("strokes") ? pointer : null;
    if (finger) return;
    held = pointer.pointerId;
    if (wanted.includes("move")) pointer.target.closest(".frame")?.setPointerCapture(held);
    tell("down", pointer);
  });
  picture.row.addEventListener("pointermove", (pointer) => {
    if (pointer.pointerId === held) tell("move", pointer);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    picture.row.addEventListener(end, (pointer) => {
      if (finger?.pointerId === pointer.pointerId && end === "pointerup"
          && Math.hypot(pointer.clientX - finger.clientX, pointer.clientY - finger.clientY) < TAP) {
        tell("down", pointer);
        tell("up", pointer);
      }
      finger = null;
      if (pointer.pointerId !== held) return;
      held = null;
      tell("up", pointer);
    });
  }
}

export default { render };
