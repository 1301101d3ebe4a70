"""An explorable in which a network trains: its player, its optimizer, and the way back in time.

The steps are those of the ordinary `train`. What is kept here is where the run began, and the
parameters after each frame, so that time can be scrubbed.
"""

import numpy as np

from nnlib import Adam
from nnlib.live.explorable import Explorable


class TrainingLab(Explorable):
    """Train `network` with Adam.

    A subclass has a trait `rate`, and says in `train_on` how `_optimizer` trains on from where the
    network stands. The last step is kept in `_last`.
    """

    def __init__(self, network, seed, **state):
        self.model = network
        self._optimizer = Adam(rate=state.get("rate", self.rate))
        self._start = self.model.parameters.copy()
        super().__init__(**state)
        self.player = self.new_player(
            self._run, self._show, self._remember, resume=self.train_on, seed=seed
        )
        self.observe(self._change_rate, "rate")
        self.player.reset()

    def train_on(self):
        """Return the steps of training from where the network stands now."""
        raise NotImplementedError

    def pull(self):
        if self.player is not None:
            self.player.changed_by_others(lambda moment: self._is_here(moment[1]))

    def watch_step(self, step):
        """Take in a Step, whether the player made it or a loop in a cell."""
        self._last, self._at = step, self.model.parameters.copy()

    @property
    def trained(self):
        """Whether the network has the weights that the last step led to: nobody has changed them since."""
        return self._is_here(self._at)

    def _is_here(self, parameters):
        return np.array_equal(parameters, self.model.parameters)

    def _change_rate(self, change):
        """Train on at this rate; what came after, at another, has not happened."""
        self._optimizer.rate = self.rate
        if self.player.in_the_past:
            self.player.changed_by_others()

    # One run, from the same start or a new one.

    def _run(self, seed):
        if seed == self.player.first_seed:
            self.model.parameters[:] = self._start
        else:
            self.model.reset(seed)
        return self.train_on()

    def _remember(self, step):
        return step, self.model.parameters.copy()

    def _show(self, moment):
        self._last, self._at = moment
        if not self.trained:
            self.model.parameters[:] = self._at
            self.model.report()
