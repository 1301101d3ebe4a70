"""Two scores for one network: which of them to believe depends on who will write tomorrow."""

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import read_names
from nnlib.exercises.value import ValueExercise

SPLITS = ("random", "by order")
REASONS = ("new writers", "higher number", "more digits", "luck")

trusted = ValueExercise(
    name="trusted",
    variable="trusted",
    title="Which score do you give the school?",
    task="A school wants to read forms filled in by pupils who wrote none of these digits. Which split"
    " says more about the accuracy it will get, and why? Put one split and one reason into a list,"
    f" `trusted`. Splits: {', '.join(SPLITS)}. Reasons: {', '.join(REASONS)}.",
    read=read_names((SPLITS[0], *REASONS, SPLITS[1])),  # the first two are shown as an example of a list
    expected=frozenset({"by order", "new writers"}),
    hints=(
        "In which of the two splits has the network already seen other digits of the person whose digit"
        " it is asked about?",
        "At the school, nobody’s handwriting was in the training set. Look for the split of which that is"
        " mostly true too.",
    ),
    solution_code='trusted = ["by order", "new writers"]',
    explanation=(
        "Split at random, nearly every writer has digits in both parts, so the network is examined on"
        " handwriting it has practised. The order of the collection goes from person to person; its"
        " last fifth is mostly by people whose digits come nowhere else. That is the school’s situation."
        " Hold out what tomorrow will be like."
    ),
    praise="Hold out what tomorrow will be like: here, other people’s handwriting.",
    right=(["by order", "new writers"], {"new writers", "By order"}, ("NEW WRITERS", "by order")),
    misconceptions=(
        Misconception(
            name="the higher score is the better test",
            when=lambda chosen: "higher number" in chosen,
            hint="A higher score pleases, but it does not make the pupils’ handwriting any more familiar."
            " Which exam resembles tomorrow’s?",
            examples=(["random", "higher number"], ["by order", "higher number"]),
        ),
        Misconception(
            name="a matter of size",
            when=lambda chosen: "more digits" in chosen,
            hint="Both splits hold out a fifth, 359 digits each. Only who wrote them differs.",
            examples=(["random", "more digits"], ["by order", "more digits"]),
        ),
        Misconception(
            name="the difference is luck",
            when=lambda chosen: "luck" in chosen,
            hint="Luck has its part: one fifth in order holds only about three hands. But on average over all"
            " fifths, by order stays lower. So look for a cause: what differs between the parts held out?",
            examples=(["random", "luck"], ["by order", "luck"]),
        ),
        Misconception(
            name="a random part is fair to new writers",
            when=lambda chosen: chosen == {"random", "new writers"},
            hint="The reason is the one that counts. But at random the digits of one writer are dealt to"
            " both parts: is that writer new?",
            examples=(["random", "new writers"],),
        ),
        Misconception(
            name="no reason given",
            when=lambda chosen: chosen < {"by order", "new writers"},
            hint="One split and one reason are asked for, in one list.",
            examples=(["by order"], ["new writers"], []),
        ),
        Misconception(
            name="random, no reason",
            when=lambda chosen: chosen == {"random"},
            hint="At random is a habit, and often a good one. Here the same writer then stands in both"
            " parts. Who writes at the school?",
            examples=(["random"],),
        ),
        Misconception(
            name="more than one split",
            when=lambda chosen: set(SPLITS) <= chosen,
            hint="Decide for one of the two splits.",
            examples=(["random", "by order", "new writers"],),
        ),
    ),
)
