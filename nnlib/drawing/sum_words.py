"""One sentence for each of a neuron's three steps: multiply, add, step."""

from nnlib.drawing.wording import factor_text, number_text, sign_true_text, signed_text

MULTIPLIED, ADDED, STEPPED = 1.0, 2.0, 3.0  # how far the calculation has come


def sum_in_words(inputs, weights, bias, total, stage):
    """Tell how far a neuron with two inputs has come with its sum `total`, at a stage from 0 to 3."""
    x1, x2 = inputs
    if stage < MULTIPLIED:
        return f"The inputs are {number_text(x1)} and {number_text(x2)}; next, multiply."
    products = (
        f"{number_text(weights[0])} · {factor_text(x1)} {signed_text(weights[1])} · {factor_text(x2)} "
        f"{signed_text(bias)}"
    )
    if stage < ADDED:
        return f"Multiplied: {products}; next, add."
    if stage < STEPPED:
        return f"Added: z = {products} = {sign_true_text(total)}; next, the step."
    side, answer = ("at least", 1) if total >= 0 else ("below", 0)
    return f"z = {products} = {sign_true_text(total)}, which is {side} 0: the neuron answers {answer}."
