# A hidden layer that carries the plane through itself.
from nnlib import explore

lab = explore.Warp()
lab
