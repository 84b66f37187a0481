"""What lesson 16's own words say of its trial, its guess, missions and tasks, and what holds it."""

import functools
from statistics import NormalDist

import numpy as np

from tests.meaning.quotes.grounds import (
    also,
    answer,
    as_it_opens,
    filled,
    goals_by,
    guessed,
    holds,
    mission,
    moved,
    never,
    reached,
    reply,
    spoken,
    task,
)
from tests.meaning.quotes.lesson_16 import (
    ALARMS,
    BENEFIT,
    GOALS,
    HOOK,
    WINNERS,
    attended,
    below,
    choosing_flatters,
    designed,
    each_lab_its_own,
    eight_in_ten,
    elsewhere,
    found,
    half_as_much_again,
    in_every_world,
    linked_in_every_world,
    looking_leaves_two,
    practice_leaves_one,
    reported,
    scoreboard,
    trial,
    truth,
)
from tests.meaning.quotes.lesson_16 import groups_are_alike as alike
from tests.meaning.quotes.reading import TWELVE
from tests.meaning.quoting import quotes, toy
from toolkit.lessons.how_would_we_know import people as town
from toolkit.model import BOTH, DUMMY, FOUR_PLANS, MEDICATION, THERAPY, THERAPY_AND_DUMMY, WAITING, Model

says = functools.partial(spoken, 16)

ASSIGNED, SIZE, COUNTED, GONE = "Assigned at random to", "People in each group", "Counted", "Not seen again"


TRUTH, ALSO, HEARD = "In truth, the treatments", "The comparison group also gets", "You hear of"


EXTRA = "Half of the people in therapy get extra practice, at random; then compare their symptoms"


LIMIT = "It could hardly have seen one: its interval holds synergy and its opposite"


def compared(words, tested, against):
    """A row: an option of who is compared with whom."""
    return words, moved(16, ASSIGNED, words, lambda one: [*one.weights.items()] == [(tested, 1), (against, -1)])


def counts(words, goal, value=BOTH):
    """A row: what is counted of each person, as a share of the first score that may be left or a score."""

    def check(one):
        start, rated = one.course.symptoms[0, 0], one.of(one.course.ratings(16), value)
        return np.allclose(one.better[value], 100 * (rated <= goal(start)))

    return words, moved(16, COUNTED, words, check)


def overestimate(one):
    """What trials that find a gain show, over the truth."""
    gains = one.again[0][one.significant & (one.again[0] > 0)]
    return gains.mean() / truth(one)


def needed():
    """People that each of the third task's questions needs, in the order that is right."""
    return [
        trial(compare=compare).needed
        for compare in ("both, dummy pill with visits", "both, medication", "both, therapy", "four")
    ]


def power_of(gain, one, size):
    """The chance to find a gain of that size with so many people in each group of this trial."""
    below = np.vectorize(lambda value: NormalDist().cdf(value))
    shift = gain * np.sqrt(size) / one.spread
    return float(below(shift - town.SURE) + below(-shift - town.SURE))


def reach(one):
    """How far an interval of this trial reaches to either side, in points."""
    return town.SURE * one.spread / np.sqrt(one.values["size"])


def two(number):
    """A number of people with two figures that count."""
    return f"{int(float(f'{number:.2g}')):,}"


