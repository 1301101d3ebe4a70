"""What a layer computes, written with its own numbers."""

from nnlib.drawing.wording import number_text, signed_text


def weighted_sum_text(weights, bias, letter):
    """Write the weighted sum of two inputs: −1.5·x₁ + 2·x₂ + 0.3."""
    first, second = weights
    return f"{number_text(first)}·{letter}₁ {signed_text(second)}·{letter}₂ {signed_text(bias)}"


def bend_text(bend, share, z):
    """Write what a unit does to its sum: tanh(z₁), or 0.5·tanh(z₁) + 0.5·z₁, or z₁."""
    if share in (0, 1):
        return f"{bend}({z})" if share else z
    return f"{number_text(share)}·{bend}({z}) + {number_text(1 - share)}·{z}"
