"""What lesson 09 says of itself: its beginning and end, its terms, how to read its pictures, how it works and where it breaks."""

import dataclasses

import numpy as np

from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import (
    can_be_skipped,
    control_is,
    core,
    first_lines,
    goal,
    holds,
    in_many_lessons,
    is_drawn,
    is_reached,
    last_lines,
    missions,
    spoken,
    tasks_are,
)
from tests.meaning.quotes.lesson_09 import VAN_DIS, WHITE, all_chosen, at, lower_for_seven_weeks
from tests.meaning.quotes.reading import NINE
from tests.meaning.quoting import quotes, text, toy, why
from toolkit.lessons import lesson
from toolkit.lessons.what_therapy_teaches.people import THIRD
from toolkit.model import THERAPY_KINDS, Exposure


def mixture(days, sessions=12):
    """Fear some days after the last session, from the two memories as the words have them."""
    own = Exposure()
    quick, slow = own.expectations(sessions)
    weight = own.recency * np.exp(-days / own.fading_days)
    return weight * quick + (1 - weight) * slow


def slower_learners_keep_more():
    return np.corrcoef(at().openness, at().fear[-1])[0, 1] < -0.8 and np.ptp(at().openness) > 1


def dots_are_people(shown):
    """A filled dot for each person of 100 with at most a third of the fear on the day of measuring."""
    few = shown.result.fear[np.searchsorted(shown.result.days, shown.result.measured)] <= 100 / 3
    [filled] = [each for each in shown.chart["data"] if each["name"] == "at most a third of the fear"]
    return len(filled["x"]) == round(100 * few.mean()) and THIRD == 1 / 3


def lines_of(shown, *names):
    """The named lines of a picture, as arrays."""
    return [np.asarray(next(each for each in shown["data"] if each["name"] == name)["y"], float) for name in names]


def measured_on(shown):
    """The triangle stands on the day on which all is measured."""
    [mark] = [each for each in shown.chart["data"] if each["name"] == "fear, measured"]
    return mark["marker"]["symbol"] == "triangle-up" and mark["x"][0] * 7 == shown.result.measured


def band_is_the_middle_half(shown):
    [band] = [each for each in shown.chart["data"] if each["name"] == "middle half of people"]
    low, high = np.quantile(shown.result.fear, [0.25, 0.75], axis=1)
    return {*np.round(band["y"], 6)} == {*np.round([*low, *high], 6)}


def two_numbers_of_a_kind():
    """What a kind of therapy changes in this lesson is how much a session teaches and how fast that fades."""
    plain = at(show="kinds").learned("CBT")
    others = [at(show="kinds", kind=kind).chosen for kind in ("DBT", "interpersonal")]
    return all(np.allclose(plain, other) for other in others)


