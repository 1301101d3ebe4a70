// What is said in words: the sentence under the picture, what went wrong, the share string.

const REST = 1000; // milliseconds of rest before the sentence is spoken

function makeSentence() {
  const seen = element("p", { className: "sentence" });
  const spoken = element("p", { className: "spoken", "aria-live": "polite" });
  let timer = 0;
  const show = (text) => {
    const first = !seen.textContent; // where a page begins nothing has changed: it is there to be read
    seen.textContent = text;
    clearTimeout(timer);
    if (!first) timer = setTimeout(() => { spoken.textContent = text; }, REST);
  };
  return { rows: [seen, spoken], show, stop: () => clearTimeout(timer) };
}

function makeProblem() {
  const sentence = element("span");
  const trace = element("pre");
  const details = element("details", {}, element("summary", { textContent: "Details" }), trace);
  const row = element("div", { className: "problem", role: "alert", hidden: true }, sentence, details);
  const show = (problem) => {
    row.hidden = !problem;
    sentence.textContent = problem ? problem.sentence : "";
    trace.textContent = problem?.details ?? "";
    details.hidden = !problem?.details;
  };
  return { row, show };
}

function makeShare(send) {
  const id = newId();
  const text = element("input", { type: "text", id, spellcheck: false, autocomplete: "off" });
  let held = "";
  onCommit(text, () => send({ type: "restore", value: text.value }), () => { text.value = held; });
  text.addEventListener("focus", () => text.select());
  const row = element("details", { className: "share" },
    element("summary", { textContent: "Share" }),
    element("label", { htmlFor: id, textContent: "Copy this string, or paste one and press Enter" }),
    text);
  const show = (value) => {
    held = value;
    if (!text.dataset.edited) text.value = value;
  };
  return { row, show };
}
