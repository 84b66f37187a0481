"""What lesson 07's notebook says of studies and of its model, and what holds it."""

import functools
import math
import re

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import (
    also,
    asked,
    core,
    figure,
    first_lines,
    fitted,
    goals,
    holds,
    in_many_lessons,
    said_control,
)
from tests.meaning.quotes.reading import SIX
from tests.meaning.quoting import (
    across,
    fills,
    quotes,
    the_effect,
    toy,
    why,
)
from tests.meaning.test_formulas import test_lesson_07_staying_level_and_target as the_formulas_are_the_models
from toolkit.lessons.trust_and_staying_on.people import CLEARLY, Trust
from toolkit.model import (
    BOTH,
    MEDICATION,
    TRUST_WORLDS,
    Drug,
    Model,
    daily_levels,
    parameters,
    simulate,
)

at = functools.partial(lived.at, 7)
here = functools.partial(figure, 7)

OTHER, EACH, STAYING, SILENT, FORGETFUL = (
    *("The other world", "Each feeds the other", "Staying on", "Nobody talks", "Forgetful"),
)


def riskier_when_young():
    """Why who feels worse is to speak at once: on antidepressants, more people under 25 think of suicide or try it."""
    return the_effect("stone2009_age", "under 25", "suicidal").value > 1


@fills
def pairs(end=None):
    """Of 100 pairs, those in which more trust had the better outcome, from the correlation or one end of its interval."""
    found = the_effect("fluckiger2018", "face-to-face", "Pearson")
    r = found.value if end is None else found.ci[end]
    return f"{50 + 100 * math.asin(r) / math.pi:.0f}"


@fills
def tanh(end=None):
    """Totura's Fisher z as a correlation."""
    found = the_effect("totura2018", "alliance", "Fisher")
    return f"{math.tanh(found.value if end is None else found.ci[end]):.2f}"


def still(arm, week):
    return here(lambda seen: f"{seen.still(arm, week):.0f}")


def without(*names):
    """What the lesson would show if some ways of trust did nothing: a Trust."""
    seen = at()
    less = seen.course.model.replace(dict.fromkeys(names, 0.0))
    lives = [
        simulate(each.cohort, each.plans, 26, less, keep=("symptoms",), keep_weeks=range(27))
        for each in (seen.course, seen.given)
    ]
    return Trust("recovery", 16, *lives, seen.rated, seen.levels, seen.occupied)


def brought(seen):
    """The trust that people bring along, shape (people,)."""
    return seen.course.cohort.traits.alliance


def alike():
    """The three worlds' links, people of 100."""
    return [at(arrow=arrow).link for arrow in TRUST_WORLDS]


def gains():
    """What the extra trust does in the three worlds, people of 100."""
    return [at(arrow=arrow).gain for arrow in TRUST_WORLDS]


def three_places():
    """Where trust enters, which way, and what the second world cuts."""
    model = Model()
    ways = {name: 0.0 for name in parameters() if name.endswith(".alliance")}
    assert len(ways) == 3
    assert ways == dict(TRUST_WORLDS["follows"].changes)
    assert model.contact.factor(0.8) > model.contact.factor(0.4)
    assert model.dropout.hazard(0.8) < model.dropout.hazard(0.4)
    assert model.adherence.alliance_factor(0.8) < model.adherence.alliance_factor(0.4)
    apart = model.replace({"adherence.coordination": 0.0}).adherence
    assert apart.alliance_factor(0.8) == apart.alliance_factor(0.4) == 1
    causes, follows, both = (TRUST_WORLDS[name] for name in ("causes", "follows", "both"))
    assert [bool(world.follows) for world in (causes, follows, both)] == [False, True, True]
    assert [world.causes for world in (causes, follows, both)] == [True, False, True]


def ratings_are_as_written():
    """The formula of rated trust, in the world in which each feeds the other; luck where trust does nothing."""

    def z(values):
        return (values - values.mean()) / values.std()

    both, follows = at(arrow="both"), at(arrow="follows")
    f = TRUST_WORLDS["both"].follows
    np.testing.assert_allclose(both.rated, f * z(both.falls[0][4]) + math.sqrt(1 - f**2) * z(brought(both)))
    f = TRUST_WORLDS["follows"].follows
    origin = follows.rated - f * z(follows.falls[0][4])
    assert abs(np.corrcoef(origin, brought(follows))[0, 1]) < 0.1
    assert abs(np.corrcoef(origin, follows.falls[0][4])[0, 1]) < 0.1


