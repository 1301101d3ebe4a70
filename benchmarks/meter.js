// Runs in the page before JupyterLab does, and notes with the page's own clock when a hand acts,
// when a message of Jupyter's leaves or arrives, and when the watched picture changes.

window.meter = (() => {
  const notes = {};
  const clear = () => Object.assign(notes, {
    acted: 0, // when the last key went down, or the slider was let go
    sent: [], received: [], shown: [], // when; in milliseconds, as all times here
    bytes: 0, // of all messages, both ways
  });
  clear();

  const note = (times, data) => {
    times.push(performance.now());
    notes.bytes += data.byteLength ?? data.length;
  };
  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener("message", (event) => note(notes.received, event.data));
    }
    send(data) {
      note(notes.sent, data);
      super.send(data);
    }
  };

  // The time of the event itself, not that at which the page came round to it.
  window.addEventListener("keydown", (event) => { notes.acted = event.timeStamp; }, true);

  const last = () => Math.max(0, ...notes.sent, ...notes.received, ...notes.shown);
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  return {
    clear,
    notes,
    // Take it for a new picture when `isNew` says so of a change to `element`.
    watch(element, changes, isNew = () => true) {
      new MutationObserver((records) => {
        if (records.some(isNew)) notes.shown.push(performance.now());
      }).observe(element, changes);
    },
    // Drag a slider to and fro as a hand would, one event on every beat.  It ends on its way.
    async drag(slider, seconds, beats) {
      const begin = performance.now();
      for (let beat = 1; beat <= seconds * beats; beat++) {
        await pause(Math.max(0, begin + (1000 * beat) / beats - performance.now()));
        const place = Math.abs(((beat / beats + 0.3) % 2) - 1); // across in a second
        slider.value = Number(slider.min) + place * (slider.max - slider.min);
        slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      }
      notes.acted = performance.now();
    },
    // Wait until a picture has been shown and then nothing has gone to or fro for a while.
    async atRest(milliseconds) {
      const patience = performance.now() + 60000;
      while (!notes.shown.length || performance.now() - last() < milliseconds) {
        if (performance.now() > patience) throw Error("no new picture within a minute");
        await pause(20);
      }
      return notes;
    },
  };
})();
