"""One step of training, taken apart into stages that can be gone through forward and back.

The network itself moves at the last stage only, the update, and comes back when somebody goes back.
"""

from traitlets import Int, validate

from nnlib import SGD
from nnlib.drawing.stages import stages_of_step
from nnlib.live.controls import action, numbers_text
from nnlib.live.one_step import BENDS, OneStep, hidden_bends


class SlowStep(OneStep):
    """Go through one step of training of `network`, on one example or on the mean of `examples`.

    `examples` is a Data with 2 features and 1 target, at most 50 rows; XOR, unless you choose. A
    subclass draws it.
    """

    of_model = ("parameters", "activation")
    stage = Int()
    stages = ()  # all stages of the step: what happens, and to which unit or weight

    def __init__(self, network=None, examples=None, **state):
        self._updated = False  # whether the network has its new weights: only at the last stage
        self._moving = False  # whether a change of the network is this lab's own update
        super().__init__(network, examples, **state)
        self._first = self._before
        self.player = self.new_player(
            self._all_stages, self._go_to, pause_between=1.0, new_start=False, short=True
        )
        if "stage" in state:
            self.player.seek(self.stage)
        self.observe(self._follow, "stage")
        self.observe(self._move_again, [name for name in self.controls if name != "parameters"])

    def prepare(self):
        super().prepare()
        self.stages = stages_of_step(self.names)
        self._before = self.model.parameters.copy()

    @property
    def kind(self):
        """What happens at the present stage: input, value, loss, blame, bend, slope or update."""
        return self.stages[self.stage][0]

    def known(self, kind):
        """Name what this has happened to already."""
        return {name for each, name in self.stages[: self.stage + 1] if each == kind}

    @property
    def before(self):
        """The network as it is until the update; only the last stage moves the network itself."""
        if not self._updated:
            return self.model
        twin = self.model.astype(float)
        twin.parameters = self._before
        return twin

    def state(self):
        """Return the controls, the weights, the loss, every slope, and the stage."""
        return super().state() | {"stage": self.stage}

    # The network and the picture are the same numbers.

    def pull(self):
        if not self._moving:  # first of all: a new bend moves the network to the weights of this stage
            self._begin_here()
        super().pull()
        bends = hidden_bends(self.model)
        if bends and bends[0] in BENDS:
            self.activation = bends[0]

    def push(self):
        """Carry over what a hand has changed, the weights or the bend, and nothing else."""
        if self.parameters != numbers_text(self.model.parameters):
            super().push()
            self._begin_here()
        if hidden_bends(self.model)[:1] != [self.activation]:
            for layer in self.model.layers[:-1]:
                layer.activation = self.activation

    def _begin_here(self):
        """Take the present weights as those of before the update, which is therefore still to come."""
        self._before, self._updated = self.model.parameters.copy(), False
        stage = min(self.stage, len(self.stages) - 2)
        if self.player is not None:
            self.player.position = stage
        self.stage = stage

    def seen_of_model(self):
        bends = "".join(layer.activation.name for layer in self.model.layers)
        return super().seen_of_model() + bends.encode()

    @validate("stage")
    def _check_stage(self, proposal):
        return min(max(proposal["value"], 0), len(self.stages) - 1)

    # Going through the stages.

    def _all_stages(self, seed):
        yield from range(len(self.stages))

    def _follow(self, change):
        """Let the player come along when code sets the stage."""
        if self.player.position != self.stage:
            self.player.seek(self.stage)

    def _go_to(self, stage):
        """Come to a stage, and look at what happens there."""
        self.stage = stage
        self.selected = self.stages[stage][1]
        self._move_again()

    def _move_again(self, change=None):
        """Let the network have the weights of this stage: the new ones at the update, else the old."""
        self._updated, wanted = False, self._before
        if self.kind == "update":
            self.model.parameters = self._before
            wanted = SGD(self.rate).update(self._before, self.gradients.parameters)
            self._updated = True
        if self.kind == "update" or (wanted != self.model.parameters).any():
            self._moving = True
            try:
                self.model.parameters = wanted
                self.model.report()
            finally:
                self._moving = False

    @action("Go on from the new weights", help="The next step of training begins where this one leads")
    def take(self):
        """Make the updated weights the ones from which the next step begins."""
        self.player.seek(len(self.stages) - 1)
        self._before = self.model.parameters.copy()
        self.player.reset()

    @action("First weights", help="Back to the weights that this lab began with")
    def restart(self):
        """Go back to the weights from before the first step."""
        self._before = self._first.copy()
        self.player.reset()