QUOTES = [
    *quotes(
        "16 words",
        HOOK,
        *goals_by(16, *GOALS),
        (
            "Could the model have produced this result?",
            scoreboard(lambda marks: {"the model's interval", "Inside"} <= set(marks)),
        ),
        ("The report of this one trial", reported(lambda said: said.startswith("Both: 60 drawn"))),
        (
            "Assigned at random to",
            designed(alike, size=20000),
            holds(lambda: mission(16, "Much ado").controls[1] == ASSIGNED),
        ),
        compared("both or medication alone", BOTH, MEDICATION),
        compared("both or therapy alone", BOTH, THERAPY),
        compared("both or a dummy pill with visits", BOTH, DUMMY),
        compared("medication or a dummy pill with visits", MEDICATION, DUMMY),
        compared("therapy or a dummy pill with visits", THERAPY, DUMMY),
        compared("therapy or a waiting list", THERAPY, WAITING),
        (
            "four groups: synergy?",
            moved(
                16,
                ASSIGNED,
                "four groups: synergy?",
                lambda one: set(one.weights) == {BOTH, MEDICATION, THERAPY_AND_DUMMY, DUMMY},
            ),
        ),
        *(
            (
                f"{option} | {words}",
                moved(16, ASSIGNED, words, lambda one, option=option: one.values["compare"] == option),
            )
            for option, words in (
                ("both, medication", "both or medication alone"),
                ("both, therapy", "both or therapy alone"),
                ("both, dummy pill with visits", "both or a dummy pill with visits"),
                ("medication, dummy pill with visits", "medication or a dummy pill with visits"),
                ("therapy, dummy pill with visits", "therapy or a dummy pill with visits"),
            )
        ),
        (
            "People in each group",
            moved(16, SIZE, "500", lambda one: all(people.size == 500 for people in one.drawn.values())),
        ),
        (
            "Follow-up in week | value | help | Sessions end in week {}, the medication in week {}",
            filled(lambda: FOUR_PLANS[BOTH].therapy.stop),
            filled(lambda: FOUR_PLANS[BOTH].medication.stop),
            moved(
                16,
                "Follow-up in week",
                52,
                lambda one: np.allclose(one.better[BOTH], -one.course.ratings(52)[one.course.arm(BOTH)]),
            ),
        ),
        ("Each of the labs draws its own people for the same trial", holds(each_lab_its_own)),
        (
            "only labs that find a gain",
            moved(
                16,
                HEARD,
                "only labs that find a gain",
                lambda one: (one.heard == (one.significant & (one.again[0] > 0))).all(),
            ),
        ),
        (
            "In truth, the treatments | value | toy | help | No real trial knows this. Here you can",
            moved(
                16,
                TRUTH,
                "do nothing but for being seen",
                lambda one: truth(one) < 1,
                compare="both, dummy pill with visits",
            ),
        ),
        (
            "work as in the other lessons",
            moved(16, TRUTH, "work as in the other lessons", lambda one: one.course.model == Model()),
        ),
        (
            "adding | just add up | none | do nothing but for being seen",
            holds(lambda: town.model("adding") == Model.additive()),
            moved(
                16,
                TRUTH,
                "do nothing but for being seen",
                lambda one: truth(one) == 0,
                compare="both, dummy pill with visits",
            ),
            moved(
                16, TRUTH, "do nothing but for being seen", lambda one: truth(one) > 1, compare="therapy, waiting list"
            ),
        ),
        (
            "The comparison group also gets | value | nothing | help | Usual care: one in three finds the other group's treatment "
            "elsewhere. Attention: visits that teach a third of a session",
            holds(elsewhere),
            holds(attended),
            moved(16, ALSO, "nothing else", lambda one: (one.lived[MEDICATION] == one.course.arm(MEDICATION)).all()),
        ),
        ("mean score, points", moved(16, COUNTED, "mean score, points", lambda one: found(one)[0] < 20)),
        counts("% whose score fell by ¼", lambda start: 0.75 * start),
        counts("% whose score fell by half", lambda start: 0.5 * start),
        counts("% well: 7 points or less", lambda start: 7),
        (
            "People who left treatment: not counted at all, or counted as no better than at entry",
            moved(16, GONE, "who left: not counted", lambda one: np.array_equal(one.counted(BOTH), ~one.left(BOTH))),
            moved(
                16,
                GONE,
                "who left: as no better",
                lambda one: np.allclose(one.better[BOTH][one.left(BOTH)], -one.course.symptoms[0, 0][one.left(BOTH)]),
            ),
            moved(16, GONE, "nobody", lambda one: one.counted(BOTH).all() and one.left(BOTH).any()),
        ),
        (
            "one in five, at random",
            moved(16, GONE, "one in five, at random", lambda one: 0.77 < one.counted(BOTH).mean() < 0.83),
        ),
        (
            "who left: not counted | failed | who left: as no better",
            moved(16, GONE, "who left: not counted", lambda one: one.values["lost"] == "left"),
            moved(16, GONE, "who left: as no better", lambda one: one.values["lost"] == "failed"),
        ),
        (
            "Sixty in each group | says | Both against medication alone, 60 people in each group. This one trial happens to find "
            "the benefit. Change the People number a few times: how often do others find it",
            BENEFIT,
            toy(
                TWELVE,
                "Sixty in each group",
                lambda s: s.values["compare"] == "both, medication" and found(s.result)[1] > 0,
            ),
        ),
        (
            "The same sixty, four groups | says | Now the question is synergy: do both together do more than the sum of the two? "
            "Look at the interval: what can this trial rule out",
            toy(
                TWELVE,
                "The same sixty, four groups",
                lambda s: (
                    (s.values["size"], len(s.result.weights)) == (60, 4) and found(s.result)[1] < 0 < found(s.result)[2]
                ),
            ),
        ),
        (
            "Only the winners are heard | says | Twenty people in each group, and you hear only of labs that find a gain. Somebody "
            "reads all that is printed. What does she believe",
            toy(TWELVE, "Only the winners are heard", lambda s: (s.values["size"], s.values["heard"]) == (20, "found")),
            WINNERS,
        ),
        (
            "Nothing to find | says | Both against a dummy pill with the same visits, 200 people in each group. In truth the "
            "treatments do nothing. How many labs find something all the same",
            toy(
                TWELVE,
                "Nothing to find",
                lambda s: (
                    (s.values["compare"], s.values["size"], truth(s.result)) == ("both, dummy pill with visits", 200, 0)
                    and town.ARMS[BOTH].visits == town.ARMS[DUMMY].visits
                ),
            ),
            ALARMS,
        ),
        (
            "A fairer comparison | says | The medication group now has as many meetings as the other, with attention and without "
            "therapy. How much of the gain is left? And how many people does it take now",
            toy(
                TWELVE,
                "A fairer comparison",
                lambda s: s.values["comparator"] == "attention" and s.result.against == MEDICATION,
            ),
            holds(attended),
        ),
        (
            "Stay with “both or medication alone”. Find the smallest trial on offer in which at least 80 of 100 labs find a "
            "difference",
            reached(16, "Large enough", {"size": 100}, {"size": 500}, size=200),
            reached(16, "Large enough", {"size": 200, "compare": "both, dummy pill with visits"}, size=200),
            designed(lambda one: one.significant.mean() < 0.8, size=100),
        ),
        (
            "The end of the sentence says about how many people it takes",
            says(lambda one: f"To find it 8 times in 10 takes about {two(one.needed)} people in each group."),
        ),
        (
            "200 people in each group are 3,200 sessions, if everybody comes. Nobody likes to pay that. But with 60 in each group "
            "most labs would have missed a benefit that is there, and their people would have taken part for very little. A trial "
            "that is too small is not a cheap trial",
            holds(lambda: 200 * FOUR_PLANS[BOTH].therapy.stop == 3200 and town.ARMS[MEDICATION].therapy is None),
            designed(lambda one: one.significant.mean() < 0.5 and truth(one) > 2),
        ),
        (
            "In truth the treatments do nothing. Let the labs that you hear of report a gain of at least 2 points on average",
            reached(
                16,
                "Much ado",
                {"compare": "both, dummy pill with visits", "truth": "none", "size": 20},
                {"compare": "both, dummy pill with visits", "heard": "found", "size": 20},
                {"compare": "therapy, waiting list", "truth": "none", "heard": "found", "size": 20},
                compare="both, dummy pill with visits",
                truth="none",
                heard="found",
                size=20,
            ),
        ),
        (
            "Both groups must have the same visits, so that there is nothing to find. Who is heard of then? And do large or small "
            "trials stray further",
            designed(lambda one: truth(one) == 0, truth="none", compare="both, dummy pill with visits"),
            designed(lambda one: truth(one) > 1, truth="none", compare="therapy, waiting list"),
            holds(each_lab_its_own),
        ),
        (
            "Nobody has lied. Each lab ran an honest trial, and a few of them were lucky. If only these are printed, a treatment "
            "that does nothing has a literature. This is called publication bias, and it is why trials are registered before "
            "they begin",
            toy(TWELVE, "Nothing to find", lambda s: np.abs(s.result.again[0].mean()) < 0.1),
            designed(
                lambda one: 0 < one.heard.mean() < 0.05 and one.again[0][one.heard].min() > 2,
                compare="both, dummy pill with visits",
                truth="none",
                heard="found",
                size=20,
            ),
            also("16", "unpublished trials"),
        ),
        (
            "Choose four groups of at most 100 people, with treatments that work as in the other lessons and nothing else for the "
            "comparison group. Make half of such trials find that both do more than the sum",
            never(16, "Synergy with a hundred", *({"compare": "four", "size": 100, "week": week} for week in (16, 52))),
            never(
                16,
                "Synergy with a hundred",
                *({"compare": "four", "size": 100, "outcome": goal} for goal in ("half", "well")),
            ),
        ),
        (
            "Look at the lowest picture: where does your question reach 50 %",
            holds(below),
            holds(lambda: mission(16, "Synergy with a hundred").hint.startswith("Look at the lowest picture")),
            designed(lambda one: one.power(100) < 0.1 and one.power(20_000) > 0.5, compare="four"),
        ),
        (
            "It cannot be done here. What both do beyond the sum is a small difference, and it carries the luck of four groups. "
            "Perhaps your own trial found it: then compare its gain with the truth, and you see how lucky it was. None of this "
            "shows that there is no synergy. It shows that trials of this size can hardly see it, or its opposite",
            toy(
                TWELVE,
                "The same sixty, four groups",
                lambda s: float(s.result.power(100)) < 0.1 and truth(s.result) > 0,
            ),
            designed(
                lambda one: one.significant.any() and np.abs(one.again[0][one.significant]).min() > 5 * truth(one),
                compare="four",
                size=100,
            ),
        ),
        (
            "In our simulation, about 170 people in each group are enough to show, 8 times in 10, that both together do better "
            "than medication alone. How many in each of four groups does it take to show that both do more than the sum of the two",
            says(lambda one: "about 170 people in each group"),
            holds(eight_in_ten),
            says(lambda one: f"about {two(one.needed)} people in each group", compare="four"),
        ),
        guessed(
            16,
            170,
            "About 170: the same question | A fair first thought. But it is another question, about a much smaller difference, "
            "asked of four groups.",
            designed(lambda one: truth(one) < truth(trial()) / 5, compare="four"),
        ),
        guessed(
            16,
            350,
            "About 350: there are two more groups | More groups are part of it, because each adds its own luck. The other part is "
            "how small the thing is that you look for.",
            designed(lambda one: 1.3 < one.spread / trial().spread < 1.6, compare="four"),
            designed(lambda one: one.needed > 10 * 350, compare="four"),
        ),
        guessed(
            16,
            1000,
            "About 1,000 | You sense that it is much harder. See whether that is hard enough.",
            designed(lambda one: one.needed > 5 * 1000, compare="four"),
        ),
        guessed(
            16,
            10000,
            "Many thousands | Few people would guess so many. There are two reasons: the luck of four groups, and a small "
            "difference.",
            designed(lambda one: one.needed > 10_000, compare="four"),
        ),
        (
            "A trial with 20 people in each group finds a gain of 7 points, and its interval leaves 0 out. The same question is "
            "asked with 2,000 in each group. What do you expect? | right | A smaller gain, more surely known",
            answer(16, 1, "A smaller gain, more surely known"),
            designed(lambda one: 6.5 < overestimate(one) * truth(one) < 8, size=20),
            designed(lambda one: found(one)[0] < found(trial(size=20))[0] / 5, size=2000),
        ),
        reply(
            16,
            1,
            False,
            "A larger gain: more people, more effect | More people make the answer surer. They do not make the effect larger.",
            designed(lambda one: truth(one) == truth(trial(size=20)) and found(one)[0] < found(trial())[0], size=2000),
        ),
        reply(
            16,
            1,
            False,
            "The same gain, 7 points | Only if the small trial was neither lucky nor unlucky. What had to happen for it to be "
            "found?",
            designed(lambda one: overestimate(one) > 2, size=20),
        ),
        reply(
            16,
            1,
            True,
            "A smaller gain, more surely known | Yes. With 20 in each group mostly overestimates are found. Press “Only the "
            "winners are heard” and compare them with the truth.",
            toy(
                TWELVE,
                "Only the winners are heard",
                lambda s: s.values["size"] == 20 and (s.result.again[0][s.result.heard] > truth(s.result)).mean() > 0.9,
            ),
        ),
        reply(
            16,
            1,
            False,
            "No gain: small trials are wrong | Small trials are not wrong on average. Those that are picked because they found "
            "something are too high.",
            designed(lambda one: abs(one.again[0].mean() - truth(one)) < 0.3 and overestimate(one) > 1.5, size=20),
        ),
        (
            "100 honest trials test a treatment that does nothing, each at 95 %. Only the trials that find something are "
            "printed. How many do you expect to be printed? | right | tolerance | unit | trials | reply | Yes, about 5. A reader "
            "sees five findings and not one of the others",
            answer(16, 2, 5, hinted=(95, 0)),
            ALARMS,
        ),
        (
            "95 % of the intervals hold the truth, which is 0. The others leave it out. | hints | given | reply | Those 95 hold "
            "0 in their interval: they stay in the drawer. | given | reply | If only it were so. An interval of 95 % misses the "
            "truth in some of them",
            holds(
                lambda: (
                    [task(16, 2).judge(wrong)[1] for wrong in (95, 0)]
                    == [
                        "Those 95 hold 0 in their interval: they stay in the drawer.",
                        "If only it were so. An interval of 95 % misses the truth in some of them.",
                    ]
                )
            ),
            ALARMS,
        ),
        (
            "Put these questions in order, by how many people in each group they need (follow-up in week 16, mean score). The "
            "explorer tells. | right | Both or a dummy pill? | Both or medication alone? | Both or therapy alone? | More than the "
            "sum? | ends | fewest people | most people",
            answer(16, 3, list(GOALS[0][1])),
            holds(lambda: needed() == sorted(needed())),
            as_it_opens(16, week=16, outcome="score"),
        ),
        (
            "The smaller the difference that you ask for, the more people it takes; half the difference needs four times as many",
            designed(lambda one: np.isclose(one.power(4 * 300), power_of(2 * truth(one), one, 300))),
        ),
        (
            "Choose each under “Assigned at random to” and read the last number of the sentence",
            says(lambda one: f"takes about {two(one.needed)} people in each group.", compare="both, therapy"),
        ),
        (
            "A trial of four groups with 100 people each writes: “no significant interaction, so the two treatments simply add "
            "up.” "
            f"Which limit belongs in its last paragraph? | right | {LIMIT}",
            answer(16, 4, LIMIT),
            designed(lambda one: reach(one) > 3, compare="four", size=100),
        ),
        reply(
            16,
            4,
            False,
            "It needed a longer follow-up | Perhaps. But first: how often would this trial have found synergy, had there been "
            "some?",
            designed(lambda one: one.power(100) < 0.1, compare="four", week=52),
        ),
        reply(
            16,
            4,
            True,
            f"{LIMIT} | Yes. Not found is not the same as not there. The interval says what the trial can rule out, and it can "
            "rule out very little.",
            designed(lambda one: found(one)[0] > 10 * truth(one) > 0, compare="four", size=100),
        ),
        reply(
            16,
            4,
            False,
            "It should have left out those who stopped | That would undo the draw, which made the groups alike. It hardly helps to "
            "find it, either.",
            designed(lambda one: one.power(100) < 0.1, compare="four", lost="left"),
        ),
        reply(
            16,
            4,
            False,
            "None: not significant means no interaction | Set 100 people in each of four groups and try some People numbers. How "
            "far do the intervals reach, up and down, and how often does one find something?",
            designed(lambda one: one.significant.mean() < 0.1 and reach(one) > 3, compare="four", size=100),
        ),
        (
            "At the end of a trial, people who had learned more skills had also improved more. The report says: “skills carry the "
            f"effect of the therapy.” What would show it best? | right | {EXTRA}",
            answer(16, 5, EXTRA),
            holds(linked_in_every_world),
            holds(practice_leaves_one),
        ),
        reply(
            16,
            5,
            False,
            "More people, so that the link is surer | Then the link is surer. But people may practise more because they feel "
            "better, and it would look the same.",
            in_every_world(lambda design: design.linked > 0.4, measured="end"),
        ),
        reply(
            16,
            5,
            False,
            "Measuring the skills early, too, to see which moved first | That helps: it can rule out that relief came first. But a "
            "third thing may move the skills first and the symptoms later.",
            holds(looking_leaves_two),
        ),
        reply(
            16,
            5,
            True,
            f"{EXTRA} | Yes. Then chance has changed the skills, and nothing else. If the symptoms follow, skills carry at least a "
            "part of the effect.",
            holds(practice_leaves_one),
            holds(half_as_much_again),
        ),
        reply(
            16,
            5,
            False,
            "Leaving out the people who did not practise | Then other people are left, and nobody knows how else they differ.",
            holds(choosing_flatters),
        ),
    ),
]
