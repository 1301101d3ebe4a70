// Play, pause, step, reset, and a slider through the time that has passed.

function makePlayer(send) {
  const button = (label, type, title) => {
    const made = element("button", { type: "button", textContent: label, title });
    made.addEventListener("click", () => send({ type: made.dataset.type || type }));
    return made;
  };
  const play = button("Play", "play", "Play or pause");
  const step = button("Step", "step", "One step");
  const reset = button("Reset", "reset", "Back to the same start");
  const restart = button("New start", "restart", "Begin again from other random numbers");
  const id = newId();
  const time = element("input", { type: "range", id, min: 0, max: 0, value: 0 });
  time.addEventListener("input", () => send({ type: "seek", name: "time", value: Number(time.value) }));
  const speed = element("select", { title: "Speed" });
  speed.setAttribute("aria-label", "Speed");
  for (const factor of [0.25, 0.5, 1, 2, 4]) {
    speed.append(element("option", { value: factor, textContent: `${factor}×` }));
  }
  speed.addEventListener("change", () => send({ type: "speed", value: Number(speed.value) }));
  const row = element("div", { className: "player", role: "group", "aria-label": "Player" },
    play, step, reset, restart, speed,
    element("label", { htmlFor: id, textContent: "Time" }), time);
  const show = (state, busyWith) => {
    play.textContent = state.playing ? "Pause" : "Play";
    play.dataset.type = state.playing ? "pause" : "play";
    // Not `disabled`, which would throw the focus of a keyboard away at the last step.
    step.setAttribute("aria-disabled", String(state.ended && state.position >= state.steps - 1));
    restart.hidden = !state.newStart;
    speed.value = state.speed;
    time.disabled = state.steps < 2;
    time.max = Math.max(0, state.steps - 1);
    if (!busyWith("time")) time.value = state.position;
    time.setAttribute("aria-valuetext", `moment ${state.position} of ${Math.max(0, state.steps - 1)}`);
  };
  return { row, show };
}
