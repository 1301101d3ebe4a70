// A form: questions with native inputs and one button each, and a line that says what came of it.

const SILENCE = 2500; // milliseconds without an answer before the form says so

function render({ model, el }) {
  const host = element("div", { "data-lm-suppress-shortcuts": "true", className: "nnlib-form" });
  const root = host.attachShadow({ mode: "open" });
  el.append(host);
  const page = element("div", { className: "form" });
  const note = element("p", { className: "note", role: "status" });
  root.append(element("style", { textContent: STYLE }), page, note);

  let fields = null;
  let timer = 0;
  const send = (message) => {
    clearTimeout(timer);
    timer = setTimeout(() => { note.textContent = NO_ANSWER; }, SILENCE);
    try {
      model.send(message);
    } catch {
      note.textContent = NO_ANSWER; // the kernel this form belonged to is gone
    }
  };
  const receive = (message) => {
    clearTimeout(timer);
    note.textContent = message.notice ?? "";
    if (message.type === "closed") {
      page.inert = true;
      note.textContent = "This form was replaced or closed. Run its cell to bring it back.";
      return;
    }
    fields ??= buildForm(page, message, send);
    for (const field of message.fields) {
      fields[field.name].show(field, field.name === message.name ? message.refusal : undefined);
    }
  };
  model.on("msg:custom", receive);
  send({ type: "hello" });
  const unfollow = followPresentation(host);
  return () => {
    clearTimeout(timer);
    unfollow();
    model.off("msg:custom", receive);
  };
}

const NO_ANSWER =
  "No answer yet. A cell may still be running. If the kernel was restarted, choose Run All to bring this back to life.";

function buildForm(page, message, send) {
  const fields = {};
  for (const field of message.fields) {
    const make = { choice: makeQuestion, number: makeQuestion, table: makeTable }[field.kind];
    fields[field.name] = make(field, (value) => send({ type: "answer", name: field.name, value }));
  }
  const heading = message.heading ? [element("h3", { textContent: message.heading })] : [];
  page.replaceChildren(...heading, ...Object.values(fields).map((field) => field.row));
  return fields;
}

// What stands between backticks becomes code; everything is text, nothing is markup.
const prose = (text) =>
  text.split("`").map((part, number) => (number % 2 ? element("code", { textContent: part }) : part));

// One question: options or a number, a button, and the line below it.
function makeQuestion(field, answer) {
  const input = field.kind === "choice" ? makeOptions(field) : makeBox(field);
  const button = element("button", { type: "submit", textContent: field.button });
  const said = element("p", { className: "said", role: "status" });
  const group = element("fieldset", {}, element("legend", {}, ...prose(field.text)),
    ...input.rows, element("div", { className: "actions" }, button));
  const row = element("form", { className: "question", noValidate: true }, group, said);
  row.dataset.name = field.name;
  const handIn = () => {
    const value = input.value();
    if (value === "") said.textContent = input.missing;
    else answer(value);
  };
  // A reason that belongs to another option than the one chosen now would mislead.
  row.addEventListener("change", () => {
    if (said.dataset.outcome !== "recorded") said.replaceChildren();
  });
  row.addEventListener("submit", (event) => {
    event.preventDefault();
    handIn();
  });
  // JupyterLab keeps Enter from handing a form in, so the key is listened to.
  row.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target === button) return;
    event.preventDefault();
    if (!group.disabled) handIn();
  });
  let shown = false;
  const show = (now, refusal) => {
    group.disabled = now.locked;
    const about = shown && now.outcome !== "recorded" ? input.value() : now.answer;
    said.replaceChildren(...prose(refusal ?? (about === now.answer ? now.reply : "")));
    said.dataset.outcome = refusal === undefined ? now.outcome : "";
    // Once shown, a choice belongs to the hand that is about to answer another time.
    if (!shown || now.locked) input.show(now.answer);
    shown = true;
  };
  return { row, show };
}

function makeOptions(field) {
  const name = newId();
  const inputs = field.options.map((option) => element("input", { type: "radio", name, value: option }));
  const rows = inputs.map((input) =>
    element("label", { className: "option" }, input, element("span", {}, ...prose(input.value))));
  return {
    rows,
    missing: "Choose one of the options first.",
    value: () => inputs.find((input) => input.checked)?.value ?? "",
    show: (answer) => inputs.forEach((input) => { input.checked = input.value === answer; }),
  };
}

function makeBox(field) {
  const id = newId();
  const range = [field.low, field.high].map((value) => numberText(value, 0.001)).join(" to ");
  const box = element("input", {
    type: "text", id, inputMode: "decimal", autocomplete: "off", className: "typed",
  });
  const label = element("label", { htmlFor: id, textContent: `A number from ${range}` });
  const unit = element("span", { className: "unit", textContent: field.unit });
  return {
    rows: [element("div", { className: "box" }, label, box, unit)],
    missing: `Type a number from ${range} first.`,
    value: () => box.value.trim(),
    show: (answer) => { box.value = answer === null ? "" : numberText(answer, 0.0001); },
  };
}

// A table with a button that asks once more before it acts.
function makeTable(field, press) {
  const table = element("table");
  const said = element("p", { className: "said" });
  const button = element("button", { type: "button", textContent: field.button, hidden: !field.button });
  const question = element("p", { textContent: field.confirm, id: newId() });
  const yes = element("button", { type: "button", textContent: `${field.button} now` });
  const no = element("button", { type: "button", textContent: "Keep it" });
  const confirm = element("div", { role: "group", "aria-labelledby": question.id, hidden: true },
    question, element("div", { className: "actions" }, no, yes));
  const ask = (open) => {
    confirm.hidden = !open;
    button.hidden = open;
    (open ? no : button).focus();
  };
  button.addEventListener("click", () => ask(true));
  no.addEventListener("click", () => ask(false));
  yes.addEventListener("click", () => {
    ask(false);
    press(true);
  });
  confirm.addEventListener("keydown", (event) => { if (event.key === "Escape") ask(false); });
  const row = element("div", { className: "overview" }, table, said,
    element("div", { className: "actions" }, button), confirm);
  const show = (now) => {
    said.textContent = now.text;
    table.replaceChildren(...now.rows.map((cells, number) => element("tr", {},
      ...cells.map((cell, place) => element(number && place ? "td" : "th", {
        textContent: cell, scope: number ? "row" : "col",
      })))));
  };
  return { row, show };
}

export default { render };
