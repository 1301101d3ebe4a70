"""Exercises, predictions and quizzes that answer back: they tell you what to look at next.

Each notebook has a module here that names in ``__all__`` what it asks. An exercise knows its task,
how to check an answer, its hints, its solution, and the mistakes that people make. A prediction is
recorded before something runs, a question has a reason for each option. In a cell it looks like
this::

    from nnlib.exercises import perceptron as exercises

    exercises.weighted_sum                       # the task
    exercises.weighted_sum.check(weighted_sum)   # correct, not yet, or not attempted
    exercises.weighted_sum.hint()                # a push; again: a stronger one
    exercises.weighted_sum.solution()            # code that runs, and why it works

    ask(exercises.guess_xor)                     # a form, by ``from nnlib.live import ask``
    exercises.guess_xor.compare(3)               # what you predicted, over what came out
    ask(exercises.quiz)
"""
