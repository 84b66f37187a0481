"""The sentences that lesson 08's Python says, of its pictures and of its game, and what holds them."""

import functools
import math

import numpy as np

from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import holds, traces
from tests.meaning.quotes.lesson_08 import (
    LESSON,
    TARGET,
    TWICE,
    at,
    first_picture,
    game,
    other_pictures,
    success,
    the_game,
    titles,
)
from tests.meaning.quotes.reading import EIGHT
from tests.meaning.quoting import quotes, toy
from toolkit.lessons.finding_the_right_medication.people import (
    BOTHERS,
    MEASURED,
    NONE,
    READ,
    SAME,
    SEARCH,
    WEEKS,
)
from toolkit.lessons.finding_the_right_medication.prescriber import Prescriber
from toolkit.model import WAITING, Model
from toolkit.model.cohort import response_to_another

from .lesson_07_words import numbers
from .lesson_08_words import rows


def whole(*values):
    return [f"{value:.0f}" for value in values]


def tells(figures, **values):
    """At these values the sentence says these figures, in this order."""

    def hold():
        care = at(**values)
        said, expected = numbers(LESSON.sentence(care)), [str(figure) for figure in figures(care)]
        assert said == expected, f"{said} and not {expected}"

    return hold


def told_of(kind, **values):
    """What is said of a kind of medication."""
    return LESSON.sentence(at(show="kind", kind=kind, **values))


def steps_told(care, count=True):
    """What the first picture tells, figure by figure."""
    lives = [care.steps.success(life)[[0, -1]] for life in (SEARCH, SAME, NONE)]
    well, left, unwell = care.steps.people(SEARCH)
    weeks, medications = care.values["patience"], [care.values["medications"]] if count else []
    product = 100 - 100 * np.prod(1 - care.steps.success(SEARCH) / 100)
    first = [100, weeks, 1, *whole(lives[0][0]), 100, 4, *whole(lives[0][1]), *medications]
    beside = whole(*lives[1], *lives[2]) if care.values["strength"] else []
    return [*first, *beside, 100, well, left, unwell, 4, *whole(product)]


def doses_told(care):
    """What the second picture tells."""
    dose, found = care.values["dose"], care.doses
    (halved, bothered, stopped), usual, measured = found.at(dose), found.at(1.0), found.at(MEASURED)
    if dose == 1.0:
        end = [*whole(halved), 100, READ, 100, *whole(bothered), 100, *whole(stopped), 80]
    else:
        filled = whole(100 * dose / (dose + 0.25), 80)
        end = [
            *whole(halved),
            100,
            READ,
            *whole(usual[0]),
            100,
            *whole(bothered),
            100,
            *whole(stopped, *usual[1:]),
            *filled,
        ]
    return [*end, f"{found.dose[-1]:.1f}", *whole(*measured)]


def kinds_told(care):
    """What the third picture tells."""
    kind = care.kind
    halved, stayed, learned = (whole(*kind.rows[row]) for row in ("halved", "stayed", "learned"))
    days = [kind.nears(kind.filled), kind.nears(kind.effect), kind.fades(kind.effect)]
    return [*days, halved[0], 100, 12, halved[1], 100, stayed[0], 48, stayed[1], 16, learned[0], 100, learned[1]]


def people_on_the_dose_are_drawn(shown):
    """Nothing bothers them, something does, or they have stopped: of those who began."""
    _, bothered, stopped = shown.result.doses.at(2.0)
    takes = (100 - stopped) / 100
    names = ("takes it, nothing bothers", "takes it, something bothers", "has stopped")
    drawn = [len(traces(shown, name)[0]["x"]) for name in names]
    return np.abs(np.subtract(drawn, (takes * (100 - bothered), takes * bothered, stopped))).max() <= 1


def the_true_score_is_drawn():
    """At the end, beside what was rated and what was ordered."""
    ended = game(*["raise"] * 6)
    picture, life = ended.picture(), ended.life()
    drawn = {trace["name"]: trace["y"] for trace in picture["data"] if trace.get("name")}
    layout = [picture["layout"][axis]["title"]["text"] for axis in ("yaxis", "yaxis2")]
    assert layout == ["score (lower is better)", "dose ordered"]
    assert np.allclose(drawn["true score, your care"], life.symptoms[:, 0, 0])
    assert np.allclose(drawn["score as rated"], [ended.rated(life, week) for week in ended.visits])
    assert list(drawn["dose"])[:2] == [1.0, 1.0]


