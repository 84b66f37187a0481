"""What lesson 06 says in its own words from its tasks on, and what holds it."""

import numpy as np

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import answer, holds, lines, titles
from tests.meaning.quotes.lesson_06 import (
    AFTER,
    CALM,
    LESSON,
    WITHOUT,
    at,
    taught,
    the_empty_row,
    the_window_opens_and_closes,
    tilts,
)
from tests.meaning.quotes.lesson_06_words import two_ways_to_tell
from tests.meaning.quotes.reading import FIVE
from tests.meaning.quoting import quotes, the_effect, why
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY

OPEN = "Open to everything"
HARSH = {"undirected": True, "show": "places"}


def says_of(values, phrase, *figures):
    """The sentence under the picture at some values has the phrase, filled with the model's figures there."""

    def hold():
        window = at(**values)
        filled = phrase.format(*(figure(window) for figure in figures))
        assert filled in LESSON.sentence(window), LESSON.sentence(window)

    return hold


def taught_both(window):
    return window.taught[0]


def taught_alone(window):
    return window.taught[1]


def after(sessions, a_session):
    """% learned after so many sessions that each teach a share of what is left."""
    return 100 * (1 - (1 - a_session) ** sessions)


def sums_come_out():
    """A fifth and two fifths of what is left, after 4 sessions and after 12."""
    assert [round(after(4, share)) for share in (1 / 5, 2 / 5)] == [59, 87]
    assert [round(after(12, share), 1) for share in (1 / 5, 2 / 5)] == [93.1, 99.8]
    assert abs(100 - after(12, 1 / 5) - 100 * 0.8**12) < 1e-9
    assert abs(100 - after(12, 2 / 5) - 100 * 0.6**12) < 1e-9


def lead_of_dcs(comparison, measure):
    return abs(the_effect("mataixcols2017", comparison, measure).value)


def rows_say_what_was_measured():
    """Which of the pooled leads a row is, by its figure's own words."""
    said = {
        row["about"]: row["figures"][0]
        for row in LESSON.study_panels[0]["rows"]
        if row.get("finding") == "mataixcols2017"
    }
    has = {
        "9 early": "9 trials",
        "13 trials": "13-study",
        "half-way": "mid-treatment",
        "at the end": "pre to post",
        "later": "follow-up",
    }
    assert len(said) == len(has)
    for about, figure in said.items():
        [part] = [part for part in has if part in about]
        assert has[part] in f"{figure['comparison']} {figure['measure']}", about


def toy_rows():
    """The model's two rows: at the last session, and 12 weeks later."""
    rows = {row["label"]: row["toy"] for row in LESSON.study_panels[0]["rows"] if "toy" in row}
    assert rows == {
        "the model, faster learning only, at the end": ["effect", 0],
        "the model, the same 12 weeks later": ["effect", 12],
    }
    assert 0 < at().effect(12) < at().effect(0)


def nothing_alone_cannot_add_up():
    """Where one or both of two that add up work, both are ahead of neither; in mice nothing came of either."""
    window = at()
    assert window.here[BOTH] > 0 < min(window.here[MEDICATION], window.here[THERAPY])


def beside_a_guess():
    """What is said there: sessions in the window, and after it."""
    during, after_it = (round(at().by_start[start][0]) for start in (0, 16))
    said = (
        f"{during} of 100 things if therapy starts in week 0, {after_it} if it starts in week 16, both with medication."
    )
    assert said in LESSON.compare_guess("", at())


def columns():
    """The table's columns and the lines are what their names say."""
    table, window = lived.settings(FIVE)[OPENING].table, at()
    assert np.allclose(table["learning speed, with medication (×)"], window.speed)
    for group, called in ((BOTH, "with medication"), (THERAPY, "with a dummy pill")):
        assert np.allclose(table[f"learned, {called} (of 100)"], window.learned[group])
    for way in (MEDICATION, THERAPY, BOTH, "just adding"):
        assert abs(table[f"better than with a dummy pill, {way} (points)"][12] - window.here[way]) < 1e-9
    assert np.allclose(
        table[f"score, {DUMMY} (points)"], window.course.symptoms[:, window.course.arm(DUMMY)].mean(axis=1)
    )
    third = lines(6, 3)
    assert np.allclose(third["+ medication"]["y"], [pair[0] for pair in window.by_start.values()])
    assert np.allclose(third["+ dummy pill"]["y"], [pair[1] for pair in window.by_start.values()])


