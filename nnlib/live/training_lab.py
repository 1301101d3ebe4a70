"""An explorable in which a network trains: its player, its optimizer, and the way back in time.

The steps are those of the ordinary `train`. What is kept here is where the run began, and the
parameters after each frame, so that time can be scrubbed.
"""

from nnlib import Adam
from nnlib.live.explorable import Explorable


class TrainingLab(Explorable):
    """Train `network` with Adam.

    A subclass has a trait `rate`, and says in `train_on` how `_optimizer` trains on from where the
    network stands. It takes in each step in `watch_step`, and keeps it in `_last`.
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
            self.player.changed_by_others()

    def _change_rate(self, change):
        self._optimizer.rate = self.rate

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
        self._last, parameters = moment
        if (parameters != self.model.parameters).any():
            self.model.parameters[:] = parameters
            self.model.report()
