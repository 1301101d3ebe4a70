"""Exercises that answer back: hand in your answer, get told what to look at next.

Each notebook has a module here with the notebook's name, and each exercise in it knows five things:
its task, how to check an answer, its hints, its solution, and the mistakes that people make. In a
cell it looks like this::

    from nnlib.exercises import perceptron as exercises

    exercises.weighted_sum                       # the task
    exercises.weighted_sum.check(weighted_sum)   # correct, not yet, or not attempted
    exercises.weighted_sum.hint()                # a push; again: a stronger one
    exercises.weighted_sum.solution()            # code that runs, and why it works
"""
