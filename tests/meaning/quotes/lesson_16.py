"""What lesson 16 says of its trial and of what carries an effect, and what holds it."""

import functools
import itertools
import math

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING, prose, settings
from tests.meaning.quotes.grounds import (
    YOUNG,
    also,
    asked,
    code,
    core,
    filled,
    first_lines,
    goals_by,
    holds,
    last_lines,
    shows,
    tasks_are,
)
from tests.meaning.quotes.reading import TWELVE
from tests.meaning.quoting import across, quotes, toy, why
from toolkit.lessons.how_would_we_know import mechanism, report, studies, worlds
from toolkit.lessons.how_would_we_know import people as town
from toolkit.lessons.misses import board
from toolkit.model import BOTH, FOUR_PLANS, MEDICATION, Model

trial = functools.partial(lived.at, 16)
designed = functools.partial(shows, 16)

LARGE = 400
"""People in each group of a trial of what carries it, where luck is to be small."""


def truth(one):
    """What the whole town would show of what a trial asks."""
    return one.truth(one.weights)


def found(one):
    """How wide this trial's interval is, and its two ends."""
    value = one.estimate(one.weights)
    return value.high - value.low, value.low, value.high


def printed(shown):
    """What is heard, on average, over the truth."""
    trial = shown.result
    return trial.again[0][trial.heard].mean() / trial.truth(trial.weights)


@functools.cache
def carried(world, measured="early", assigned="therapy", size=LARGE, seed=1):
    """A trial in one of the three worlds."""
    return worlds.run(world, measured, assigned, size, seed)


def in_every_world(check, **design):
    """A ground: a trial passes a check in each of the three worlds."""
    return holds(lambda: all(check(carried(world, **design)) for world in worlds.WORLDS))


def linked_in_every_world():
    """Whether people who learned more improved more in each of the three worlds, and just as closely."""
    links = [carried(world, "end").linked for world in worlds.WORLDS]
    return min(links) > 0.4 and max(links) - min(links) < 0.1


def helps_alike():
    """Whether therapy is ahead of waiting by the same points in each world."""
    leads = [carried(world).lead(worlds.THERAPY, worlds.WAITING)[0] for world in worlds.WORLDS]
    return max(leads) - min(leads) < 0.01 and leads[0] > 4


def possible(measured, assigned):
    """The worlds that such a trial leaves, {the world that it is: the others that could be, too}."""
    return {world: set(carried(world, measured, assigned).possible) for world in worlds.WORLDS}


def looking_leaves_two():
    """Whether measuring early leaves the third thing possible wherever skills carry, and tells relief first apart."""
    left = possible("early", "therapy")
    return left["carries"] == left["third"] == {"carries", "third"} and left["follows"] == {"follows"}


def practice_leaves_one():
    """Whether looking early and extra practice at random leave each world alone."""
    return all(left == {world} for world, left in possible("early", "practice").items())


def choosing_flatters():
    """Whether therapy is further ahead where the keener people choose it, in each world."""
    chosen, drawn = (
        [carried(world, "early", assigned).lead(worlds.THERAPY, worlds.WAITING)[0] for world in worlds.WORLDS]
        for assigned in ("nothing", "therapy")
    )
    return all(one > other + 1 for one, other in zip(chosen, drawn, strict=True))


def moves_first():
    """Whether skills have come further early where they or a third thing move first, and relief where it does."""
    skill, relief = (
        {world: carried(world).early(getattr(carried(world), what))[0] for world in worlds.WORLDS}
        for what in ("skills", "falls")
    )
    return all((skill[world] > relief[world] + 10) == (world != "follows") for world in worlds.WORLDS)


def picture():
    return settings(TWELVE)[OPENING].chart


def drawn(panel, name):
    """The traces of that name in a panel."""
    return [trace for trace in picture()["data"] if trace["xaxis"] == panel and trace["name"] == name]


