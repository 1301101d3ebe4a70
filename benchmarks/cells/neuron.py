# The neuron of this course.
from nnlib import explore

lab = explore.Neuron()
lab
