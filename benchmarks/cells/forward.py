# The network diagram of this course; SIZES is put in front of this cell.
from nnlib import Network, explore

network = Network(SIZES, seed=1)
lab = explore.Forward(network)
lab