def above_left():
    """Whether one trial with its interval stands there, and the truth as open diamonds."""
    [diamonds] = drawn("x", "the whole town")
    value = trial().estimate(trial().weights).value
    assert picture()["layout"]["xaxis"]["domain"][1] <= 0.5 <= picture()["layout"]["yaxis"]["domain"][0]
    assert any(np.allclose(trace["x"], value) for trace in drawn("x", "this trial, 95 % interval"))
    return diamonds["marker"]["symbol"] == "diamond-open" and np.isclose(max(diamonds["y"]), 2)


def above_right():
    """Whether a mark for each of 1,000 labs stands there, filled where it finds something."""
    filled, empty = drawn("x2", "finds it: leaves 0 out"), drawn("x2", "does not find it")
    assert picture()["layout"]["xaxis2"]["domain"][0] > 0.5
    assert (filled[0]["marker"]["symbol"], empty[0]["marker"]["symbol"]) == ("circle", "circle-open")
    return len(filled[0]["x"]) == trial().significant.sum() and len(filled[0]["x"]) + len(empty[0]["x"]) == 1000


def below():
    """Whether the chance to find it stands there, by people in each group."""
    layout = picture()["layout"]
    titles = layout["xaxis3"]["title"]["text"], layout["yaxis3"]["title"]["text"]
    [curve] = [trace for trace in drawn("x3", "your question") if trace["mode"] == "lines"]
    assert np.allclose(curve["y"], 100 * trial().power(10 ** np.asarray(curve["x"])))
    return titles == ("people in each group", "% that find it") and layout["yaxis3"]["domain"][1] < 0.5


def each_lab_its_own():
    """Whether a lab draws anew, and the larger a trial, the smaller its luck: with the root of its number."""
    spreads = [trial(size=size).again[0].std() for size in (20, 200, 20000)]
    assert np.allclose([spreads[0] / spreads[1], spreads[1] / spreads[2]], [10**0.5, 10], rtol=0.1)
    return np.unique(trial().again[0].round(9)).size > 900


def everybody_lives_all():
    """Whether the town's 2,048 people have lived every group, and chance draws who is in which."""
    here = trial(compare="four")
    assert here.course.symptoms.shape[1:] == (len(town.ARMS), 2048)
    drawn = list(here.drawn.values())
    return len(drawn) == 4 and all((one != other).any() for one, other in itertools.pairwise(drawn))


def sum_of_squares():
    """Whether the error of a gain adds up over the groups, and the interval is 1.96 of it on either side."""
    here = trial(compare="four")
    means, squares = zip(*(here.sums(arm, here.drawn[arm]) for arm in here.weights), strict=True)
    value, error = here.gain(here.drawn, here.weights)
    assert np.isclose(error, np.sqrt(sum(squares)))
    assert np.isclose(value, means[0] - means[1] - means[2] + means[3])
    return np.isclose(found(here)[0], 2 * 1.96 * error, rtol=1e-3)


def eight_in_ten():
    """Whether the people needed are those of the formula with 2.8 standard errors."""
    for compare, groups in (("both, medication", 2), ("four", 4)):
        here = trial(compare=compare)
        spread = here.spread / np.sqrt(groups)
        assert np.isclose(here.needed, groups * (2.8 * spread / truth(here)) ** 2, rtol=0.01)
        assert np.isclose(here.power(here.needed), 0.8, atol=0.01)
    return True


def elsewhere():
    """Whether a third of the comparison group lives the other group's life under usual care."""
    usual = trial(comparator="usual").lived[MEDICATION]
    return np.isclose((usual == trial().course.arm(BOTH)).mean(), 1 / 3, atol=0.03)


def attended():
    """Whether attention means as many sessions as the other group has, each worth a third."""
    plain, more = (plan.therapy for plan in (FOUR_PLANS[BOTH], attention_plan()))
    return (more.start, more.stop) == (plain.start, plain.stop) and np.isclose(
        more.sessions_per_week, plain.sessions_per_week / 3
    )


def attention_plan():
    course = trial(comparator="attention").course
    return course.plans["attention"]


def first_and_second():
    """Whether what moves first and what follows go as the formulas say, and have come all their way in week 16."""
    first, second, step = worlds.first(np.arange(17)), worlds.follows, 1e-4
    assert np.allclose(first * (1 - math.exp(-4)), 1 - np.exp(-np.arange(17) / 4))
    for week in (2.0, 9.0):
        slope = (second(week + step) - second(week - step)) / (2 * step)
        assert np.isclose(slope, (1 - math.exp(-week / 4) - second(week)) / 6, atol=1e-6)
    return worlds.first(16) == worlds.second(16) == 1


