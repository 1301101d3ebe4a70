// Presenting: large type, the picture as wide as the page, and everything else folded away. The
// choice holds for all pictures of the browser page, and for as long as its tab is open.

const PRESENTING = "nnlib-presenting"; // the name of the choice, and of the event that tells of it

function makePresentation(host) {
  const present = element("button", {
    type: "button", className: "present", textContent: "Present",
    title: "Large type and a large picture, in all pictures of this page (Escape to leave)",
  });
  const unfold = element("button", { type: "button", className: "unfold" });
  const fold = (folded) => {
    host.classList.toggle("folded", folded);
    unfold.textContent = folded ? "Show controls" : "Hide controls";
    unfold.setAttribute("aria-expanded", String(!folded));
  };
  const obey = (on) => {
    present.setAttribute("aria-pressed", String(on));
    unfold.hidden = !on;
    fold(on);
  };
  const choose = (on) => {
    const before = host.getBoundingClientRect().top;
    setPresenting(on);
    dispatchEvent(new Event(PRESENTING));
    // The pictures above have changed their height: this one stays where it was.
    requestAnimationFrame(() => stayAt(host, before));
  };
  present.addEventListener("click", () => choose(!isPresenting()));
  unfold.addEventListener("click", () => fold(!host.classList.contains("folded")));
  const leave = (event) => {
    if (event.key !== "Escape" || !isPresenting()) return;
    event.stopPropagation();
    present.focus(); // what had the focus may be about to move or to vanish
    choose(false);
  };
  host.addEventListener("keydown", leave);
  return { buttons: [unfold, present], stop: followPresentation(host, obey) };
}

// Hold to the choice of the page, now and when it changes; returns a function that ends this.
function followPresentation(host, obey = () => {}) {
  const follow = () => {
    const on = isPresenting();
    host.classList.toggle("presenting", on);
    obey(on);
  };
  addEventListener(PRESENTING, follow);
  follow();
  return () => removeEventListener(PRESENTING, follow);
}

function stayAt(host, top) {
  let scroller = host.parentElement;
  while (scroller && !(scroller.scrollHeight > scroller.clientHeight && getComputedStyle(scroller).overflowY !== "visible")) {
    scroller = scroller.parentElement;
  }
  scroller?.scrollBy(0, host.getBoundingClientRect().top - top);
}

// A page may be forbidden to store anything; then the choice lasts until it is loaded again.
let presentingHere = false;

function isPresenting() {
  try {
    return sessionStorage.getItem(PRESENTING) === "yes";
  } catch {
    return presentingHere;
  }
}

function setPresenting(on) {
  presentingHere = on;
  try {
    sessionStorage.setItem(PRESENTING, on ? "yes" : "no");
  } catch {
    // nothing to do: presentingHere remembers
  }
}
