"""What lesson 01 says of studies and of its model, and what holds it."""

import functools

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import (
    also,
    core,
    fact,
    figure,
    first_lines,
    goal,
    holds,
    judged,
    said_task,
)
from tests.meaning.quotes.reading import ONE, gain
from tests.meaning.quoting import (
    across,
    quotes,
    share,
    toy,
    why,
)
from toolkit import explore
from toolkit.lessons.fast_and_lasting import jobs
from toolkit.lessons.fast_and_lasting.people import SEVERITY, live_after
from toolkit.lessons.sheets import sheets
from toolkit.model import BOTH, DUMMY, MEDICATION, POINTS, THERAPY, Model, parameters

at = functools.partial(lived.at, 1)
here = functools.partial(figure, 1)
control = functools.partial(grounds.control, 1)

LESSON = toolkit.lessons.lesson(1)
STORY = "A story from the 1950s"
USUAL = Model()


def plans(setting=OPENING):
    """What is planned in each of the four lives."""
    return settings(ONE)[setting].result.course.plans


def tablets_now_therapy_in_two_months():
    both = plans()[BOTH]
    return both.medication.start == 0 and both.therapy.start == 8


def the_same_four_lives():
    """Where neither treatment does anything, the four lives are one: they have the same luck and the same visits."""
    course = at(medication=0.0, sessions=0).course
    lives = np.moveaxis(course.symptoms, 1, 0)
    return list(plans()) == [DUMMY, MEDICATION, THERAPY, BOTH] and all((life == lives[0]).all() for life in lives)


def only_who_had_got_well_relapses():
    year = settings(ONE)[OPENING].result
    events = live_after(year.course.cohort, year.course.model).events
    fallen = np.isfinite(events["relapse_week"])
    return fallen.any() and events["responded"][fallen].all()


def a_curve_to_draw():
    """A sketch: every curve is right, and so is none; the picture waits, and the guess is a dashed line."""
    sketch = LESSON.predict()
    assert isinstance(sketch, explore.Sketch)
    assert sketch.panel["skip"] == "Skip"
    assert all(sketch.judge(given)[0] for given in (None, [sketch.low] * len(sketch.weeks), [sketch.high] * 5))
    assert LESSON.explorer(sketch).veiled
    [line, _] = explore.guess_line([0], [0], (0, 0), hover="")
    assert line["line"]["dash"] == "dash"


def drawn(panel, setting=OPENING):
    """Traces of a panel of the picture, by name; bars before curves."""
    return [trace for trace in settings(ONE)[setting].chart["data"] if trace["xaxis"] == panel and trace["name"]]


def bars_and_bands():
    traces, year = drawn("x"), settings(ONE)[OPENING].result
    given = {trace["name"]: list(trace["x"]) for trace in traces if len(trace["x"]) == 2 and max(trace["y"]) < 0}
    assert given == {MEDICATION: [0, 26], THERAPY: [8, 24]}
    bands = [trace for trace in traces if trace["name"].endswith("middle half of people")]
    low, high = np.quantile(year.scores[BOTH][26], (0.25, 0.75))
    inside = [float(y) for x, y in zip(bands[-1]["x"], bands[-1]["y"], strict=True) if x == 26]
    assert len(bands) == 2
    assert np.allclose(sorted(inside), [low, high])


def points_better_on_the_right():
    shown = settings(ONE)[OPENING]
    assert "points better than with a dummy pill" in shown.chart["layout"]["yaxis2"]["title"]["text"]
    curves = {trace["name"]: trace["y"] for trace in drawn("x2") if len(trace["x"]) == 53}
    assert set(curves) == {MEDICATION, THERAPY, BOTH}
    assert all(
        np.allclose(y, shown.table[f"{DUMMY} (points)"] - shown.table[f"{name} (points)"]) for name, y in curves.items()
    )


def lower_is_better():
    """The axis says so, and the best life has the lowest score."""
    shown = settings(ONE)[OPENING]
    low = min((DUMMY, MEDICATION, THERAPY, BOTH), key=lambda arm: shown.last(f"{arm} (points)"))
    assert "lower is better" in shown.chart["layout"]["yaxis"]["title"]["text"]
    assert low == BOTH


