# Backpropagation in slow motion, on the larger of its two networks.
from nnlib import Network, explore

lab = explore.Backward(Network([2, 3, 2, 1], seed=1))
lab