def rated(played):
    """Today's score in the game."""
    return played.rated(played.life(), played.week)


def another_person():
    """Who comes after the first person."""
    played = Prescriber(4)
    played.take("stay", "4")
    played.again()
    assert (played.week, played.visits) == (0, [0])
    return played.seed


@functools.cache
def told_in_the_game(*acts):
    return game(*acts).sentence()


def the_end_is_told():
    """The true scores of three lives, and what nobody could see."""
    ended = game("raise", "stay", "switch", "stay", "stay", "stay")
    life, others, traits = ended.life(), ended.others(), ended.cohort.traits
    waiting, usual = others.symptoms[-1, :, 0]
    assert list(others.plans) == [WAITING, "medication"]
    another = response_to_another(ended.cohort, range(1), 1, Model().drug.likeness, traits.drug_response)
    figures = [
        *whole(life.symptoms[-1, 0, 0], usual, waiting),
        f"{traits.drug_response[0]:.1f}",
        f"{another[0]:.1f}",
        "1",
    ]
    figures += [f"{100 * traits.recovery[0]:.1f}", f"{traits.side_effects[0]:.1f}", "1"]
    said = ended.sentence().partition("Half a year is over.")[2]
    assert numbers(said) == [*figures, str(ended.other), "24"]
    assert abs(at().steps.course.cohort.traits.drug_response.mean() - 1) < 0.05


def side_effects_told():
    """Hard to bear from 1 on, where people stop; some from 0.3 on; and whoever has stopped does not begin again."""
    said = set()
    for seed, act in ((3, "raise"), (4, "raise"), (8, "raise"), (8, "lower")):
        played = Prescriber(seed)
        for _ in range(3):
            played.take(act, "2")
        life = played.life()
        felt = "stopped" if life.stop_week[0, 0] <= played.week else float(life.side_effects[played.week, 0, 0])
        said.add(played.side_effects(life).partition(" since")[0])
        if felt == "stopped":
            assert f"since week {life.stop_week[0, 0]:.0f}" in played.side_effects(life)
            played.take("raise", "8")
            assert played.life().stop_week[0, 0] == life.stop_week[0, 0], "it does not begin again"
        else:
            expected = "hard to bear" if felt >= 1 else "some, bearable" if felt > 0.3 else "hardly any"
            assert expected in played.side_effects(life)
    assert len(said) == 4


@functools.cache
def orders_are_told():
    """The medication counts from 1, the dose is as ordered, and therapy is said once it is added."""
    said = told_in_the_game("raise", "switch")
    assert "Person 4, week 8." in said
    assert "Ordered: medication 2, dose 0.5, without therapy." in said
    assert "medication 1, dose 1, without therapy" in told_in_the_game("raise")
    assert "medication 1, dose 0.5, with therapy" in told_in_the_game("therapy")
    assert "medication 1, dose 0.25, without" in told_in_the_game("lower")


@functools.cache
def the_second_tablet_is_told():
    other, begun = game().other, ("stay",) * math.ceil(game().other / 4)
    assert "another doctor has started a second tablet" in told_in_the_game(*begun)
    assert "second tablet" not in told_in_the_game(*begun[:-1])
    assert "The second tablet has been checked and changed" in told_in_the_game(*begun, "check")
    ended = game(*begun, "check", "stay", "stay", "stay")
    weeks = [week for week in range(24) if ended.acts[week] > ended.dose[week]]
    assert weeks == list(range(other, ended.checked))
    assert f"From week {other} to week {ended.checked} the second tablet made each dose act as two" in ended.sentence()


