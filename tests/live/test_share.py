"""A state fits into a short string, and a hostile string does nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.live.controls import Choice, Number, Toggle
from nnlib.live.share import LONGEST, read_state, write_state

CONTROLS = {
    "w": Number("weight", -3.0, 3.0, 0.1),
    "gate": Choice("target", ("AND", "x₁ & more = yes?")),
    "on": Toggle("on"),
}


@given(st.floats(-3, 3), st.sampled_from(CONTROLS["gate"].options), st.booleans())
def test_what_is_written_is_read_back(w, gate, on):
    values = {"w": w, "gate": gate, "on": on}
    read = read_state(write_state("Lab", values), "Lab", CONTROLS)
    assert read == pytest.approx(values) if isinstance(w, float) else read == values


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "not a share string"),
        (3, "not a share string"),
        ("w" * (LONGEST + 1), "not a share string"),
        ("", "must begin with Lab?"),
        ("Other?w=1", "“Other”"),
        ("Lab?w", "damaged"),
        ("Lab?w=1&w=1&w=1&w=1", "damaged"),
        ("Lab?__class__=1", "no “__class__”"),
        ("Lab?w=__import__('os').system('true')", "is not a number"),
        ("Lab?w=nan", "is not a number"),
        ("Lab?w=1e308", "too large"),
        ("Lab?gate=NOT", "not on the list"),
        ("Lab?on=maybe", "neither"),
    ],
)
def test_a_bad_string_is_answered_with_a_sentence(text, says):
    with pytest.raises(ValueError, match=r".") as caught:
        read_state(text, "Lab", CONTROLS)
    assert says in str(caught.value)
    assert len(str(caught.value)) < 200


@given(st.text())
def test_no_string_does_anything_but_raise_a_sentence(text):
    for string in (text, f"Lab?{text}", f"Lab?w={text}"):
        try:
            values = read_state(string, "Lab", CONTROLS)
        except ValueError as error:
            assert str(error)
        else:
            assert set(values) <= set(CONTROLS)
