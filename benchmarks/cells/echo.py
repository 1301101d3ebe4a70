# The least that moving a slider can cost: an empty message to the kernel, an empty message back.
import anywidget


class Echo(anywidget.AnyWidget):
    _esm = """
    export default {
      render({ model, el }) {
        const knob = document.createElement("input");
        Object.assign(knob, { type: "range", className: "echo", min: 0, max: 60, value: 30 });
        knob.dataset.lmSuppressShortcuts = "true";
        knob.dataset.answers = 0;
        knob.addEventListener("input", () => model.send({}));
        model.on("msg:custom", () => { knob.dataset.answers = Number(knob.dataset.answers) + 1; });
        el.append(knob);
      },
    };
    """


echo = Echo()
echo.on_msg(lambda widget, message, buffers: widget.send({}))
echo
