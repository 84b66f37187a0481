"""What lesson 04's notebook says of studies, of its house and of its model, and what holds it."""

import functools

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import can_be_skipped, claims, core, first_lines, holds, missions, promises, traces
from tests.meaning.quotes.lesson_03 import the_young_are_watched, two_levels
from tests.meaning.quotes.reading import THREE, exactly_added, together, warmth
from tests.meaning.quoting import across, fills, quotes, text, toy, why
from toolkit.explore.picture import ARMS
from toolkit.lessons.bottom_up_top_down.people import FLOORS, half_week
from toolkit.lessons.bottom_up_top_down.studies import STUDIES
from toolkit.model import (
    BOTH,
    DUMMY,
    MEDICATION,
    THERAPY,
    Cohort,
    Medication,
    Symptoms,
    Therapy,
    four_plans,
    simulate,
)

at = functools.partial(lived.at, 4)
control = functools.partial(grounds.control, 4)


@fills
def half(treatment, floor):
    """A half-way week as the lesson opens."""
    return f"{at().half_week(treatment, floor):.1f}"


def strongest_is_three_times(strong, none):
    """Every bar is about three times as long, and both stays the sum."""
    longer = [together(strong, each) / together(none, each) for each in ("medication", "therapy", "both")]
    return all(2.9 < times < 3.4 for times in longer) and exactly_added(strong)


def first_where_its_door_is(shown):
    """Each treatment is first on the floor with its door, and medication earlier on both."""
    week = shown.result.half_week
    return (
        week("medication", "body") < week("medication", "thinking")
        and week("therapy", "thinking") < week("therapy", "body")
        and all(week("medication", floor) < week("therapy", floor) for floor in ("body", "thinking"))
    )


def scores(**values):
    house = at(**values)
    return [round(float(house.score_gain(treatment)), 1) for treatment in ("medication", "therapy", "both")]


def lead(treatment="medication", **values):
    """Weeks by which a treatment reaches half in thinking before it does in the body."""
    house = at(**values)
    return house.half_week(treatment, "body") - house.half_week(treatment, "thinking")


def leaves_the_sum(interaction):
    """Most in the middle of learning, less by the last week."""
    away = {week: abs(at(interaction=interaction, week=week).share - 100) for week in (10, 26)}
    return away[10] > away[26] + 2


WAITS = {"up": 0.0, "down": 0.7}
EXCHANGED = {"medication_door": 1.0, "therapy_door": 0.0}
NO_PULL = {"up": 0.0, "down": 0.0}
HOUSES = (MEDICATION, THERAPY, BOTH)


def floors_are_stronger_the_more_they_gain(shown):
    """Three houses from the left, two floors in each; the more a floor has gained over the dummy pill, the less pale it is."""
    assert list(shown.chart["layout"]["xaxis"]["ticktext"]) == list(HOUSES)
    found = []
    for place, treatment in enumerate(HOUSES):
        for floor in FLOORS:
            [drawn] = traces(shown, f"{treatment}, {floor}", "")
            assert place < min(drawn["x"]) < max(drawn["x"]) < place + 1
            assert (drawn["fillcolor"], max(drawn["y"]) > 1.5) == (ARMS[treatment].colour, floor == "thinking")
            found.append((shown.at(f"{treatment}, {floor} (points)", shown.values["week"]), drawn["opacity"]))
    gains, strength = zip(*found, strict=True)
    assert "better than with a dummy pill" in shown.chart["layout"]["xaxis"]["title"]["text"]
    return list(np.argsort(gains)) == list(np.argsort(strength)) and min(strength) < max(strength)


def a_diamond_stands_half_way(shown):
    """On the right, above: the single treatments' gains by week, each with a diamond where it has half of its last value."""
    assert shown.chart["layout"]["yaxis2"]["domain"][0] > shown.chart["layout"]["yaxis3"]["domain"][1]
    assert shown.chart["layout"]["xaxis2"]["domain"][0] > 0.36
    for treatment in (MEDICATION, THERAPY):
        for floor in FLOORS:
            [curve] = traces(shown, f"{treatment}, {floor}", 2)
            assert np.allclose(curve["y"], shown.table[f"{treatment}, {floor} (points)"])
            [diamond] = traces(shown, f"half of {treatment}, {floor}", 2)
            assert diamond["marker"]["symbol"] == "diamond"
            assert np.isclose(np.interp(diamond["x"][0], curve["x"], curve["y"]), curve["y"][-1] / 2)
            assert np.isclose(diamond["y"][0], curve["y"][-1] / 2)
    return True