def days(half_life, taken=0.7):
    """Levels of many people who miss some days, shape (days, people)."""
    return daily_levels(taken, 84, 500, drug=Drug(half_life_days=half_life))[28:]


def levels_are_as_written():
    """A share of yesterday's level stays, and a dose adds the rest; the average is what was taken; the target is steep below."""
    for half in (0.5, 1.1, 7.0):
        levels, kept = days(half), 2 ** (-1 / half)
        added = (levels[1:] - kept * levels[:-1]) / (1 - kept)
        assert np.isclose(np.minimum(abs(added), abs(added - 1)), 0, atol=1e-6).all()
        assert abs(levels.mean() - 0.7) < 0.01
    filled = Drug().occupancy
    assert filled(1.0) - filled(0.9) < 0.03 < 0.1 < filled(0.2) - filled(0.1)


def half_is_left():
    """After its half-life, half of a medication is in the body, and the target can be empty and nearly full."""
    drug = Drug()
    level, *_ = drug.step(np.ones(1), np.zeros(1), 0.0, drug.half_life_days / 7)
    return math.isclose(level[0], 0.5) and drug.occupancy(0.0) == 0 and 0.99 < drug.occupancy(100.0) < 1


def blocks(shown):
    """(how many people are drawn in it, how many of them filled) of each block of the first picture, and what the axes say."""
    dots = [trace for trace in shown.chart["data"] if trace["mode"] == "markers"]
    sizes = [(len(one["x"]) + len(other["x"]), len(one["x"])) for one, other in zip(dots[::2], dots[1::2], strict=True)]
    assert {trace["marker"]["symbol"] for trace in dots[::2]} == {"circle"}
    return sizes, [shown.chart["layout"][axis]["title"]["text"].partition(":")[0] for axis in ("xaxis", "xaxis2")]


def first_picture():
    """Four blocks of 100; in each the filled dots are who improved clearly, by so many points; two titles."""
    shown = settings(SIX)[OPENING]
    seen = shown.result
    groups = ("trust more", "trust less", "given more trust", "as they were")
    assert blocks(shown) == ([(100, seen.people(group)) for group in groups], ["The link", "Trust given at random"])
    fall = seen.falls[0][16]
    assert seen.people("as they were") == round(100 * (fall >= CLEARLY).mean())
    assert seen.people("trust more") == round(100 * (fall[seen.rated >= np.median(seen.rated)] >= CLEARLY).mean())
    assert (seen.given.cohort.traits.alliance > brought(seen)).all()


def second_picture():
    """Above, curves by week and bars after each link; below, one person's days, with a cross where no dose was added."""
    shown = settings(SIX)[STAYING]
    panels = {trace["name"]: trace["xaxis"] for trace in shown.chart["data"] if trace.get("name")}
    assert [panels[name] for name in ("with a therapist", "still taken", "level", "target filled", "missed")] == [
        *("x", "x2", "x3", "x3", "x3"),
    ]
    titles = [shown.chart["layout"][axis]["title"]["text"] for axis in ("xaxis", "yaxis", "xaxis2", "xaxis3")]
    assert titles == ["week", "% still taking it", "% of the full effect, week 16", "one person's days"]
    [crosses] = [trace["x"] for trace in shown.chart["data"] if trace.get("name") == "missed"]
    levels = shown.result.levels
    assert list(crosses) == [day for day in range(1, len(levels)) if levels[day] < levels[day - 1] * 0.6]
    tops = {axis: shown.chart["layout"][axis]["domain"] for axis in ("yaxis", "yaxis2", "yaxis3")}
    assert min(tops["yaxis"][0], tops["yaxis2"][0]) > tops["yaxis3"][1]