def half_as_much_again():
    """How much more is learned with extra practice."""
    more, usual = (
        carried("carries", "early", "practice").skills[group][16].mean() for group in (worlds.MORE, worlds.THERAPY)
    )
    return worlds.PRACTICE == 0.5 and more > usual + 15


def scoreboard(check):
    """A ground: what the scoreboard of the opening's design shows passes a check of its traces by name."""
    return holds(lambda: check({trace["name"]: trace for trace in settings(TWELVE)[OPENING].studies_chart["data"]}))


def reported(check):
    """A ground: the report of the trial as it opens passes a check of its words."""
    return holds(lambda: check(report.sentence(trial())))


def controls():
    return toolkit.lessons.lesson(16).controls()


def options(name, lesson=None):
    """[(option, what the learner reads)] of a choice."""
    [control] = [control for control in (lesson or toolkit.lessons.lesson(16)).controls() if control.name == name]
    return [*control.options.items()]


def groups_are_alike(one):
    """Whether the people of both groups had the same score at entry, but for a little luck."""
    start = one.course.symptoms[0, 0]
    means = [start[drawn].mean() for drawn in one.drawn.values()]
    return max(means) - min(means) < 0.2


def part_two_is_drawn_so():
    """Whether the second picture has the whole ways by week 4, a mark for each person in therapy, and the falls below."""
    design = carried("carries", size=100)
    chart = mechanism.LESSON.chart(design)
    layout = chart["layout"]
    [marks] = [trace for trace in chart["data"] if trace["name"] == "a person in therapy"]
    assert (len(marks["x"]), marks["xaxis"]) == (100, "x2")
    assert layout["xaxis"]["domain"][1] < layout["xaxis2"]["domain"][0]
    assert layout["yaxis3"]["domain"][1] < layout["yaxis"]["domain"][0]
    titles = [layout[axis]["title"]["text"] for axis in ("xaxis", "xaxis3")]
    return titles == ["% of its way by week 4", "points fallen by week 16, mean"]


def leaving_is_blind():
    """Whether the same people leave in the same weeks where the treatments do nothing and everybody feels worse."""
    here, none = trial().course, trial(truth="none").course
    assert none.symptoms[26, 1:].mean() > here.symptoms[26, 1:].mean() + 1
    return all(np.array_equal(getattr(here, what), getattr(none, what)) for what in ("stop_week", "dropout_week"))


def judged():
    return studies.judged(trial().values["compare"])


def scoreboard_is_elsewhere():
    """Whether all findings of the scoreboard ship with the toolkit, and nine in ten stand in some lesson."""
    ids = {figure.id for compare, _ in options("compare") for figure in studies.chosen(compare)}
    told = " ".join(prose(lesson.slug) for lesson in toolkit.lessons.ALL)
    return ids <= {each.id for each in toolkit.findings()} and sum(id in told for id in ids) > 0.9 * len(ids)


def better_than_the_model(id, outcome):
    """Whether the published figures of that outcome over another arm are larger than the model's."""
    rows = [row for figure, row in board() if figure.id == id and outcome in figure.label]
    return rows and all(row["published"] > row["model"] and row["verdict"] == "outside" for row in rows)


def third_wants_the_explorer():
    """Whether the third task, and no other, sends to the explorer."""
    said = [task["prompt"] for task in toolkit.lessons.lesson(16).said_tasks]
    return ["The explorer tells" in prompt for prompt in said] == [False, False, True, False, False]


