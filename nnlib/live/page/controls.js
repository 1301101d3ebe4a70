// Native labelled inputs: they work with every keyboard, screen reader and touch screen.

function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

let lastId = 0;
const newId = () => `nn-${++lastId}`;

function makeControl(control, send) {
  const make = { number: makeNumber, choice: makeChoice, toggle: makeToggle }[control.kind];
  const made = make(control, (value) => send({ type: "set", name: control.name, value }));
  made.row.dataset.name = control.name;
  return made;
}

// Digits as the step asks for, without trailing zeros, and a true minus sign.
function numberText(value, step) {
  if (typeof value !== "number") return String(value);
  const digits = Math.max(0, Math.min(6, -Math.floor(Math.log10(step))));
  const most = Math.abs(value) < 100 ? Math.max(digits, 3) : Math.abs(value) < 1000 ? 1 : 0; // that fit
  return String(Number(value.toFixed(most))).replace("-", "−");
}

function makeNumber(control, change) {
  const id = newId();
  const log = control.scale === "log";
  const toSlider = (value) => (log ? Math.log10(value) : value);
  const fromSlider = (value) => (log ? Number((10 ** value).toPrecision(2)) : Number(value));
  const label = element("label", { htmlFor: id, textContent: control.label });
  const slider = element("input", {
    type: "range", id, min: toSlider(control.low), max: toSlider(control.high),
    step: log ? 0.05 : control.step,
  });
  const box = element("input", {
    type: "text", inputMode: "decimal", className: "typed", autocomplete: "off",
    "aria-label": `${control.label}, type a number`,
  });
  const unit = element("span", { className: "unit", textContent: control.unit });
  const mirror = (value) => {
    delete box.dataset.edited;
    box.value = numberText(value, control.step);
    slider.setAttribute("aria-valuetext", `${box.value} ${control.unit}`.trim());
  };
  slider.addEventListener("input", () => {
    const value = fromSlider(slider.value);
    mirror(value);
    change(value);
  });
  let held = control.low; // what holds, whatever is being typed
  onCommit(box, () => change(box.value), () => mirror(held));
  box.addEventListener("keydown", (event) => {
    const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!steps) return;
    event.preventDefault();
    const typed = Number(box.value.replace("−", "-"));
    if (box.dataset.edited && box.value.trim() && !Number.isNaN(typed)) slider.value = toSlider(typed);
    if (log || steps > 0) slider.stepUp(steps > 0 ? 1 : -1);
    else slider.stepDown(1);
    slider.dispatchEvent(new Event("input"));
  });
  const row = element("div", { className: "control number" },
    element("div", { className: "pair" }, label, box, unit), slider);
  addHelp(row, slider, control.help);
  const show = (value) => {
    if (typeof value === "number") slider.value = toSlider(value);
    held = value;
    if (!box.dataset.edited) mirror(value);
  };
  return { row, show };
}

// Enter or leaving the field hands in what was typed, Escape gives it up; until then nothing may overwrite
// it. JupyterLab keeps Enter from causing the field's own change event, so the key is listened to.
function onCommit(field, commit, giveUp) {
  const done = () => {
    if (!field.dataset.edited) return;
    delete field.dataset.edited;
    commit();
  };
  field.addEventListener("input", () => { field.dataset.edited = "true"; });
  field.addEventListener("change", done);
  field.addEventListener("blur", done);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") done();
    if (event.key !== "Escape" || !field.dataset.edited) return;
    event.stopPropagation(); // a second Escape leaves for the cell
    delete field.dataset.edited;
    giveUp();
  });
}

function makeChoice(control, change) {
  const name = newId();
  const group = element("fieldset", { className: "control choice" },
    element("legend", { textContent: control.label }));
  const inputs = control.options.map((option) => {
    const input = element("input", { type: "radio", name, value: option });
    input.addEventListener("change", () => change(option));
    group.append(element("label", {}, input, element("span", { textContent: option })));
    return input;
  });
  addHelp(group, group, control.help);
  const show = (value) => inputs.forEach((input) => { input.checked = input.value === value; });
  return { row: group, show };
}

function makeToggle(control, change) {
  const input = element("input", { type: "checkbox" });
  input.addEventListener("change", () => change(input.checked));
  const row = element("div", { className: "control toggle" },
    element("label", {}, input, element("span", { textContent: control.label })));
  addHelp(row, input, control.help);
  return { row, show: (value) => { input.checked = value === true; } };
}

function makeAction(action, send) {
  const button = element("button", { type: "button", textContent: action.label });
  button.addEventListener("click", () => send({ type: "press", name: action.name }));
  button.dataset.name = action.name;
  if (action.help) button.title = action.help;
  return button;
}

function addHelp(row, input, text) {
  if (!text) return;
  const help = element("small", { id: newId(), textContent: text });
  input.setAttribute("aria-describedby", help.id);
  row.append(help);
  // It is seen while the control is looked at (style.css); Escape takes it out of the way.
  row.addEventListener("keydown", (event) => { if (event.key === "Escape") help.hidden = true; });
  for (const end of ["focusout", "pointerleave"]) row.addEventListener(end, () => { help.hidden = false; });
}