def open_marks_are_the_model():
    """And they move with the picture above, where what was published does not."""
    opening, other = settings(SIX)[OPENING].studies_chart["data"], settings(SIX)[OTHER].studies_chart["data"]
    marks = [trace for trace in opening if trace.get("marker")]
    assert all(("model" in trace["name"]) == ("open" in trace["marker"]["symbol"]) for trace in marks)
    moved = {one["name"] for one, two in zip(opening, other, strict=True) if not np.array_equal(one["x"], two["x"])}
    assert moved
    assert all("model" in name for name in moved)


def lines_are_intervals():
    """The line through a published mark reaches as far as the interval in the record."""
    [first] = [trace for trace in settings(SIX)[OPENING].studies_chart["data"] if trace["name"] == "published"][:1]
    low, high = (first["error_x"][side][0] for side in ("arrayminus", "array"))
    found = the_effect("fluckiger2018", "face-to-face", "Pearson")
    assert np.allclose((first["x"][0] - low, first["x"][0] + high), found.ci)


def odds(of_100):
    return of_100 / (100 - of_100)


def survey_apart():
    """24 of 100 more went on with psychotherapy."""
    found = toolkit.finding("olfson2006")
    return round(100 * (found.arm("with psychotherapy").value - found.arm("without psychotherapy").value)) == 24


def forgotten_at_random():
    """Of the days after a missed day, as many are missed as of all days."""
    levels, kept = days(1.1), 2 ** (-1 / 1.1)
    missed = levels[1:] <= kept * levels[:-1] + 1e-9
    return abs(missed[1:][missed[:-1]].mean() - 0.3) < 0.02 and abs(missed.mean() - 0.3) < 0.02


@fills
def worlds_f(name):
    return f"{TRUST_WORLDS[name].follows:g}"


LINK = toolkit.finding("fluckiger2018").effect.value
WORSE = (
    holds(riskier_when_young),
    in_many_lessons("worse after starting or changing", 11),
    in_many_lessons("speak to the prescriber at once", 14),
    in_many_lessons("Do not stop alone", 10),
)
"""What keeps somebody safe who feels worse, and why the young above all."""