WORLD_WORDS = ("skills carry the relief", "relief comes first, skills follow", "a third thing moves both")
LOST = ["one in five, at random", "who left: not counted", "who left: as no better"]
GOALS = (
    (
        "design a trial: who is compared with whom, how many, what is counted, and when",
        ["Both or a dummy pill?", "Both or medication alone?", "Both or therapy alone?", "More than the sum?"],
    ),
    ("tell a missed benefit, a false alarm and an exaggeration apart", "A smaller gain, more surely known", 5),
    (
        "say what has to be measured, and what assigned at random, before one knows what carries an effect",
        "Half of the people in therapy get extra practice, at random; then compare their symptoms",
    ),
    (
        "write the paragraph about limits that every report needs",
        "It could hardly have seen one: its interval holds synergy and its opposite",
    ),
)
HOOK = (
    "How many people does it take to show a benefit, and how many to show synergy?",
    designed(lambda one: one.needed < 300),
    designed(lambda one: one.needed > 10_000, compare="four"),
)
BENEFIT = toy(TWELVE, "Sixty in each group", lambda s: 0.35 < s.result.significant.mean() < 0.45)
WINNERS = toy(TWELVE, "Only the winners are heard", lambda s: 2 < printed(s) < 3.5)
ALARMS = toy(TWELVE, "Nothing to find", lambda s: 0.03 < s.result.significant.mean() < 0.08)