def bars_lie_end_to_end(shown):
    """Below: medication's gain and therapy's end to end, then both together, in green, then both without the pull."""
    [one_], [other], [both] = ([bar for bar in traces(shown, each, 3) if bar["mode"] == "lines"] for each in HOUSES)
    [without] = traces(shown, "both, no pull", 3)
    assert one_["x"][0] == both["x"][0] == 0
    assert np.isclose(one_["x"][1], other["x"][0])
    assert one_["y"][0] == other["y"][0] > both["y"][0] > without["y"][0]
    assert both["line"]["color"] == ARMS[BOTH].colour == "#007a55"
    names = list(shown.chart["layout"]["yaxis3"]["ticktext"])
    assert names == ["both, no pull", "both together", "the two, added"]
    assert np.isclose(without["x"][1], together_without(shown))
    return np.isclose(both["x"][1], together(shown, "both") / 2) and np.isclose(other["x"][1], shown.result.added)


def together_without(shown):
    return np.mean([shown.result.without_pull[BOTH, floor][shown.values["week"]] for floor in FLOORS])


def doors_and_arrows():
    """▶ stands at the height of a door, in the houses of whoever has it; arrows grow with the pull, and go where there is none."""
    strong, none, exchanged = (
        lived.settings(THREE)[name] for name in ("The strongest pull", "No pull", "Doors exchanged")
    )
    opening = lived.settings(THREE)[OPENING]

    def doors(shown):
        marks = [each for each in shown.chart["data"] if list(each.get("text") or []) == ["▶"]]
        return sorted((int(each["x"][0]), each["y"][0] > 1) for each in marks)

    assert doors(opening) == [(0, False), (1, True), (2, False), (2, True)]
    assert doors(exchanged) == [(0, True), (1, False), (2, False), (2, True)]
    sizes = [
        {each["marker"]["size"] for each in traces(shown, "pull between the floors", "")} for shown in (opening, strong)
    ]
    return max(sizes[0]) < min(sizes[1]) and traces(none, "pull between the floors", "") == []


def in_the_long_run(up, down, below, above):
    """Score points that lasting pushes take off in the end, solved by hand."""
    body, thinking = (below + down * above) / (1 - up * down), (above + up * below) / (1 - up * down)
    return (body + thinking) / 2


def grows(up, down):
    """By which factor a pull makes what is taken off larger, for a push below alone, above alone, and both."""
    return [in_the_long_run(up, down, *push) / in_the_long_run(0, 0, *push) for push in ((1, 0), (0, 1), (1, 2))]


@functools.cache
def driven_by(**changes):
    """How far a change of the model moves the mean score of the group with both by week 12, points."""
    values = {path.replace("__", "."): value for path, value in changes.items()}
    model, plans = at().course.model, four_plans(Medication(stop=12), Therapy(stop=12))
    means = [
        simulate(Cohort(200), plans, 12, each, keep=("symptoms",)).mean(12) for each in (model, model.replace(values))
    ]
    return abs(means[1] - means[0])[-1]


def three_things_drive():
    """Without fading or visits, without a treatment, or without the pull, scores are elsewhere; stress moves them little."""
    pull = {"symptoms__cognitive_to_somatic": 0.0, "symptoms__somatic_to_cognitive": 0.0}
    each = [
        {"natural_course__amount": 0.0},
        {"contact__strength": 0.0},
        {"drug__strength": 0.0},
        {"skill__strength": 0.0},
        pull,
    ]
    return min(driven_by(**one_) for one_ in each) > 2 > 0.5 > driven_by(stress__blows_per_week=0.0)


def seen_as(id, **places):
    """The picture's row of a study has these places and directions, and no others."""

    def hold():
        [row] = [each for each in STUDIES if each.finding == id]
        assert {name: getattr(row, name) or {} for name in ("medication", "therapy")} == {
            name: places.get(name, {}) for name in ("medication", "therapy")
        }

    return hold


def marked(side, *ids):
    """These stand in the picture with that mark, and no others do."""

    def hold():
        assert {each.finding for each in STUDIES if each.side == side} == {*ids}

    return hold


def lives_where_it_says():
    """What lives on a floor is what the house writes there and what the model's levels are of; mood is on neither."""
    said = lesson_words()["floors"]
    assert [said[each] for each in ("title_thinking", "deciding", "regulating")] == [
        "thinking:",
        "deciding,",
        "regulating",
    ]
    assert [said[each] for each in ("title_body", "sleep", "appetite")] == ["body:", "sleep, energy,", "appetite"]
    assert "mood" not in " ".join(said.values())
    assert "s (sleep, energy, appetite" in Symptoms.__doc__
    assert "c (beliefs, regulation" in Symptoms.__doc__
    return (at().doors, len(FLOORS)) == ({MEDICATION: 0.0, THERAPY: 1.0}, 2)


def lesson_words():
    return toolkit.lessons.lesson(4).says


