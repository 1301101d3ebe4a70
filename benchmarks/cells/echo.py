# The least that a key press can cost: an empty message to the kernel, an empty message back.
import anywidget


class Echo(anywidget.AnyWidget):
    _esm = """
    export default {
      render({ model, el }) {
        const knob = document.createElement("div");
        Object.assign(knob, { className: "echo", tabIndex: 0, textContent: "Press a key" });
        knob.dataset.lmSuppressShortcuts = "true";
        knob.dataset.answers = 0;
        knob.addEventListener("keydown", () => model.send({}));
        model.on("msg:custom", () => { knob.dataset.answers = Number(knob.dataset.answers) + 1; });
        el.append(knob);
      },
    };
    """


echo = Echo()
echo.on_msg(lambda widget, message, buffers: widget.send({}))
echo