def level_is_the_dummy():
    """The line at 0 is called so, where points are drawn by surroundings."""
    chart = lived.settings(FIVE)[OPEN].chart
    [level] = [trace for trace in chart["data"] if trace["name"] == "as with a dummy pill"]
    assert (list(level["y"]), level["xaxis"]) == ([0, 0], "x3")
    assert list(chart["layout"]["xaxis3"]["ticktext"]) == ["kind", "neutral", "harsh"]


QUOTES = [
    *quotes(
        "06 words",
        (
            "In a trial, people with therapy and a drug score better at the last session than people "
            "with therapy and a dummy pill. They still take the drug. What would show that they "
            "learned more, rather than felt better? | right | What they can do, tested after the "
            "drug has left the body | replies | A larger trial | It would show the same difference "
            "more surely, and still not what it is made of. | What they can do, tested after the "
            "drug has left the body | Yes, against the same dummy pill. What the drug lifts by "
            "itself is gone then; what was learned is still there.",
            answer(
                6,
                1,
                "What they can do, tested after the drug has left the body",
                "A larger trial",
                "Their own word",
                "A higher dose",
            ),
            two_ways_to_tell,
            holds(
                lambda: at(week=30).here[MEDICATION] < 0.1 and at(week=30).here[BOTH] > at(week=30).here[THERAPY] + 0.4
            ),
        ),
        (
            "Their own word that the sessions went better | Do ask them. But people who feel better "
            "may say so of everything, sessions too. | A higher dose | It may change feeling and "
            "learning together, and so it cannot tell one from the other.",
            answer(
                6,
                1,
                "after the drug has left",
                "larger",
                "Their own word that the sessions went better",
                "A higher dose",
            ),
            holds(lambda: at().here[MEDICATION] > 2 and at().more > 10),
        ),
        (
            "A session teaches a fifth of what is left to learn; in an open window it teaches two "
            "fifths. After 4 sessions people have learned 59 % without the window and 87 % with it, "
            "28 points more. How many percentage points more is it after 12 sessions?",
            sums_come_out,
            lambda: answer(6, 2, after(12, 2 / 5) - after(12, 1 / 5), hinted=(28, 84, 93.1, 99.8))(),
        ),
        (
            "Yes: 93.1 % against 99.8 %. The slower group catches up, because the quick have less "
            "left to learn. | hint | After 12 sessions 0.8¹² of all things are still left without "
            "the window, and 0.6¹² with it. The difference is what you want. | hints | given | reply "
            "| That is after 4 sessions. After 12, both groups have little left to learn. | given | "
            "reply | Three times as many sessions, but not three times the lead: each session "
            "teaches a share of what is left. | given | reply | That is what is learned without the "
            "window. How much more is it with the window? | given | reply | That is what is learned "
            "with the window. How much is it without?",
            sums_come_out,
            holds(lambda: 99.8 - 93.1 < 87 - 59 and 3 * 28 == 84),
            answer(6, 2, 99.8 - 93.1, hinted=(87 - 59, 3 * 28, 93.1, 99.8)),
        ),
        (
            "Press Sessions in the window. Now let therapy start in week 12, on the day on which the "
            "medication ends. How many more of 100 things do its 12 sessions teach with medication "
            "than with a dummy pill? | right | tolerance | unit | of 100 | reply | Yes, about 5: "
            "from about {} to about {}. The window closes within some weeks, not in one day. | hint "
            "| Set Therapy starts in week to 12, and read the first sentence under the chart.",
            WITHOUT,
            taught(0, start=12),
            lambda: answer(6, 3, at(start=12).more, hinted=(14, 80, 0))(),
            holds(lambda: at().until == 12 and at().speed[13] > 1.5 and at().speed[20] < 1.1),
            says_of(
                {"start": 12},
                "With medication, 12 sessions from week 12 taught {} of 100 things; with a dummy "
                "pill they taught {}. That is {} more.",
                taught_both,
                taught_alone,
                lambda window: window.more,
            ),
            holds(lambda: LESSON.sentence(at(start=12)).startswith("With medication, 12 sessions")),
        ),
        (
            "That is how many more it is from week 0. Has the start been moved? | given | reply | So "
            "many have they learned with medication. How many more is it than with a dummy pill? | "
            "given | reply | It would be 0 if the effect went on the very day. Look at the first "
            "chart: how fast does it go?",
            lambda: answer(6, 3, 5, hinted=(at().more, at(start=12).taught[0], 0))(),
            titles(6, "learning speed", "learned", "learned"),
            the_window_opens_and_closes,
        ),
        (
            "In mice, a learned fear was lost lastingly only with both, fluoxetine (an "
            "antidepressant) and training (Karpova 2011). Which comparison shows that the two do "
            "more than add up? | right | Both with each alone, and neither alone did it | replies | "
            "Both with neither | Both would also be ahead of neither if they just added up, or if "
            "only one of them worked.",
            why(
                "karpova2011",
                "only the combination of chronic fluoxetine and extinction training gave lasting loss",
                "In mice",
            ),
            answer(
                6,
                4,
                "Both with each alone, and neither alone did it",
                "Both with neither",
                "Both with training alone",
                "The drug alone with neither",
            ),
            nothing_alone_cannot_add_up,
        ),
        (
            "Both with training alone | You need this one, but it is not enough: the drug may calm "
            "mice all by itself. What must be known about the drug alone? | Both with each alone, "
            "and neither alone did it | Yes: nothing lasting from either alone, and something from "
            "both. Adding up cannot do that. It was seen in mice, and no trial we found has shown it "
            "for an antidepressant with therapy in people. | The drug alone with neither | That "
            "shows what the drug does without training. The claim is about learning.",
            why("karpova2011", "neither alone did", "interaction, not addition", "In mice"),
            the_empty_row,
            answer(6, 4, "Both with each alone", "neither", "training alone", "The drug alone"),
        ),
        (
            "Which of these has been seen in trials with people? | right | D-cycloserine added a "
            "little to exposure by the end of treatment | replies | An antidepressant made therapy "
            "for depression teach more | Not so far. It may be true; we found no trial that tested "
            "it. | Fluoxetine helped adults with a weak eye to learn more from training | In rats it "
            "brought sight back. The trial in people did not show a difference from a dummy pill "
            "(Huttunen 2018).",
            answer(
                6,
                5,
                "D-cycloserine added a little to exposure by the end of treatment",
                "An antidepressant made therapy",
                "Fluoxetine helped adults",
                "A window stayed open",
            ),
            the_empty_row,
            why("mayavetencourt2008", "rats", "recover vision"),
            why("huttunen2018_amblyopia", "added nothing over placebo", against=True),
        ),
        (
            "D-cycloserine added a little to exposure by the end of treatment | Yes, in 21 trials "
            "put together, and less surely later on. D-cycloserine is no antidepressant. Early, "
            "smaller reviews had found more. | A window stayed open after the drug was stopped | In "
            "mice it closed when the drug was stopped (Steinzeig). In people nobody knows.",
            why(
                "mataixcols2017",
                "21 of 22",
                "added a small gain to exposure therapy at the end of treatment",
                "not clearly at mid-treatment or follow-up",
                "gave larger values",
            ),
            holds(
                lambda: (
                    lead_of_dcs("follow-up", "")
                    < lead_of_dcs("pre to post", "Cohen")
                    < lead_of_dcs("DCS vs placebo", "13-study")
                )
            ),
            why("steinzeig2017", "adult mice", "closed as soon as it was stopped", "unknown in people"),
        ),
        (
            "lead with the drug in standard deviations (0: no lead) | ends | hover | %{{x:.2f}} | "
            "spoken | {{:.2f}} | none | no lead | rows | label | ● antidepressant with therapy for "
            "depression | said | no trial found | finding | mayavetencourt2008 | about | ■ rats, "
            "sight | side | ▲ | said | sight came back | finding | karpova2011 | about | ■ mice, "
            "fear | side | ▲ | said | only with both | finding | steinzeig2017 | about | ■ mice, "
            "after the drug | side | ▲ | said | closed with the drug |",
            the_empty_row,
            why("mayavetencourt2008", "rats", "recover vision", against=False),
            why("karpova2011", "In mice", "only the combination", "fear", against=False),
            why("steinzeig2017", "mice", "closed as soon as it was stopped", against=False),
            holds(lambda: at().effect(0) > 0),
        ),
        (
            "huttunen2018_amblyopia | about | ● sight | side | ▼ | said | no difference shown | "
            "finding | focus2019_stroke | about | ● after a stroke | side | ▼ | said | no difference "
            "shown | finding | chiarotti2017_environment | about | ● living conditions | side | ▲ | "
            "said | a link, dose not at random | finding | ressler2004 | about | ● D-cycloserine, "
            "heights | side | ◆ | said | better, 28 people |",
            why("huttunen2018_amblyopia", "42 adults", "added nothing over placebo", against=True),
            why("focus2019_stroke", "after stroke did not improve recovery of function", against=True),
            why("chiarotti2017_environment", "life circumstances", "dose not randomised", against=False),
            why("ressler2004", "28 adults with acrophobia", "improved fear-of-heights"),
        ),
        (
            "mataixcols2017 | about | ● D-cycloserine, 9 early trials | side | ◆ | figures | how | "
            "effect | comparison | DCS vs placebo | measure | SMD (Bontempo 2012, 9 trials, 273 "
            "subjects) | finding | mataixcols2017 | about | ● 13 trials | side | ◆ | figures | how | "
            "minus | comparison | DCS vs placebo | measure | Cohen's d (13-study meta-analysis, "
            "PMC4081005) | finding | mataixcols2017 | about | ● 21 trials, half-way | side | ◆ | "
            "figures | how | minus | comparison | pre to mid-treatment, P=.32 | measure | Cohen's d "
            "| finding | mataixcols2017 | about | ● 21 trials, at the end | side | ◆ | figures | how "
            "| minus | comparison | DCS vs placebo, pre to post | measure | Cohen's d (negative "
            "favours DCS) | label | the model, faster learning only, at the end | toy | effect | "
            "finding | mataixcols2017 | about | ● 21 trials, later | side | ◆ | figures | how | "
            "minus | comparison | pre to follow-up, P=.05 | measure | Cohen's d | label | the model, "
            "the same 12 weeks later | toy | effect |",
            rows_say_what_was_measured,
            why("mataixcols2017", "SMD 0.46 in 273 people", "d 0.34 in 13 trials", "21 of 22 double-blind trials"),
            toy_rows,
        ),
        (
            "marks1993_alprazolam | about | ● a calming drug, later | side | ▼ | said | less was "
            "kept | finding | mitchell2023_mdma | about | ● MDMA, learned or lifted? | side | ○ | "
            "figures | how | effect | comparison | MDMA + therapy vs placebo + therapy, CAPS-5 | "
            "measure | Cohen's d |",
            why("marks1993_alprazolam", "gains from the drug were lost", "after the drug was tapered", against=True),
            why(
                "mitchell2023_mdma",
                "cannot tell learning from relief",
                "Cohen's d: MDMA + therapy vs placebo + therapy, CAPS-5",
            ),
        ),
        (
            "With medication, {{sessions}} sessions from week {{start}} taught {{both}} of 100 "
            "things; with a dummy pill they taught {{alone}}. That is {{more}} more. | fewer | With "
            "medication, {{sessions}} sessions from week {{start}} taught {{both}} of 100 things; "
            "with a dummy pill they taught {{alone}}. That is {{more}} fewer. | as_many | With "
            "medication, {{sessions}} sessions from week {{start}} taught {{both}} of 100 things; "
            "with a dummy pill they taught {{alone}}: as many.",
            says_of(
                AFTER,
                "With medication, 12 sessions from week 16 taught {} of 100 things; with a dummy "
                "pill they taught {}. That is {} more.",
                taught_both,
                taught_alone,
                lambda window: window.more,
            ),
            says_of(
                CALM,
                "With medication, 12 sessions from week 0 taught {} of 100 things; with a dummy pill "
                "they taught {}. That is {} fewer.",
                taught_both,
                taught_alone,
                lambda window: -window.more,
            ),
            says_of(
                {"gain": 0},
                "taught {} of 100 things; with a dummy pill they taught {}: as many.",
                taught_both,
                taught_alone,
            ),
        ),
        (
            "Medication was taken until week {{until}}: during the sessions people with it learned "
            "{{pace:.1f}} times as fast. | gains | In week {{week}} scores are better than with a "
            "dummy pill by {{medication}} points with medication, {{therapy}} with therapy and "
            "{{both}} with both. Just adding would give {{adding}}.",
            says_of(
                AFTER,
                "Medication was taken until week 12: during the sessions people with it learned {:.1f} times as fast.",
                lambda window: window.speed[16:28].mean(),
            ),
            says_of(AFTER, "In week 28 scores are better"),
            says_of(
                {},
                "by {:.1f} points with medication, {:.1f} with therapy and {:.1f} with both.",
                *(lambda window, way=way: window.here[way] for way in (MEDICATION, THERAPY, BOTH)),
            ),
            says_of(
                {}, "Just adding would give {:.1f}.", lambda window: window.here[MEDICATION] + window.here[THERAPY]
            ),
        ),
        (
            "So together they gain {{points}} points more than the sum. | less_than_sum | So "
            "together they gain {{points}} points less than the sum. | the_sum | So together they "
            "gain just the sum. | places_differ | This is a thought experiment: medication alone "
            "gains {{kind}} points in kind and {{harsh}} in harsh surroundings, and no trial in "
            "people has shown it. | below_0 | Below 0 is worse than with a dummy pill. It comes from "
            "a strength that we chose, and it is no reason to stop a medication.",
            says_of({}, "So together they gain {:.1f} points more than the sum.", lambda window: window.extra),
            says_of(CALM, "So together they gain {:.1f} points less than the sum.", lambda window: -window.extra),
            says_of({"gain": 0}, "So together they gain just the sum."),
            says_of(
                {"undirected": True, "gain": 25, "show": "places"},
                "medication alone gains {:.1f} points in kind and {:.1f} in harsh surroundings",
                *(lambda window, place=place: window.gains(place)[MEDICATION] for place in (-5, 5)),
            ),
            says_of(HARSH, "Below 0 is worse than with a dummy pill."),
            holds(
                lambda: (
                    at(**HARSH).gains(5)[MEDICATION]
                    < 0
                    < at(undirected=True, gain=25, show="places").gains(5)[MEDICATION]
                )
            ),
            why("chiarotti2017_environment", "dose not randomised", "not an interaction test"),
            tilts,
        ),
        (
            "In this picture: {{during:.0f}} of 100 things if therapy starts in week 0, "
            "{{after:.0f}} if it starts in week 16, both with medication.",
            beside_a_guess,
        ),
        (
            "learning speed (×) | learned | learned (of 100 things) | starts | therapy starts in "
            "week | by_last | learned by the last session | surroundings | surroundings | better | "
            "points better, week {{week}} | level | as with a dummy pill | hover_speed | "
            "%{{{{y:.2f}}}} × in week %{{{{x}}}} | hover_learned | %{{{{y:.0f}}}} of 100 in week "
            "%{{{{x}}}} | hover_start | %{{{{y:.0f}}}} of 100, from week %{{{{x}}}} | hover_points | "
            "%{{{{y:.1f}}}} points | hover_guess | %{{{{y:.0f}}}} of 100, from week %{{{{x}}}} | "
            "speed_column | learning speed, with medication (×) | learned_column | learned, "
            "{{group}} (of 100) | better_column | better than with a dummy pill, {{group}} (points) "
            "| score_column | score, {{group}} (points) | added | both | + medication | therapy | + "
            "dummy pill | with | both | with medication | therapy | with a dummy pill | gained | "
            "medication | medication | therapy | therapy | both | both | just adding | just adding | "
            "places | left | kind | middle | neutral | right | harsh",
            titles(6, "learning speed (×)", "learned (of 100 things)", "learned by the last session"),
            titles(6, "learning speed (×)", "learned (of 100 things)", "points better, week 12", show="places"),
            columns,
            level_is_the_dummy,
        ),
    ),
]