QUOTES = [
    *quotes(
        "04",
        *first_lines(4),
        (
            'Mara, 34, drives a city bus (we invented her). Her doctor says: "First you will sleep, and then your thoughts '
            'will follow." Her neighbour, who likes his therapist, says: "Sort out your thoughts, and you will sleep." Mara '
            "wonders whether the two are talking about the same Mara.",
            toy(THREE, OPENING, first_where_its_door_is),
            holds(lambda: lead() < -1 and lead("therapy") > 1),
        ),
        (
            "- describe a house of two floors and two doors, and say what it forbids; - read off a curve in which week half "
            "of an effect is reached; - tell floors that help each other from treatments that change each other; - say what "
            "the order of changes can show, and what it cannot.",
            promises(4),
        ),
        (
            "- Floor: a group of symptoms that move together. Here there are two, body and thinking. - Door: the floor on "
            "which a treatment acts first. Bottom-up enters at the body, top-down at thinking. - Pull (coupling): what "
            "happens on one floor also moves the other floor. - Half-way week: the week in which half of the final gain is "
            "reached. - Interaction: one treatment changes how the other one works.",
            holds(lambda: list(FLOORS) == ["body", "thinking"]),
            toy(THREE, OPENING, first_where_its_door_is),
            claims("C5", "medication works from below", "therapy from above", number=4),
            across(
                THREE,
                OPENING,
                "No pull",
                lambda pulled, none: (
                    warmth(pulled, "therapy", "body") > 1 > 0.05 > abs(warmth(none, "therapy", "body"))
                ),
            ),
            holds(lambda: half_week(np.array([0.0, 1.0, 3.0, 4.0])) == 1.5),
            holds(lambda: abs(at(interaction="speeds").share - 100) > 2 > 1e-6 > abs(at().share - 100)),
        ),
        (
            "This is the house, from the top down: | | what lives there | who enters here, in the story | |---|---|---| | 5 "
            "· thinking | deciding, steering your feelings | ◀ therapy's door | | 4 · thinking | thoughts about yourself, "
            "interest in things | | | 3 · the stairs | mood | each floor pulls the other along | | 2 · body | energy, "
            "appetite | | | 1 · body | sleep | ◀ medication's door | The model has only the two floors. Mood stands on the "
            "stairs because it belongs to both. These are groups of symptoms, and not parts of the brain. Decide before you "
            "play. Skip is fine too.",
            holds(lives_where_it_says),
            claims("C5", "(sleep, energy, appetite)", "(thinking, deciding, steering)", number=4),
            holds(lambda: at().up == at().down > 0),
            can_be_skipped(4),
        ),
        (
            "How to read the chart. On the left are three houses; the stronger the colour of a floor, the more it has "
            "improved over a dummy pill with the same visits. Upper right: the same gains week by week, with a diamond in "
            "each half-way week. Lower right: what medication and therapy gain alone, put end to end, and below that what "
            "both together gain.",
            toy(THREE, OPENING, floors_are_stronger_the_more_they_gain),
            toy(THREE, "The story, week 4", floors_are_stronger_the_more_they_gain),
            toy(THREE, OPENING, a_diamond_stands_half_way),
            toy(THREE, OPENING, bars_lie_end_to_end),
        ),
        (
            "In every house people have the same visits, and in the therapy house they also take the dummy pill. ▶ marks a "
            "door, and the arrows between the floors grow with the pull.",
            holds(lambda: len({plan.visits for plan in at().course.plans.values()}) == 1),
            holds(lambda: at().course.plans[THERAPY].visits == at().course.plans[DUMMY].visits),
            holds(lambda: at().course.plans[THERAPY].medication is None),
            holds(doors_and_arrows),
        ),
        (
            "The first two missions are the core, and the other two are for when you have more time. If a mission resists "
            "you, ask yourself why before you give up.",
            core(4),
            holds(lambda: [bool(each.recipe) for each in missions(4)] == [False, True, True, True]),
        ),
        (
            "If you have one of these treatments. Which door it uses says nothing about whether it helps you, because a "
            "story about the brain can be wrong while the treatment works, and right while it does not. So nothing here is "
            "a reason to start, stop or change anything. Staying on is a choice too. In the house, therapy reaches sleep and "
            'medication reaches thinking, and no group of people is "too ill" or "too much in the body" for therapy.',
            holds(lambda: scores(**EXCHANGED) == scores()),
            toy(THREE, OPENING, lambda s: warmth(s, "therapy", "body") > 1 and warmth(s, "medication", "thinking") > 1),
            why("driessen2010", "not weaker"),
        ),
        (
            "If you feel worse after starting or changing a medication, above all if you are young, speak to the prescriber "
            "at once. Do not stop alone.",
            the_young_are_watched,
        ),
        (
            "- The story, week 4. Medication has eased the body, and very little of that has reached thinking so far, while "
            "with therapy it is the other way round. - No pull. Each treatment leaves the other floor as it was, and both "
            "together are still the two added.",
            toy(
                THREE,
                "The story, week 4",
                lambda s: (
                    s.values["week"] == 4
                    and warmth(s, "medication", "body") > 4 * warmth(s, "medication", "thinking")
                    and warmth(s, "therapy", "thinking") > 4 * warmth(s, "therapy", "body")
                ),
            ),
            toy(
                THREE,
                "No pull",
                lambda s: (
                    abs(warmth(s, "medication", "thinking")) + abs(warmth(s, "therapy", "body")) < 0.05
                    and exactly_added(s)
                ),
            ),
        ),
        (
            "- The strongest pull. Every bar is about three times as long as without the pull, so the two long bars have "
            "grown together. - One-way pull. Only medication gains by it, because only its floor pulls. Therapy gains what "
            "it would gain without any pull. - Doors exchanged. The order of the diamonds turns round, and the bars stay as "
            "they were.",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
            across(
                THREE,
                "One-way pull",
                "No pull",
                lambda one_way, none: (
                    one_way.values["up"] > 0 == one_way.values["down"]
                    and together(one_way, "medication") > together(none, "medication") + 1.5
                    and abs(together(one_way, "therapy") - together(none, "therapy")) < 0.1
                ),
            ),
            holds(lambda: lead(**EXCHANGED) > 1 and lead("therapy", **EXCHANGED) < -1),
            holds(lambda: scores(**EXCHANGED) == scores()),
        ),
        (
            "Each floor follows what drives it (lesson 01), some weeks late. Above all, three things drive a floor here: "
            "the illness, which fades with time and visits; the treatments that enter there; and the other floor. Now give "
            "a push from below and a push from above. Each push travels through the house, there and back, getting weaker "
            "on each trip.",
            holds(lambda: 1 < at().course.model.symptoms.relaxation_weeks < 4),
            holds(lambda: "drive" in text("01")),
            holds(three_things_drive),
            holds(lambda: 0 < at().up * at().down < at().up < 1 and control("up").high * control("down").high < 1),
        ),
        (
            "But neither push notices the other one, so what the two do together is what the push from below does plus what "
            "the push from above does (the house is linear). A stronger pull makes each push travel further, and it does "
            "that for a push that is alone just as well.",
            toy(THREE, "The strongest pull", exactly_added),
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
            holds(lambda: all(alone > 2 for alone in grows(0.7, 0.7)[:2])),
        ),
        (
            "Body $s$ and thinking $c$ follow with a delay $\\tau$, and pull with $\\kappa_{{\\uparrow}}$ (body pulls "
            "thinking along) and $\\kappa_{{\\downarrow}}$ (the other way):",
            holds(lambda: at(up=0.6, down=0.1).course.model.symptoms.coupling().tolist() == [[0.0, 0.1], [0.6, 0.0]]),
        ),
        (
            "$d_m$ and $d_t$ are the doors, 0 at the body and 1 at thinking. $D\\,e$ is what medication takes off, $T\\,k$ "
            "what therapy takes off. No product of $s$ and $c$, or of $e$ and $k$, stands anywhere. In the long run, a push "
            "$F$ below and a push $G$ above take off",
            holds(lambda: at(**EXCHANGED).doors == {MEDICATION: 1.0, THERAPY: 0.0}),
            toy(
                THREE,
                "No pull",
                lambda s: abs(warmth(s, "medication", "thinking")) < 0.05 < warmth(s, "medication", "body"),
            ),
            toy(THREE, "The strongest pull", exactly_added),
        ),
        (
            "The score is the mean of the two. Where the two pulls are equally strong, a stronger pull makes what is taken "
            "off it larger for $F$ alone, for $G$ alone and for both, by the same factor. Where they are not, the factors "
            "differ, and both is still the two added. `toolkit.explore.source(toolkit.model.Symptoms.coupling)` shows the "
            "code.",
            holds(two_levels),
            holds(
                lambda: np.allclose(grows(0.7, 0.7), grows(0.7, 0.7)[0]) and grows(0.7, 0.7)[0] > grows(0.3, 0.3)[0] > 1
            ),
            holds(lambda: grows(0.7, 0.0)[0] > 1.5 > grows(0.7, 0.0)[1] == 1),
            holds(
                lambda: np.isclose(
                    in_the_long_run(0.6, 0.1, 1, 2), in_the_long_run(0.6, 0.1, 1, 0) + in_the_long_run(0.6, 0.1, 0, 2)
                )
            ),
            across(
                THREE,
                "One-way pull",
                "No pull",
                lambda one_way, none: (
                    exactly_added(one_way) and together(one_way, "both") > together(none, "both") + 1.5
                ),
            ),
            holds(lambda: "cognitive_to_somatic" in toolkit.explore.source(Symptoms.coupling).data),
        ),
    ),
]
