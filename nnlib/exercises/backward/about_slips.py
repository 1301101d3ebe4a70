"""What is said about a slip in exercise 1: which factor of the slope it was, and where it belongs.

Each function takes what was filled in, and talks about the first slope that is off.
"""

READ = {
    "w_h1_y": "the weight from h1 to y",
    "w_x1_h1": "the weight from x1 to h1",
    "b_h2": "the bias of h2",
}
ENDS = {"w_h1_y": ("h1", "y"), "w_x1_h1": ("x1", "h1"), "b_h2": ("1", "h2")}


def about_sign(filled):
    """Return a sentence on the right size with the wrong sign."""
    if filled.off == "w_h1_y":
        why = "It is y − t, the output minus the target: negative here, for y is too small."
    else:
        why = "The blame of the sum of y is negative, and so is the weight on the way back."
    no_input = " (And a bias is multiplied by 1, not by an input.)" if filled.off == "b_h2" else ""
    return f"The size at `{filled.off}` is right, the sign is not. {why}{no_input}"


def about_value(filled):
    """Return a sentence on a blame times the value at the end of its line."""
    start, end = ENDS[filled.off]
    why = " A bias counts as a weight whose value is always 1." if start == "1" else ""
    return (
        f"At `{filled.off}` the blame was multiplied by {end}, the value at the end of the line. What"
        f" counts is the value at its start, {start}: it says how much a nudge of the weight moves"
        f" the sum.{why}"
    )


def about_missing_value(filled):
    """Return a sentence on a blame that was multiplied by no value."""
    start, end = ENDS[filled.off]
    return (
        f"At `{filled.off}` stands the blame of the sum of {end}. One factor is missing: the value at"
        f" the start of the line, {start}."
    )


def about_bend_of_h(filled):
    """Return a sentence on a hidden unit whose bend factor is missing."""
    unit = ENDS[filled.off][1]
    return (
        f"At `{filled.off}` the blame went from the output of {unit} to the sum of {unit} unchanged."
        f" On the way it passes the bend: multiply by its slope, 1 − {unit}²."
    )


def about_weight(filled):
    """Return a sentence on a way back without its weight."""
    unit = ENDS[filled.off][1]
    return (
        f"At `{filled.off}` the blame came from y to {unit} unchanged. It comes back along a line:"
        f" multiply by the weight from {unit} to y."
    )


def about_way_back(filled):
    """Return a sentence on a blame that never left the sum of y."""
    unit = ENDS[filled.off][1]
    return (
        f"At `{filled.off}` the blame is still that of the sum of y. To the hidden unit two factors are"
        f" missing: the weight from {unit} to y, and the unit’s 1 − {unit}²."
    )


def about_unit(filled):
    """Return a sentence on a number of the other hidden unit."""
    return (
        f"At `{filled.off}` a number of the other hidden unit came in. This is {READ[filled.off]}:"
        " follow its own way to the loss."
    )


def about_input(filled):
    """Return a sentence on an input that has no part in it."""
    if filled.off == "b_h2":
        return (
            "At `b_h2` the blame was multiplied by x1. A bias needs no input: the value at its start is"
            " always 1."
        )
    return f"At `{filled.off}` the blame was multiplied by x2. This is {READ[filled.off]}: it begins at x1."