QUOTES = [
    *quotes(
        "09",
        *first_lines(9),
        ("Skip is fine too", can_be_skipped(9)),
        ("The first two missions are the core", core(9)),
        ("Five short tasks. No code is needed", tasks_are(9, 5)),
        *last_lines(9),
        (
            "What therapy teaches Twelve sessions, and the fear is nearly gone. Where is it in a year?",
            control_is(9, "sessions", opening=12),
            control_is(9, "after", opening=52, unit="weeks"),
            holds(lambda: at().first < 5 < at().now),
        ),
        (
            "Since spring the long tunnel has frightened her. With her therapist she has gone through it twelve "
            "times, and "
            'today she hummed. "And next winter?" she asks',
            control_is(9, "sessions", opening=12, label="Sessions"),
            spoken(9, "A year after the last session"),
            holds(lambda: at().first < 5),
        ),
        (
            "work out what a quick and a slow memory each keep of what sessions taught",
            goal(9, 1, "A slow memory unlearns", "twelve sessions"),
            holds(lambda: [float(each) for each in Exposure().expectations(12)] != [0, 0]),
        ),
        (
            "read trials that looked again after the last session: on which day, in whom, and compared with what",
            goal(9, 2, "assigned at random to further sessions", "After it had been lowered", "exposure alone"),
        ),
        (
            "say why people who had more sessions can look worse off, although every session helped",
            goal(9, 3, "ended after twelve", "Why?"),
            holds(lambda: at().end(12) < at().end(1) and (np.diff(at().if_all_stay) > 0).all()),
        ),
        (
            "tell what has been measured about kinds of therapy, and about insight, from what somebody chose",
            goal(9, 4, "insight lasts longer", "fairest answer"),
            holds(all_chosen),
        ),
        (
            "Exposure: meeting what frightens you, step by step and by your own choice, until it frightens less. - "
            "Return of fear: fear that comes back after it had gone. Relapse: falling ill again after getting well. - "
            "Booster: a single session later on, to keep fresh what was learned",
            spoken(9, "meeting what is feared until it frightens less", show="kinds", kind="exposure"),
            holds(lambda: at().first < 5 < at().now - 10),
            holds(lambda: at().relapsed(0, line=1.0) == 0 < at().relapsed(0)),
            holds(lambda: (np.diff(at(boosters=3).session_days)[-3:] == 30).all() and at(boosters=3).now < at().now),
        ),
        (
            "Quick and slow memory: two things in one person. One changes its mind fast and is soon silent; the other "
            "changes slowly and lasts",
            holds(lambda: Exposure().fast > 4 * Exposure().slow and len(Exposure().expectations(3)) == 2),
            holds(lambda: mixture(100) > 0.99 * float(Exposure().expectations(12)[1])),
        ),
        (
            "Insight: understanding where one's patterns come from. - CBT (cognitive behavioural therapy): examining "
            "thoughts and trying things out. The words under the third picture say what the other kinds are",
            spoken(9, "insight: understanding where patterns come from", show="kinds", kind="psychodynamic"),
            spoken(9, "CBT stands for examining thoughts and trying things out", show="kinds"),
            *(spoken(9, " stands for ", show="kinds", kind=kind) for kind in THERAPY_KINDS),
        ),
        (
            "Before you choose, think of something that you crammed the night before an exam, and of something that "
            "you have practised for years. How much of each was there a month later?",
            holds(lambda: Exposure().recency * np.exp(-30 / Exposure().fading_days) < 0.15),
        ),
        (
            "How to read the first picture. The solid line is average fear (lower is better), the band holds the "
            "middle half of people, and each small cross is a session. The dotted line is what a slow memory inside "
            "each person still expects",
            toy(
                NINE,
                OPENING,
                lambda s: is_drawn(s.chart, "fear", dash="solid") and is_drawn(s.chart, "slow memory", dash="dot"),
            ),
            toy(NINE, OPENING, lambda s: np.allclose(lines_of(s.chart, "fear")[0], s.result.fear.mean(axis=1))),
            toy(NINE, OPENING, lambda s: np.allclose(lines_of(s.chart, "slow memory")[0], s.result.slow)),
            toy(
                NINE,
                OPENING,
                lambda s: is_drawn(s.chart, "session", symbol="x-thin") and len(lines_of(s.chart, "session")[0]) == 12,
            ),
            toy(NINE, OPENING, band_is_the_middle_half),
            spoken(9, "lower is better"),
        ),
        (
            "The triangle is the day on which all is measured; a filled dot on the right is a person who has at most a "
            "third of the old fear on that day",
            toy(NINE, OPENING, measured_on),
            toy(NINE, OPENING, dots_are_people),
            toy(NINE, OPENING, lambda s: is_drawn(s.chart, "at most a third of the fear", symbol="circle")),
            toy(NINE, OPENING, lambda s: is_drawn(s.chart, "more than a third of the fear", symbol="circle-open")),
        ),
        (
            "The slow memory is one number here; nobody can look inside a person and see it",
            holds(lambda: np.shape(Exposure().expectations(12)[1]) == ()),
        ),
        (
            "The other two, in the second and third picture, are for when you have more time",
            holds(
                lambda: (
                    not is_reached(9, "Turn the line", ends=False)
                    and is_reached(9, "Turn the line", show="ending", ends=False)
                )
            ),
            holds(lambda: "Insight" in missions(9)[3].prompt and settings(NINE)["Insight"].values["show"] == "kinds"),
            control_is(
                9,
                "show",
                options={"fear": "fear, over a year", "ending": "who ends when", "kinds": "kinds of therapy"},
            ),
        ),
        (
            "If you are in therapy for a fear, or thinking of it: most people in trials kept what they had gained. If "
            "some fear comes back, that is common and nobody's fault, and you can bring it to a session. The model "
            "cannot say how it will be for you. And no group of people is too ill for therapy",
            why(VAN_DIS, "Of those who got well, 0 to 14 % relapsed"),
            why(WHITE, "from about 18% to about 5%"),
            why("vervliet2013_extinction", "fear often comes back"),
            in_many_lessons("no group of people is too ill for therapy", 2),
            holds(lambda: "in trials most people kept what they gained" in text("09 sheet")),
        ),
        (
            "If you take a calming medication, nothing here is a reason to stop it. Stopping suddenly can be "
            "dangerous. You can tell your prescriber about the therapy, and your therapist about the medication. "
            "Staying on is a choice too. If you feel worse after starting or changing a medication, above all if you "
            "are young, speak to the prescriber at once. Do not stop alone",
            in_many_lessons("Staying on is a choice too"),
            in_many_lessons(
                "If you feel worse after starting or changing a medication, above all if you are young, speak to the "
                "prescriber at once"
            ),
            in_many_lessons("Do not stop alone"),
            holds(
                lambda: (
                    "Stopping such a medication suddenly can be dangerous; whoever takes one talks to the prescriber first"
                    in text("09 sheet")
                )
            ),
            holds(
                lambda: "Stopping a calming drug suddenly can be dangerous, so nobody should do it alone" in text("11")
            ),
        ),
        (
            "How to read the other two (set Picture). Who ends when: each line counts the people who are well enough. "
            "The solid line counts them as if everybody stayed. The dashed line counts those who end after that many "
            "sessions",
            control_is(9, "show", label="Picture"),
            toy(NINE, "Who ends when", lambda s: is_drawn(s.chart, "if everybody stays", dash="solid")),
            toy(NINE, "Who ends when", lambda s: is_drawn(s.chart, "those who end here", dash="dash")),
            toy(
                NINE,
                "Who ends when",
                lambda s: np.allclose(
                    lines_of(s.chart, "if everybody stays", "those who end here"),
                    [s.result.if_all_stay, s.result.ended],
                ),
            ),
            toy(
                NINE,
                "Who ends when",
                lambda s: s.chart["layout"]["yaxis"]["title"]["text"] == "well enough (of 100 people)",
            ),
        ),
        (
            "Kinds of therapy: of 100 things that a kind of therapy teaches, how many people have learned and not "
            "forgotten (higher is better). We gave the kinds numbers to show how such differences would look, and not "
            "because anyone has measured them",
            toy(NINE, "Insight", lambda s: s.chart["layout"]["yaxis"]["title"]["text"] == "things learned (of 100)"),
            toy(NINE, "Insight", lambda s: np.allclose(lines_of(s.chart, "psychodynamic")[0], s.result.chosen)),
            spoken(9, "No study that we read measured", show="kinds"),
            holds(all_chosen),
        ),
        (
            "A session takes away a share of what is left. The quick memory loses most of its fear in each session, "
            "the slow one little",
            holds(
                lambda: np.allclose(np.divide(*(Exposure().expectations(n)[1] for n in (6, 5))), 1 - Exposure().slow)
            ),
            holds(lambda: Exposure().fast > 0.5 and Exposure().slow < 0.2),
        ),
        (
            "Right after a session the quick one speaks, so fear is low. In the weeks that follow it falls silent, "
            "and the slow one is heard again. So unlearning is new learning on top of the old. People differ in how "
            "well they learn, and those who learn more slowly keep more of their fear",
            holds(lambda: Exposure().recency > 0.8 and mixture(0) < mixture(14) < mixture(60)),
            holds(lambda: np.isclose(mixture(200), Exposure().expectations(12)[1], rtol=0.01)),
            holds(slower_learners_keep_more),
        ),
        (
            "Each memory starts at 1 and keeps a share after every session: $$V_{{\\text{{quick}}}} \\leftarrow "
            "V_{{\\text{{quick}}}}\\,(1 - 0.7\\,a) \\qquad\\qquad V_{{\\text{{slow}}}} \\leftarrow "
            "V_{{\\text{{slow}}}}\\,(1 - 0.15\\,a)$$",
            holds(lambda: [float(each) for each in Exposure().expectations(0)] == [1, 1]),
            holds(lambda: np.allclose(Exposure().expectations(1, 0.5), [1 - 0.7 * 0.5, 1 - 0.15 * 0.5])),
        ),
        (
            "$a$ is how well this person learns, times $(1 - c)$ with a calming drug that damps fear by the share "
            "$c$. What is felt is a mixture, in which the weight $w$ of the quick memory fades: $$\\text{{fear}} = "
            "w\\,V_{{\\text{{quick}}}} + (1 - w)\\,V_{{\\text{{slow}}}} \\qquad\\qquad w = 0.9\\; "
            "e^{{-\\text{{days}}/14}}$$",
            holds(lambda: np.allclose(Exposure(blunting=0.3).expectations(4), Exposure().expectations(4, 0.7))),
            holds(lambda: np.isclose(at(calm=30).exposure.blunting, 0.3)),
            holds(
                lambda: np.allclose(
                    [Exposure().fear(12, day) for day in (0, 5, 90)], [mixture(day) for day in (0, 5, 90)]
                )
            ),
            holds(lambda: (Exposure().recency, Exposure().fading_days) == (0.9, 14)),
        ),
        (
            "Things learned, $k$, grow with each session, $k \\leftarrow k + r\\,(1 - k)$, and shrink in between with "
            "a rate of their own",
            holds(two_numbers_of_a_kind),
            holds(lambda: (np.diff(at(show="kinds").chosen[at().days > at().last + 1]) < 0).all()),
        ),
        (
            "`toolkit.explore.source(toolkit.model.Exposure)` and `toolkit.explore.source(toolkit.model.TherapyKind)` "
            "show the code",
            holds(
                lambda: (
                    [each.__name__ for each in (Exposure, type(THERAPY_KINDS["CBT"]))] == ["Exposure", "TherapyKind"]
                )
            ),
        ),
        (
            "Put together. Most people keep most of what they gained, although some need more help",
            why(VAN_DIS, "0 to 14 % relapsed"),
            why(WHITE, "booster sessions cut relapse from about 18%"),
        ),
        (
            "▲ for, ▼ against this claim, ○ background; lines are 95 % intervals. Open squares are the model",
            toy(
                NINE,
                OPENING,
                lambda s: (
                    {"square-open"}
                    == {
                        each["marker"]["symbol"]
                        for each in s.studies_chart["data"]
                        if each["name"] == "the model, as set above"
                    }
                ),
            ),
            toy(
                NINE,
                OPENING,
                lambda s: (
                    {"circle"}
                    == {each["marker"]["symbol"] for each in s.studies_chart["data"] if each["name"] == "published"}
                ),
            ),
            holds(
                lambda: (
                    {each["side"] for panel in lesson(9).study_panels for each in panel["rows"] if "side" in each}
                    == {*"▲▼○"}
                )
            ),
        ),
        (
            "Lead: by how many standard deviations the kind named first did better. In the model, somebody is well "
            "with at most a third of the old fear",
            holds(lambda: lesson(9).study_panels[2]["title"] == "lead of the kind named first, in standard deviations"),
            why("khan2018_emdr_cbt", "standardised mean difference", "below 0: EMDR better"),
            toy(NINE, OPENING, dots_are_people),
        ),
        (
            "How much fear returns is chosen, so that most of what was won stays, as in trials. The model agrees with "
            "them in that, and in what boosters do",
            holds(all_chosen),
            holds(lambda: 100 - at().now > 0.8 * (100 - at().first) and at().relapsed(9) < at().relapsed(0) / 2),
            why(WHITE, "nine monthly booster sessions cut relapse"),
        ),
        (
            "Another room and a fright take a fixed share from everybody. In life it matters where, and in how many "
            "places, people practised",
            holds(
                lambda: all(
                    np.ptp((1 - at(where=where).felt([300])) / (1 - at().felt([300]))) < 1e-9
                    for where in ("room", "fright")
                )
            ),
        ),
        (
            "Spacing changes nothing here in the end: the same number of sessions leaves the same. Real memory may not "
            "work like that. - Fear is one number that falls. Real exposure is work with meaning: people find out that "
            "something else happens, or that they can bear it",
            holds(lambda: np.allclose([at(gap=gap).now for gap in (1, 3)], at().now, atol=0.01)),
            holds(lambda: at().felt([100]).shape == (1, 1000)),
        ),
        (
            'A number for "psychodynamic" or "DBT" is an invention, and somebody else could invent others with as much right',
            holds(all_chosen),
            spoken(9, "the numbers are guesses", show="kinds", kind="DBT"),
        ),
        (
            'Nobody gets better by themselves here. Some of those who "needed only one session" would have needed none',
            holds(lambda: (at().felt([0]) == 1).all() and (dataclasses.replace(at(), sessions=1).felt([0]) == 1).all()),
            why("bandelow2018_enduring", "natural recovery"),
        ),
        (
            "for the first, a calculator helps",
            holds(lambda: [each["kind"] for each in lesson(9).said_tasks].index("calculate") == 0),
        ),
        (
            "Unlearning is new learning on top of the old, and most of it lasts",
            holds(
                lambda: mixture(0) < float(Exposure().expectations(12)[1]) and 100 - at().now > 0.8 * (100 - at().first)
            ),
            holds(lower_for_seven_weeks),
        ),
    ),
]
