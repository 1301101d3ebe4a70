"""What notebook 00 asks: first predictions, two small exercises, and three questions at the end.

The exercises are there to meet check, hint and solution.
"""

from nnlib.exercises.start.first_two import answer, find_weight
from nnlib.exercises.start.predictions import guess_digits, guess_loss, guess_spiral
from nnlib.exercises.start.questions import quiz

__all__ = ["answer", "find_weight", "guess_digits", "guess_loss", "guess_spiral", "quiz"]
