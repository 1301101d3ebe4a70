"""Numbers as they stand in pictures and sentences: few digits, and a true minus sign."""

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def number_text(value, digits=2):
    """Write a number with at most `digits` decimals: −0.5, 3, 0.25."""
    text = f"{value:.{digits}f}" if abs(value) < 1e5 else f"{value:.1e}"
    if "." in text and "e" not in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def factor_text(value, digits=2):
    """Write a number as the second factor of a product: 2, but (−2)."""
    text = number_text(value, digits)
    return f"({text})" if text.startswith("−") else text


def signed_text(value, digits=2):
    """Write a number as a further term of a sum: `+ 2` or `− 0.5`."""
    sign = "−" if value < 0 else "+"
    return f"{sign} {number_text(abs(value), digits)}"


def sign_true_text(value, digits=2):
    """Write a number so that one below 0 never reads as 0: −1e-16 rather than 0.

    0.7 + 0.1 − 0.8 is such a hair below 0 to a computer, and a step goes by that.
    """
    text = number_text(value, digits)
    return f"{value:.0e}".replace("-", "−", 1) if text == "0" and value < 0 else text


def subscript(letter, index):
    """Write w₁, x₂ and their kin."""
    return f"{letter}{str(index).translate(SUBSCRIPTS)}"
