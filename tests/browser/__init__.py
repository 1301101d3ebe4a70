"""What a learner does in a real JupyterLab in a real browser, done by a program.

`server.py` starts JupyterLab as a learner's machine would, `chromium.py` finds a browser,
`lab.py` drives one page of it.  A test asks for the fixture `lab` and reads as a learner would act:
open a notebook, run all, drag, press keys, look.
"""