def jumps(setting="Four lives of one person"):
    """How far each life's score moves from week to week."""
    return [np.diff(mean) for mean in settings(ONE)[setting].result.means.values()]


def added_up(year):
    """What both together do beyond the two added, in the story of the 1950s."""
    return year.gains[BOTH][8] - year.gains[MEDICATION][8] - year.gains[THERAPY][8]


def exceptions():
    """For whom medication is ahead of therapy in every week until it stops, one truth for each person."""
    scores = settings(ONE)[OPENING].result.scores
    return (scores[MEDICATION][1:27] < scores[THERAPY][1:27]).all(axis=0)


def ahead_without_a_wait(week):
    """Points by which medication is ahead, where therapy begins in week 0 as well."""
    gains = settings(ONE)["No wait for therapy"].result.gains
    return gains[MEDICATION][week] - gains[THERAPY][week]


def medication_goes_and_therapy_stays():
    """A share of what each has given half a year after its end."""
    gains = settings(ONE)[OPENING].result.gains
    return gains[MEDICATION][52] < 0.01 * gains[MEDICATION][26] and gains[THERAPY][50] > 0.6 * gains[THERAPY][24]


def tag(name):
    return parameters()[name]["tag"]


def early_for_some():
    """When an episode's drive is down to a third: for some within five weeks, for most after half a year or later."""
    weeks = 1 / settings(ONE)[OPENING].result.course.cohort.traits.recovery
    return np.quantile(weeks, 0.1) < 5 and np.median(weeks) > 26


GOALS = (
    (
        "say what medication and therapy each do, and what nobody has measured yet",
        goal(1, 1),
        holds(
            lambda: (
                jobs.READ["matrix"]["columns"] == [MEDICATION, THERAPY]
                and any(len(row["studies"]) < 2 for row in jobs.READ["matrix"]["rows"])
            )
        ),
    ),
    (
        "read four lives of one person, and tell one bumpy life from the average of many",
        goal(1, 2),
        holds(lambda: said_task(1, 3)["goal"] == 2 and np.std(jumps()[0]) > 3 * np.std(jumps(OPENING)[0])),
    ),
    (
        "tell what time and visits do from what a treatment adds",
        goal(1, 3),
        holds(lambda: said_task(1, 4)["goal"] == 3 and judged(1, 4, 24 - 13, True) and judged(1, 4, 13 - 10, False)),
    ),
    (
        "say which questions a trial can answer, and which it ends too early to answer",
        goal(1, 4),
        holds(lambda: said_task(1, 5)["goal"] == 4 and judged(1, 5, "Who is still well a year later?", True)),
    ),
)
"""Said in the notebook and in the file of words."""