QUOTES = [
    *quotes(
        "08 words",
        (
            "Of 100 people who stay for the {{weeks}} weeks of step 1, {{first:.0f}} are well then; of 100 who stay to the "
            "end of step 4, {{last:.0f}}. There were {{count}} different medications to try",
            tells(steps_told),
        ),
        (
            "Of 100 people who stay for the {{weeks}} weeks of step 1, {{first:.0f}} are well then; of 100 who stay to the "
            "end of step 4, {{last:.0f}}. Only the box was new",
            tells(lambda care: steps_told(care, count=False), medications=1),
            holds(lambda: "Only the box was new" in LESSON.sentence(at(medications=1))),
        ),
        (
            "There is no drug in any of these tablets. Of 100 people who stay for the {{weeks}} weeks of step 1, "
            "{{first:.0f}} are well then; of 100 who stay to the end of step 4, {{last:.0f}}",
            tells(lambda care: steps_told(care, count=False), strength=0.0),
            holds(lambda: LESSON.sentence(at(strength=0.0)).startswith("There is no drug in any of these tablets")),
        ),
        (
            "With the same medication in every step it is {{same_first:.0f}} and {{same_last:.0f}}, and with a dummy pill "
            "{{first:.0f}} and {{last:.0f}}. | counted | Of 100 who began, {{well}} were well at the end of some step, "
            "{{left}} left before that, and {{unwell}} were still unwell after step 4. If nobody had left, {{product:.0f}} "
            "would have got well (the four steps multiplied)",
            tells(steps_told, strength=1.4, leaving=0.07),
        ),
        (
            "With {{dose}}, symptoms have at least halved in {{halved:.0f}} of 100 people by week {{week}}. | halves_usual "
            "| With the usual dose it is {{halved:.0f}}. | costs | Of 100 who take it, {{bothered:.0f}} have a side effect "
            "that bothers them; of 100 who began, {{stopped:.0f}} have stopped by themselves. | costs_usual | With the "
            "usual dose it is {{bothered:.0f}} and {{stopped:.0f}}. | target | The target is filled to {{filled:.0f}} %, "
            "and with the usual dose to {{usual:.0f}} %",
            tells(doses_told, show="dose"),
            tells(doses_told, show="dose", dose=0.5),
        ),
        ("The target is filled to {{filled:.0f}} %. | measured_care", tells(doses_told, show="dose", dose=1.0)),
        (
            "In measured care (open diamonds) people take {{dose:.1f}} usual doses on average: halved {{halved:.0f}}, bothered "
            "{{bothered:.0f}}, stopped {{stopped:.0f}}",
            tells(doses_told, show="dose", dose=4.0),
            other_pictures,
        ),
        (
            "There is no drug in these tablets, so no dose fills anything. By week {{week}}, symptoms have at least halved in "
            "{{halved:.0f}} of 100 people",
            tells(lambda care: [READ, *whole(care.doses.at(0.0)[0]), 100], show="dose", strength=0.0),
            holds(lambda: np.ptp(at(show="dose", strength=0.0).doses.halved) == 0),
        ),
        (
            "The target of the {{kind}} is nearly as full as it gets within {{filled}}, and the effect has nearly come "
            "within {{effect}}. After the last tablet the effect has nearly gone within {{gone}}",
            tells(kinds_told, show="kind", kind="stimulant"),
            holds(lambda: "target of the stimulant is" in told_of("stimulant")),
        ),
        (
            "There is no drug in these tablets, although the box says {{kind}}",
            holds(
                lambda: (
                    "although the box says calming drug."
                    in LESSON.sentence(at(show="kind", kind="calming drug", strength=0.0))
                ),
            ),
        ),
        (
            "Taken all year, {{kind:.0f}} of 100 people have halved their symptoms by week 12 ({{none:.0f}} with a dummy "
            "pill). | row_stayed | Of 100 who have, {{kind:.0f}} stay well to week 48 ({{none:.0f}} with a dummy pill); "
            "the others fall ill again. | row_learned | In 16 sessions people learn {{kind:.0f}} of 100 things "
            "({{none:.0f}} with a dummy pill)",
            tells(kinds_told, show="kind", kind="calming drug"),
            tells(kinds_told, show="kind", kind="mood stabiliser"),
            holds(lambda: WEEKS == 48),
        ),
        (
            "In the picture as it is set now, with the same tablet each time, {{first:.0f}} of 100 are well at the end of "
            "step 1 and {{last:.0f}} at the end of step 4",
            holds(
                lambda: (
                    numbers(LESSON.compare_guess("", at()))
                    == [*whole(success(SAME)[0]), "100", "1", *whole(success(SAME)[3]), "4"]
                )
            ),
        ),
        (
            "well at the end of some step | left | left before that | unwell | still unwell after step 4 | block | "
            "{{life}}: {{people:.0f}} | began | 100 people who began, and how many were well | step | step | step_hover | "
            "%{{{{y:.0f}}}} of 100 at step %{{{{x}}}} | success | well, of 100 who stayed to the end of the step",
            first_picture,
            holds(
                lambda: (
                    settings(EIGHT)[OPENING].chart["layout"]["xaxis"]["ticktext"]
                    == [
                        f"{called}: {at().steps.people(life)[0]}"
                        for called, life in (("a new one", SEARCH), ("the same one", SAME))
                    ]
                )
            ),
        ),
        (
            "% of the target, or of people | measured | measured care | fine | takes it, nothing bothers | bothered | "
            "takes it, something bothers | stopped | has stopped | began_dose | 100 people who began, week {{week}}",
            other_pictures,
            toy(EIGHT, TWICE, people_on_the_dose_are_drawn),
        ),
        (
            "% of the target, or of full effect | kind_filled | target filled | kind_effect | effect",
            other_pictures,
            toy(EIGHT, TARGET, lambda s: titles(s)[1] == "% of the target, or of full effect"),
            toy(EIGHT, TARGET, lambda s: np.allclose(traces(s, "effect")[0]["y"], s.result.kind.effect)),
        ),
        (
            "from which on a side effect bothers somebody | of_borne | {{number:g}} of what can be borne",
            holds(
                lambda: (
                    [entry.value for entry in LESSON.own(LESSON.opening)][-1] == f"{BOTHERS:g} of what can be borne"
                ),
                lambda: Model().adherence.side_effect_factor(np.array([0.99, 1.01]))[0] == 1,
            ),
        ),
        (
            "You are the prescriber | game_act | What do you do today? | game_visit | Next visit in | game_do | Do it and "
            "wait | game_again | Another person",
            the_game,
            holds(lambda: game("stay").week == 4 and another_person() == 5),
        ),
        (
            "score (lower is better) | game_ordered | dose ordered | game_yours | true score, your care",
            the_true_score_is_drawn,
        ),
        (
            "Person {{person}}, week {{week}}. The score today is {{score:.0f}} points, as rated. | game_orders | Ordered: "
            "medication {{number}}, dose {{dose:g}}, {{therapy}}",
            orders_are_told,
            holds(
                lambda: (
                    numbers(told_in_the_game("raise"))[:3]
                    == ["4", "4", *whole(game("raise").rated(game("raise").life(), 4))]
                )
            ),
        ),
        (
            "Look out: another doctor has started a second tablet, and nobody has checked whether the two get along. | "
            "game_checked | The second tablet has been checked and changed",
            the_second_tablet_is_told,
        ),
        (
            "Has not taken it since week {{week:.0f}}, and will not begin again. | game_hard | Side effects: hard to bear. "
            "| game_some | Side effects: some, bearable. | game_none | Side effects: hardly any",
            side_effects_told,
        ),
        (
            "Half a year is over. The true score is {{yours:.0f}} with your care; it would have been {{usual:.0f}} on one "
            "usual dose and {{waiting:.0f}} on a waiting list. | game_hidden | What was hidden: gain from each medication "
            "tried {{gains}} (1 is average); with time alone {{recovery:.1f}} % better a week; side effects {{felt:.1f}} "
            "at one dose (1 can barely be borne)",
            the_end_is_told,
        ),
        ("From week {{start}} to week {{end}} the second tablet made each dose act as two", the_second_tablet_is_told),
        (
            "0.5 | half the dose | 1 | the usual dose | 2 | twice the dose | 4 | four times the dose",
            holds(
                lambda: (
                    [LESSON.sentence(at(show="dose", dose=dose)).split(",")[0] for dose in (0.5, 1.0, 2.0, 4.0)]
                    == ["With half the dose", "With the usual dose", "With twice the dose", "With four times the dose"]
                )
            ),
        ),
        (
            "halved by week 12 | stayed | still well, week 48 | learned | learned, 16 sessions",
            holds(
                lambda: list(LESSON.says["rows"]) == list(rows("antidepressant")),
                lambda: all(math.isclose(*pair) for name, pair in rows("mood stabiliser").items() if name != "stayed"),
            ),
        ),
        (
            "leave it as it is | raise | double the dose | lower | halve the dose | switch | another medication | therapy "
            "| add weekly therapy | check | check what else is taken",
            orders_are_told,
            the_second_tablet_is_told,
            holds(lambda: game("therapy").sessions.tolist() == [1] * 24 and set(game("stay").dose) == {0.5}),
        ),
    ),
]