QUOTES = [
    *quotes(
        "07",
        *first_lines(7),
        (
            'Mara, 34, drives a city bus (we invented her). Her sister says: "I got well because I trusted my therapist." '
            "Mara wonders whether it was the other way round: perhaps her sister began to trust because she was getting "
            "well. She likes her own therapist, and forgets her tablet on early shifts",
            holds(
                lambda: (TRUST_WORLDS["causes"].causes, TRUST_WORLDS["causes"].follows) == (True, 0),
                lambda: not TRUST_WORLDS["follows"].causes and TRUST_WORLDS["follows"].follows > 0,
                lambda: BOTH in at().course.arms and said_control(7, "missed")["value"] > 0,
            ),
        ),
        ("You will be able to - {}; - {}; - {}; - {}.", *goals(7)),
        (
            "Trust (alliance): the bond between two people who work together, and that they want the same from the work. "
            "Here it is a number from 0 to 1",
            why("fluckiger2018", "alliance"),
            holds(lambda: 0 < brought(at()).min() < brought(at()).max() < 1),
        ),
        (
            "Link (correlation): how closely two things go together, from −1 to 1. At 0 there is no link",
            holds(
                lambda: math.isclose(at().correlation, np.corrcoef(at().rated, at().falls[0][16])[0, 1]),
                lambda: toolkit.lessons.lesson(7).study_panels[0]["none"] == [0, "no link"],
            ),
        ),
        (
            "At random (randomised): chance decides who gets more, and nobody's choice",
            # So those with more trust are in all else the very people that they were.
            holds(
                lambda: np.array_equal(at().given.cohort.traits.burden, at().course.cohort.traits.burden),
                lambda: np.array_equal(at().given.cohort.traits.recovery, at().course.cohort.traits.recovery),
            ),
        ),
        (
            "Staying on (adherence): still taking a medication that was agreed. Stopping has reasons, and often good ones",
            holds(
                lambda: math.isclose(at().still(BOTH, 16), 100 * (at().course.stop_week[1] >= 16).mean()),
                lambda: at(side_effects=3.0).still(BOTH, 16) < at().still(BOTH, 16) - 5,
            ),
        ),
        (
            "Half-life: the time until half of a medication has left the body. Target: what the medication acts on; it can "
            "be filled from 0 to 100 %",
            holds(half_is_left),
        ),
        (
            "Picture the two groups before you choose: why might a person be in the first one? Skip is fine too",
            holds(
                lambda: (
                    re.findall(r"the half who trust (?:their therapist )?(\w+)", asked(7).prompt) == ["more", "less"]
                ),
                lambda: asked(7).judge(None)[0],
            ),
        ),
        (
            "Each block shows 100 people, and a filled dot is a person who improved clearly (by at least {} points). The link "
            "shows one group, split "
            "by how much trust people say they have. Trust given at random shows the same group with extra trust, and "
            "without it. The first two missions are the core",
            fills(lambda: f"{CLEARLY}")(),
            first_picture,
            core(7, True, True, False, False),
        ),
        (
            "How to read the second picture (set Picture to staying on). Above you see who still takes the medication, week "
            "by week, and what is left of its effect after each link; the dotted end of a bar is what that link lost. Below "
            "are one person's days: the dotted line is the level in the body, the solid line is how full the target is, and "
            "a cross is a missed day",
            second_picture,
            holds(lambda: ["staying", "staying on"] in said_control(7, "show")["options"]),
        ),
        (
            "Nobody is to blame, because most of us miss or stop things that go on for long, and often for a good reason. "
            "Please tell the person who prescribed it, and soon. Staying on is a choice too, and so is stopping, when it is "
            "agreed and goes slowly",
            why("olfson2006", "only about a quarter went past 90 days"),
            also("07 sheet", "most of us miss tablets or stop something, and nobody is to blame for it"),
            also("07 sheet", "the prescriber is the one to tell, and soon; staying on is a choice too"),
            in_many_lessons("taying on is a choice too", 10),
        ),
        (
            "If you feel worse after starting or changing a medication, above all if you are young, speak to the prescriber "
            "at once. Do not stop alone",
            *WORSE,
        ),
        (
            "That says nothing about how you will be: the link is about groups, and it is loose. You may say so in the next "
            "session, and you may also ask for somebody else",
            holds(lambda: 35 < 100 - int(pairs()()) < 50),
            also("07 sheet", "It is fine to say so in the session, and fine to ask for somebody else"),
        ),
        (
            "The other world. The people who trust more are still ahead, by {} of 100, although the extra trust brings nothing",
            here(lambda seen: seen.link, arrow="follows"),
            toy(SIX, OTHER, lambda s: s.result.gain == 0 and s.values["arrow"] == "follows"),
        ),
        (
            "Each feeds the other. The link looks about the same for the third time, and extra trust helps about half as much "
            "as in the first world",
            across(SIX, EACH, OPENING, lambda both, cause: 0.35 < both.result.gain / cause.result.gain < 0.65),
            holds(lambda: max(alike()) - min(alike()) <= 3),
        ),
        (
            "Staying on. Most people who stop do so in the first weeks. By week 16 stopping has cost {} % of the full effect, "
            "more than any other link, and the extra trust keeps {} more of 100 on the medication",
            here(lambda seen: f"{seen.lost[0]:.0f}"),
            here(lambda seen: f"{seen.still(BOTH, 16, given=True) - seen.still(BOTH, 16):.0f}"),
            toy(
                SIX,
                STAYING,
                lambda s: (
                    s.result.lost.argmax() == 0
                    and 100 - s.result.still(BOTH, 8) > s.result.still(BOTH, 8) - s.result.still(BOTH, 26)
                ),
            ),
        ),
        (
            "Nobody talks. All lines become one, because in this model trust in a therapist reaches the tablets only if the "
            "therapist and the prescriber talk",
            toy(
                SIX,
                SILENT,
                lambda s: (
                    np.allclose(s.result.still(BOTH, given=True), s.result.still(MEDICATION))
                    and s.values["together"] == 0
                ),
            ),
        ),
        (
            "Forgetful. The solid line falls far on each missed day, because little is left the next morning",
            toy(SIX, FORGETFUL, lambda s: s.result.drug.occupancy(s.result.levels).min() < 0.55),
        ),
        (
            "Trust enters at three places. Being seen does more for somebody who trusts. Such a person also leaves therapy "
            "less often and, if therapist and prescriber talk, stops the medication less often. In the second world we cut "
            "all three and let people rate their trust by how much better they feel, and in the third world both happen",
            three_places,
        ),
        (
            "In every world we set the strength so that trust and recovery are linked about as closely as in studies. So the "
            "equal links are our doing and no discovery, and what differs is what happens when trust is given",
            holds(
                lambda: max(alike()) - min(alike()) <= 3,
                lambda: len(set(gains())) == 3,
                lambda: all(abs(at(arrow=arrow).correlation - LINK) < 0.05 for arrow in TRUST_WORLDS),
            ),
            fitted("fluckiger2018", "contact.alliance"),
        ),
        (
            "Visits and sessions do $e^{{3.44\\,(A-0.6)}}$ times as much for trust $A$ as for the usual 0.6; where each feeds "
            "the other, 1.8 stands for 3.44",
            holds(
                lambda: dict(TRUST_WORLDS["both"].changes)["contact.alliance"] == 1.8,
                lambda: all(
                    math.isclose(contact.factor(a) / contact.factor(0.6), math.exp(3.44 * (a - 0.6)))
                    for contact in [Model().contact]
                    for a in (0.2, 0.9)
                ),
            ),
        ),
        (
            "Rated trust is $f \\cdot z(\\text{{fall}}) + \\sqrt{{1-f^2}}\\cdot z(\\text{{origin}})$, where $z$ has mean 0 and "
            "SD 1, and fall is the improvement by the week of the rating. The origin is the trust that people bring, or luck "
            "where trust does nothing. $f$ is {}, {} or {} in the three worlds",
            *(worlds_f(name) for name in ("causes", "follows", "both")),
            ratings_are_as_written,
        ),
        (
            "Every week there is a chance to stop: $$\\text{{hazard}}(t) = h \\cdot \\big(b + (1-b)\\,e^{{-t/4}}\\big) \\cdot "
            "e^{{\\,\\max(\\text{{side effects}} - 1,\\;0)}} \\cdot e^{{-0.43\\, \\cdot\\, \\text{{coordination}}\\, \\cdot\\, "
            "A}}$$ $h$ is {} a week in a trial's care and {} in everyday care. $b$ is what remains once taking it is a habit. "
            "Coordination is how far therapist and prescriber talk, 0 to 1",
            here(lambda seen: f"{seen.course.model.adherence.stopping:g}", care="trial"),
            here(lambda seen: f"{seen.course.model.adherence.stopping:g}", care="routine"),
            the_formulas_are_the_models,
            holds(
                lambda: math.isclose(
                    Model().adherence.hazard(999.0) / Model().adherence.stopping, Model().adherence.habit
                ),
                lambda: parameters()["adherence.coordination"]["range"] == (0.0, 1.0),
                lambda: said_control(7, "together")["parameter"] == "adherence.coordination",
            ),
        ),
        (
            "Each day a share $a$ of yesterday's level is left, and a dose, if taken, adds the rest: "
            "$$C_{{\\text{{tomorrow}}}} = a\\,C_{{\\text{{today}}}} + (1-a)\\cdot[\\text{{taken}}] \\qquad a = "
            "2^{{-1/\\text{{half-life in days}}}}$$ On average the level is the share of days taken, whatever the half-life. "
            "The target is filled to $O = C/(C+0.25)$: flat when the level is high, steep when it is low. So a small fall "
            "costs little and a deep one costs much",
            levels_are_as_written,
            the_formulas_are_the_models,
        ),
        (
            "`toolkit.explore.source(toolkit.model.Adherence.hazard)` and `toolkit.explore.source(toolkit.model.TrustWorld)` "
            "show the code",
            holds(
                lambda: "self.habit" in toolkit.explore.source(toolkit.model.Adherence.hazard).data,
                lambda: "def ratings" in toolkit.explore.source(toolkit.model.TrustWorld).data,
            ),
        ),
    ),
]
