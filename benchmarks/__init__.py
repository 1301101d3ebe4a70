"""How fast it is, each time beside a named peer that was measured in the same run.

The README says what each benchmark measures and what was found. Times differ from machine to
machine and from minute to minute; the ratios are what counts.
"""

import os

# Two threads of linear algebra get in each other's way on small arrays. Read once, by numpy's
# first import, here and in every kernel that is started from here.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