QUOTES = [
    *quotes(
        "01",
        *first_lines(1),
        (
            "# 01 · Fast and lasting Mara could start tablets this week, or wait two months for therapy. Which helps sooner, "
            "and which is still there next winter? ⏱ core {} min · everything {} min · Press Run this lesson in the toolbar",
            fact(1, "core"),
            fact(1, "minutes"),
            holds(tablets_now_therapy_in_two_months),
            holds(lambda: (LESSON.title, plans("Next winter")[BOTH].medication.stop) == ("Fast and lasting", 26)),
        ),
        (
            "Mara is 34 and drives a city bus. We invented her, and she will come along through the whole course, though not in "
            "the order of her life. She has been low for months. Her doctor offers her tablets that she could start this week, "
            'or a place in therapy in two months. "What would still help me next winter?" she asks. It is a good question, and '
            "this lesson is about it. Nobody here will tell her what to do.",
            holds(tablets_now_therapy_in_two_months),
            toy(ONE, "Next winter", lambda s: s.values["week"] == 52),
        ),
        *GOALS,
        (
            "Score: how strong somebody's symptoms are, as a number. Here 24 is usual at the start, and lower is better.",
            holds(lambda: POINTS == 24 and SEVERITY["typical"] == 1),
            lower_is_better,
        ),
        (
            "Dummy pill (placebo): a tablet that looks like the medication and contains no drug. - Group (arm): people in a "
            "trial who get the same treatment.",
            holds(lambda: plans()[DUMMY].medication is None and plans()[DUMMY].visits == plans()[MEDICATION].visits),
            holds(lambda: tuple(plans()) == settings(ONE)[OPENING].result.course.arms),
        ),
        (
            "At random (randomised): chance decides who is in which group.",
            also("07", "At random (randomised): chance decides who gets more"),
            also("16", "At random (randomised): chance decides who goes into which group"),
        ),
        ("Relapse: falling ill again after having got well.", holds(only_who_had_got_well_relapses)),
        (
            "Draw before you play; the picture below waits for you. Drag the curve, or move the values one by one. No guess is "
            "silly. Yours stays on the picture as a dashed line. Skip is fine too.",
            a_curve_to_draw,
        ),
        (
            "The same people live the same year four times: with a dummy pill, with medication, with therapy, and with both. "
            "They have the same luck each time.",
            holds(the_same_four_lives),
        ),
        (
            "In all four lives they see a doctor all year, and whoever gets no medication gets the dummy pill.",
            holds(lambda: all((plan.visits.start, plan.visits.stop) == (0, 52) for plan in plans().values())),
            holds(lambda: [plan.medication is None for plan in plans().values()] == [True, False, True, False]),
        ),
        (
            "On the left are the scores, and lower is better. The bars underneath show how long each treatment is given, and the "
            "shaded bands hold the middle half of the people. On the right, each line shows how many points better a treatment "
            "is than the dummy pill with visits, so higher is better there.",
            lower_is_better,
            bars_and_bands,
            points_better_on_the_right,
        ),
        (
            "The first two missions are the core; begin with the presets Tablets now, therapy later and Next winter. The other "
            "two are for when you have more time.",
            core(1),
            holds(
                lambda: (
                    [preset.name for preset in LESSON.presets][:2] == ["Tablets now, therapy later", "Next winter"]
                    and LESSON.core < LESSON.minutes
                )
            ),
        ),
        (
            "If you take a medication, please read this twice. In the model, medication stops from one day to the next. In life "
            "nobody should do that alone: how and when is decided with the person who prescribed it.",
            holds(lambda: plans()[MEDICATION].medication.taper is None),
            holds(lambda: "from one day to the next; in life nobody should do that alone" in control("stop").help),
            also("10", "decided", "prescribed it"),
        ),
        (
            "Staying on is a choice too, and here a medication that is taken all year helps all year.",
            holds(lambda: (at(stop=52).gains[MEDICATION][2:] > 0.3).all()),
            also("10", "taying on"),
        ),
        (
            "The curves are averages, and no study can say what will happen to one person.",
            toy(ONE, OPENING, lambda s: s.values["people"] == 1000 and "1,000 people, on average" in s.sentence),
            holds(lambda: 0.2 < exceptions().mean() < 0.8),
        ),
        (
            "If you feel worse after starting or changing a medication, above all if you are young, speak to the prescriber at "
            "once. Do not stop alone. In one trial with teenagers, thoughts or acts of suicide came up most often in the group "
            "that had medication alone: in about {} of 100, and in about {} they did not [tads2007]. If such thoughts begin or "
            "get stronger, tell somebody today. Lesson 13 says more about the young.",
            share("tads2007", "fluoxetine", "suicidal"),
            share("tads2007", "fluoxetine", "suicidal", turned=True),
            why("tads2007", "suicidal events were most common with fluoxetine alone", "adolescents aged 12-17"),
            holds(lambda: "prescriber should hear of it today" in " ".join(sheets()[LESSON.slug]["watch"])),
            also("13", "young", "prescriber"),
        ),
        (
            "Tablets now, therapy later. The score falls far with a dummy pill and visits. What a treatment adds is only the "
            "distance between two lines.",
            toy(ONE, OPENING, lambda s: s.last(f"{DUMMY} (points)") < 0.3 * s.at(f"{DUMMY} (points)", 0)),
            holds(the_same_four_lives),
        ),
        (
            "Medication's line has come back to the dummy pill's, and the line of both together lies on that of therapy alone. "
            "What is left is what was learned.",
            toy(
                ONE,
                "Next winter",
                lambda s: abs(gain(s, MEDICATION)) < 0.05 and abs(gain(s, BOTH) - gain(s, THERAPY)) < 0.05,
            ),
            toy(ONE, "Next winter", lambda s: gain(s, THERAPY) > 2),
        ),
        (
            "No wait for therapy. Medication is ahead, but only by half a point. Most of its early lead over therapy in the "
            "opening picture is the wait.",
            toy(ONE, "No wait for therapy", lambda s: 0.4 < s.result.lead < 0.6),
            holds(lambda: ahead_without_a_wait(12) < 0.5 * settings(ONE)[OPENING].result.lead),
        ),
        (
            "Four lives of one person. Good and bad weeks fall on the same days in all four lives. Only the distance between "
            "the lines comes from the treatment.",
            across(
                ONE,
                "Four lives of one person",
                OPENING,
                lambda one, many: (
                    np.diff(one.table[f"{DUMMY} (points)"], 2).std()
                    > 3 * np.diff(many.table[f"{DUMMY} (points)"], 2).std()
                ),
            ),
            holds(lambda: np.corrcoef([each[30:] for each in jumps()]).min() > 0.8),
            holds(the_same_four_lives),
        ),
        (
            "Document A, an article by a clinic, tells that medication let people with severe illness take part in therapy for "
            "the first time. With Severe symptoms make learning harder on, both together do a little more than medication and "
            "therapy added up, and without it that is gone. So the story needs this switch, and no trial has tested it directly. "
            "The page [How the two treatments came to be](history.ipynb) has the dates.",
            toy(ONE, STORY, lambda s: 0.1 < added_up(s.result) < 0.5),
            holds(lambda: abs(added_up(at(**settings(ONE)[STORY].values | {"door": False}))) < 1e-9),
            holds(lambda: control("door").label == "Severe symptoms make learning harder"),
            holds(lambda: "hypothesis; no trial has tested it" in type(USUAL.gate).__doc__),
            also("index", "an article of a clinic"),
            also("history", "195"),
        ),
        (
            "Nobody is too ill for therapy: trials in outpatients did not find that it works less well in severe depression "
            "[driessen2010].",
            why("driessen2010", "not weaker in more severe", "outpatients", against=True),
        ),
        (
            "Something drives each person's symptoms: the illness, less all that helps. We call it the drive, and the score "
            "follows it some weeks late. Three things lower the drive. Time and visits lower it in every life alike; that is "
            "the dotted curve.",
            holds(lambda: 1 < USUAL.symptoms.relaxation_weeks < 6),
            holds(the_same_four_lives),
            holds(lambda: next(t for t in drawn("x") if t["name"] == DUMMY)["line"]["dash"] == "dot"),
        ),
        (
            "Medication lowers it by its strength times an effect, which rises over some weeks when tablets begin and goes over "
            "some weeks when they end. Therapy lowers it by its strength times skill. Each session teaches a share of what is "
            "still to learn, and without sessions skill is forgotten slowly. So medication is fast and goes, and therapy is "
            "slow and stays.",
            holds(lambda: 1 < USUAL.drug.delay_weeks < 6),
            holds(lambda: 0 < USUAL.skill.learning_rate < 1 and 0 < USUAL.skill.forgetting < 0.01),
            holds(the_same_four_lives),
            toy(ONE, "No wait for therapy", lambda s: s.result.gains[MEDICATION][2] > s.result.gains[THERAPY][2]),
            holds(medication_goes_and_therapy_stays),
        ),
        (
            "That is no law of nature, but one number in each equation, and Where the numbers come from says how we chose it.",
            holds(lambda: {tag("drug.delay_weeks"), tag("skill.forgetting")} == {"teaching"}),
            holds(lambda: {"drug.delay_weeks", "skill.forgetting"} <= set(LESSON.behind)),
        ),
        (
            "$\\text{{illness}}(t)$ passes with time and visits, early for some people and late for most. $D$ and $T$ are the "
            "two strengths, $e$ is the effect of the medication and $k$ is skill:",
            holds(early_for_some),
            holds(
                lambda: {"drug.strength", "skill.strength"} == {control(n).parameter for n in ("medication", "therapy")}
            ),
        ),
        (
            "`toolkit.explore.source(toolkit.model.Skill)` shows the code, and `toolkit.explore.source(toolkit.model.Drug)` the "
            "other half.",
            holds(lambda: "forgetting" in explore.source(toolkit.model.Skill).data),
            holds(lambda: "delay_weeks" in explore.source(toolkit.model.Drug).data),
        ),
    ),
]