QUOTES = [
    *quotes(
        "16",
        HOOK,
        *first_lines(16),
        (
            'In the break room somebody reads aloud: "Study shows that therapy and tablets strengthen each other." Twenty people '
            'were in each group. "That is fewer than on my first bus in the morning," says Mara. She wonders how many it would '
            "take, and who tells her about studies that found nothing",
            also("index", "drives a city bus"),
            designed(lambda one: one.power(20) < 0.06 and one.needed > 20, compare="four"),
            holds(lambda: dict(options("heard")) == {"all": "all labs", "found": "only labs that find a gain"}),
        ),
        *goals_by(16, *GOALS),
        (
            "At random (randomised): chance decides who goes into which group, so that the groups are alike",
            holds(everybody_lives_all),
            designed(groups_are_alike, size=20000),
        ),
        (
            "What the data fit (95 % confidence interval): the range of true values with which the result would be no surprise. It "
            "holds the truth in 95 of 100 trials. A trial finds something (significant) if its interval leaves 0 out",
            designed(lambda one: 0.93 < (np.abs(one.again[0] - truth(one)) < town.SURE * one.again[1]).mean() < 0.97),
            designed(lambda one: (one.significant == (np.abs(one.again[0]) > town.SURE * one.again[1])).all()),
        ),
        (
            "Chance of finding it (power). False alarm: finding what is not there",
            designed(lambda one: np.isclose(one.significant.mean(), one.power(60), atol=0.05)),
            ALARMS,
        ),
        (
            "More than the sum (synergy): both together do more than the two gains added up",
            holds(lambda: [*town.SYNERGY.values()] == [1, -1, -1, 1] and next(iter(town.SYNERGY)) == BOTH),
        ),
        (
            "What carries an effect (mediator): a step on the way from treatment to relief, such as skills. Something may also "
            "just go along",
            holds(practice_leaves_one),
            also("16 words", "A step on the way that carries an effect is called a mediator"),
        ),
        (
            "Before you choose, think of what each of four groups brings with it, and of how large the difference is that one "
            "looks for. Skip is fine too",
            holds(lambda: asked(16).judge(None)[0]),
            also("16 words", "There are two reasons: the luck of four groups, and a small difference"),
        ),
        (
            "On the top left is this trial, drawn once, like a real one; open diamonds are the truth, which only a simulation "
            "knows",
            holds(above_left),
        ),
        (
            "On the top right, 1,000 labs run the same trial, each with its own people, and each has a mark (filled: it finds "
            "something)",
            holds(above_right),
        ),
        ("Below is the chance to find it, by the number of people in each group", holds(below)),
        (
            "The first two missions are the core. Cover the diamonds with your hand now and then: no real trial has them",
            core(16, True, True, False),
            also("16 words", "No real trial knows this. Here you can"),
        ),
        (
            "The report of this one trial: who was drawn, who left, who was counted; and who of those who had clearly improved by "
            "week 12 stayed well",
            holds(lambda: toolkit.lessons.lesson(16).pictures["report"] == "The report of this one trial"),
            reported(lambda said: "60 drawn" in said and "left therapy" in said and "60 counted" in said),
            reported(lambda said: "who had clearly improved by week 12" in said and Model().assessment.week == 12),
        ),
        (
            "You may ask what it is compared with, how many people take part, and what becomes of the results. You may say no, and "
            "you may leave later, without a reason. If you take a medication, staying on it is a choice too. If you feel worse "
            "after starting or changing one, speak to the prescriber at once, and do not stop alone",
            YOUNG[1],
            holds(lambda: [each.label for each in controls()][:2] == ["Assigned at random to", "People in each group"]),
            also("15", "speak to the prescriber at once. Do not stop alone. Staying on is a choice too"),
        ),
        (
            'And a trial that "found nothing" does not say that your treatment does nothing for you',
            designed(lambda one: one.power(60) < 0.5 and truth(one) > 2),
        ),
        (
            "Sixty in each group. About four in ten such trials find the benefit. The others are run just as honestly",
            BENEFIT,
            toy(TWELVE, "Sixty in each group", lambda s: s.values["size"] == 60 and s.values["heard"] == "all"),
        ),
        (
            "Four groups. The interval is wider than anything that synergy could be. So this trial can rule out hardly anything",
            toy(
                TWELVE,
                "The same sixty, four groups",
                lambda s: found(s.result)[0] > 5 * abs(truth(s.result)) and found(s.result)[1] < 0 < found(s.result)[2],
            ),
        ),
        (
            "Only the winners are heard. Small trials that find something show more than twice the truth. Nobody has lied",
            WINNERS,
            toy(
                TWELVE,
                "Only the winners are heard",
                lambda s: np.isclose(s.result.again[0].mean(), truth(s.result), atol=0.3),
            ),
        ),
        (
            "Nothing to find. About one lab in twenty finds something all the same. That is what 95 % means",
            ALARMS,
            holds(lambda: np.isclose(1 - 0.95, 1 / 20)),
        ),
        (
            "A fairer comparison. More than half of the gain is gone, and it takes about five times as many people. How much "
            "attention does is our choice here",
            across(
                TWELVE,
                "A fairer comparison",
                OPENING,
                lambda fair, plain: (
                    0.4 < truth(fair.result) / truth(plain.result) < 0.5
                    and 4 < fair.result.needed / plain.result.needed < 6
                ),
            ),
            holds(lambda: town.ATTENTION == 1 / 3),
        ),
        (
            "People who learned more skills in therapy also improved more. Did the skills do it? There are three worlds below, and "
            "therapy helps just as much in each",
            holds(linked_in_every_world),
            holds(helps_alike),
        ),
        (
            "In one of them, skills carry the relief. In another, relief comes first, and who feels better practises more. In the "
            "last, a third thing moves both. At first the world is hidden from you",
            holds(lambda: [*dict(options("world", mechanism.LESSON)).values()][1:] == list(WORLD_WORDS)),
            holds(moves_first),
            holds(lambda: mechanism.LESSON.opening["world"] == "hidden"),
        ),
        (
            "On the left is how much of its whole way each had come by week 4; on the right each mark is a person in therapy; "
            "below, how far the scores fell in each group",
            holds(part_two_is_drawn_so),
        ),
        (
            "Measured at the end. The link is there in all three worlds, and it is as close in each",
            holds(linked_in_every_world),
        ),
        (
            "Measured early, too. Now one can see which moved first. That may rule out one world or two, and never shows that the "
            "first thing is the cause",
            holds(looking_leaves_two),
            holds(moves_first),
        ),
        (
            "People choose. Therapy's lead grows, because the keener people would have improved more anyway",
            holds(choosing_flatters),
            holds(lambda: worlds.KEEN > 0.5),
        ),
        (
            "A town of {} simulated people stands ready, and all of them have lived every group, so that the truth is known. A "
            "trial draws people by chance and sees one life of each",
            filled(lambda: f"{town.TOWN:,}"),
            holds(everybody_lives_all),
        ),
        (
            "Every lab draws its own people, so every lab has its own luck. The smaller the trial, the larger is this luck. "
            "Whoever looks for a ninth of a difference needs 81 times the people, because luck shrinks only with the root of "
            "their number",
            holds(each_lab_its_own),
            holds(lambda: 9**2 == 81),
            designed(
                lambda one: np.isclose(
                    one.needed / trial().needed, (truth(trial()) / truth(one) * one.spread / trial().spread) ** 2
                ),
                compare="four",
            ),
        ),
        ("And synergy is worked out from four groups, with the luck of all four", holds(sum_of_squares)),
        (
            "In the second explorer something moves first and something else follows; the three worlds differ only in what the "
            "cause is",
            holds(first_and_second),
            holds(helps_alike),
        ),
        (
            "The gain is a weighted sum of the groups' means $\\bar y_a$, and its error adds up over the groups: "
            "$$\\text{{gain}} = \\sum_a w_a\\,\\bar y_a, \\qquad \\text{{SE}}^2 = \\sum_a \\frac{{s_a^2}}{{n}}.$$",
            holds(sum_of_squares),
        ),
        (
            "For both or medication, $w = (1, -1)$. For more than the sum, $w = (1, -1, -1, 1)$. The 95 % interval is gain ± {} "
            "SE. To find it 8 times in 10, the true gain must be 2.8 SE ({} + 0.84), so that $$n = "
            "k\\,\\left(\\frac{{2.8\\,s}}{{\\text{{gain}}}}\\right)^2",
            filled(lambda: f"{town.SURE:.2f}"),
            filled(lambda: f"{town.SURE:.2f}"),
            holds(lambda: [*town.contrast("both, medication").items()] == [(BOTH, 1), (MEDICATION, -1)]),
            holds(lambda: [*town.SYNERGY.values()] == [1, -1, -1, 1]),
            holds(eight_in_ten),
        ),
        (
            "Above {} people in each group the labs draw their gains from a normal curve",
            filled(lambda: town.DRAWN),
            designed(lambda one: np.ptp(one.again[1]) == 0, size=500),
            designed(lambda one: np.ptp(one.again[1]) > 0, size=200),
        ),
        (
            "In usual care one in three finds the other group's treatment elsewhere; attention means as many visits, each worth a "
            "third of a session. Both sizes are ours",
            holds(elsewhere),
            holds(attended),
        ),
        (
            "a first thing has come $1 - e^{{-t/4}}$ of its way after $t$ weeks, and what follows closes the gap to it at the rate "
            "$1/6$. Both are scaled to have come all their way in week 16. Extra practice teaches half as much again",
            holds(first_and_second),
            holds(half_as_much_again),
        ),
        (
            "Nobody here refuses to be assigned by chance, nobody guesses their group, and raters do not hope. In real trials of "
            "therapy all three happen",
            designed(lambda one: all(people.size == 60 for people in one.drawn.values())),
            why("walkup2008_cams", "CBT and combination arms knew what they received"),
        ),
        (
            "Being seen counts within weeks here and lasts for years, however often people meet; that is our choice",
            holds(lambda: Model().contact.building_weeks < 5 and Model().contact.fading_weeks >= 104),
        ),
        (
            "There is one town. Real trials differ in whom they take in, and the next town is another",
            holds(lambda: trial(seed=2).course is trial().course),
        ),
        (
            "People are lost at random, or because they left treatment, and leaving does not depend on how they feel. In life it "
            "does",
            holds(lambda: [words for _, words in options("lost")][1:] == LOST),
            holds(leaving_is_blind),
        ),
        (
            "The size of synergy here is what we chose. The model can tell how many people it would take to see it, and not "
            "whether it exists",
            designed(lambda one: one.needed > 10_000, compare="four"),
            holds(lambda: Model.additive() != Model() and town.model("adding") == Model.additive()),
        ),
        (
            "In chronic depression both together gained more over medication alone [keller2000] than they do in the model. An "
            "overlapping team could not repeat that gain [kocsis2009_revamp]. In children's anxiety everything works better than "
            "in the model [walkup2008_cams]",
            holds(lambda: better_than_the_model("keller2000", "both over medication")),
            why("kocsis2009_revamp", "COUNTER-EXAMPLE to keller2000, by an overlapping team"),
            holds(lambda: better_than_the_model("walkup2008_cams", "over dummy pill")),
        ),
        (
            "In social anxiety therapy alone did better a year later than both [nordahl2016_sad]: the model, as it is set here, "
            "cannot do that",
            why("nordahl2016_sad", "alone left more people recovered a year later", against=True),
            designed(lambda one: truth(one) > 0, compare="both, therapy", week=52),
        ),
        (
            "Labs here are silent or heard, as you set it. In life a lab that found nothing may also count again until it finds "
            "something",
            holds(lambda: len(options("heard")) == 2),
            toy(TWELVE, "Only the winners are heard", lambda s: 0 < s.result.heard.sum() < 300),
        ),
        (
            "The three worlds of What carries it? are pure. In life all three may be a little true at once, and nobody has "
            "measured their rates",
            holds(lambda: mechanism.LESSON.title == "What carries it?" and len(worlds.WORLDS) == 3),
            holds(practice_leaves_one),
        ),
        (
            "Five tasks. The third wants the explorer. No code is needed",
            tasks_are(16, 5),
            holds(third_wants_the_explorer),
        ),
        (
            "To hand in. Three things: the code of a trial that would show a benefit; the code of one that could show synergy; and "
            "three sentences on what your first trial cannot tell",
            also(
                "16 sheet",
                "Pairs have designed a trial",
                "written three sentences on what it cannot tell",
            ),
            holds(lambda: 'print("trial:", explorer.code)' in code(16)),
        ),
        (
            '| question | "does it work" | better than what, in whom, when | and why this comparison | | size | no number | enough '
            "people to find it 8 times in 10 | and what it costs, in sessions | | chance | finds it: so it is true | says how "
            "often such a trial is wrong | and what you would believe if it found nothing | | limits | none | one that is true "
            "of every trial | one that is true of this one, and what would settle it |",
            also("16 sheet", "say beforehand what you would believe if you found nothing", "said what it costs"),
            also("16 words", "To find it 8 times in 10 takes about", "200 people in each group are 3,200 sessions"),
        ),
        *last_lines(16),
        (
            '"Our sum" means that we worked it out. Those of the scoreboard are all among `toolkit.findings()`, and most of them '
            "stand in the lessons that use them",
            also("16", "it would be 24 (our sum)"),
            holds(scoreboard_is_elsewhere),
        ),
    ),
    *quotes(
        "16 sheet",
        (
            "looks like synergy, in social anxiety. Its groups were small, and its result cannot be told from adding up",
            why("blanco2010_sad", "not distinguishable from additive", "Small arms", against=False),
        ),
        (
            "with large groups, both together were not shown to do better than either",
            why("combine2006", "together was no better than either", against=True),
        ),
        (
            "A trial of sixty in each group finds the benefit about four times in ten",
            toy(TWELVE, OPENING, lambda s: 0.35 < s.result.significant.mean() < 0.45),
        ),
        (
            "Where only winners are heard, the reported effect is too large, though nobody has lied",
            toy(TWELVE, "Only the winners are heard", lambda s: printed(s) > 2),
        ),
        (
            "that is why it takes tens of thousands",
            toy(TWELVE, "The same sixty, four groups", lambda s: s.result.needed > 20_000),
        ),
        (
            "All 21 antidepressants did better than a dummy pill on average",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
        ),
        (
            "Call out a number, and I type it at People number. Who finds it? (Wait for about four in ten.)",
            toy(TWELVE, OPENING, lambda s: 0.35 < s.result.significant.mean() < 0.45),
        ),
        (
            "why a benefit takes a hundred or two and synergy takes tens of thousands, and who is not heard of",
            toy(TWELVE, OPENING, lambda s: 100 < s.result.needed < 250),
        ),
        (
            "A benefit can be shown with a hundred or two in each group, and that is what people need",
            toy(TWELVE, OPENING, lambda s: 100 < s.result.needed < 250),
        ),
        (
            "Everybody has seen an honest trial miss a benefit that is there, and honest labs report far too much",
            toy(TWELVE, "Only the winners are heard", lambda s: printed(s) > 2 and s.result.significant.mean() < 0.3),
        ),
    ),
]
