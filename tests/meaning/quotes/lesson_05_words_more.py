"""What lesson 05 says in its own words from its tasks on, and what holds it."""

import math

import numpy as np

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import (
    answer,
    holds,
    lines,
    titles,
)
from tests.meaning.quotes.lesson_05 import (
    LESSON,
    NOT_TESTED,
    NOT_WEAKER,
    SEVERE,
    WAITED,
    at,
    scores,
    through,
)
from tests.meaning.quotes.lesson_05_words import learned
from tests.meaning.quotes.reading import FOUR
from tests.meaning.quoting import across, quotes, why
from toolkit.explore import ARMS
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY


def reply(right):
    """Words of the reply to a right answer stand behind that answer."""
    return answer(5, 5, right, "", "", "")


def adding_up_also_wins():
    """Without any door, both do better than therapy with a dummy pill, and scores fall by time and by either treatment."""
    free = at(door=False)
    end = {group: scores(free, group)[-1] for group in (DUMMY, MEDICATION, THERAPY, BOTH)}
    assert end[BOTH] < min(end[THERAPY], end[MEDICATION]) - 1
    assert max(end[THERAPY], end[MEDICATION]) < end[DUMMY] - 1
    assert scores(free, DUMMY)[-1] < scores(free, DUMMY)[0] - 10


def learning_follows_the_weeks():
    """Less is learned in weeks of heavy symptoms, and medication that does not lighten them changes no learning."""
    door, idle = at(), at(medication=0.0)
    assert door.open[BOTH][0] < door.open[BOTH][8] - 30
    assert np.allclose(idle.learned[BOTH], idle.learned[THERAPY])
    assert door.helped(34) > door.helped(24) > door.helped(14)


def says_of(setting, phrase, *figures):
    """The sentence under the picture at a preset, or with a ruler set, has the phrase, filled with the model's figures there."""

    def hold():
        door = at(counted=setting) if setting in ("points", "share") else lived.settings(FOUR)[setting].result
        filled = phrase.format(*(figure(door) for figure in figures))
        assert filled in LESSON.sentence(door), filled

    return hold


def toy_rows():
    """What the model's rows show is what their names say."""
    rows = [each for panel in LESSON.study_panels for each in panel["rows"] if "toy" in each]
    for each in rows[:4]:
        _, which, score = each["toy"]
        assert (which == "no door") == ("no door" in each["label"])
        assert {14: "mild", 34: "severe"}[score] in each["label"]
    assert [each["toy"][1] for each in rows[4:]] == [MEDICATION, THERAPY]
    assert at().effect("door", 14) > 0 < at().free[14].points


def halved():
    """Clearly improved is a score at half or less, by week 16, in the group that is named."""
    door = at()
    for group in (MEDICATION, THERAPY):
        assert abs(door.responding(group) - 100 * door.course.response(16)[door.course.arm(group)]) < 1e-9
    assert door.course.model.assessment.response_share == 0.5


def invented_gain():
    """The trial's numbers, as two rulers have them."""
    assert (round(100 * 2 / 14), round(100 * 3 / 34)) == (14, 9)


def beside_a_guess():
    """What is said there, from mild symptoms to severe."""
    mild, middle, severe = map(round, learned())
    said = LESSON.compare_guess("", at())
    assert f"{mild} of 100 things with mild symptoms, {middle} in the middle, {severe} with severe ones" in said


def table_columns():
    """The columns of the table, and the two lines, are what their names say."""
    table, door = lived.settings(FOUR)[OPENING].table, at()
    for group, called in ((BOTH, "with medication"), (THERAPY, "with a dummy pill")):
        assert np.allclose(table[f"door open, {called} (%)"], door.open[group])
        assert np.allclose(table[f"learned, {called} (of 100)"], door.learned[group])
    for panel, shares in ((1, door.open), (2, door.learned)):
        assert np.allclose(lines(5, panel)["+ medication"]["y"], shares[BOTH])
        assert np.allclose(lines(5, panel)["+ dummy pill"]["y"], shares[THERAPY])
    assert np.allclose(table[f"score, {ARMS[BOTH].label} (points)"], scores(door))


QUOTES = [
    *quotes(
        "05 words",
        (
            "A door is half shut at 26 points and closes by this rule: 1 point in every 2 gets "
            "through at 26; each further 5 points multiply the odds of getting through by 0.37. "
            "Somebody's symptoms of the body are at 36 points. The odds are then 0.37 × 0.37 = "
            "0.137. How many of 100 parts of a session get through? (Odds divided by 1 + odds.)",
            holds(
                lambda: (
                    abs(math.exp(-1) - 0.37) < 0.005
                    and abs(at().course.model.gate.width * 24 - 5) < 1e-9
                    and abs(through(26) - 50) < 1e-4
                )
            ),
            answer(5, 1, through(36), hinted=(88, 13.7, 27)),
        ),
        (
            "Yes: 0.137 ÷ 1.137 = 0.12, so 12 of 100. At 26 points it would be 50. | hint | Divide "
            "the odds by one more than the odds, and read the result as parts of 100. | hints | "
            "given | reply | That is what is shut out. How much gets through? | given | reply | "
            "Those are the odds, times 100. Divide them by 1 + the odds first. | given | reply | "
            "That is five points beyond 26. From 26 to 36 there are two steps of five.",
            answer(5, 1, 100 * 0.137 / 1.137, hinted=((100 - 12), round(100 * 0.137, 1), round(100 * 0.37 / 1.37))),
            holds(lambda: abs(through(31) - 27) < 0.5 and abs(through(26) - 50) < 1e-4),
        ),
        (
            "Press At the door, then Wait for the door. How many more of 100 things do people with "
            "medication learn if therapy starts in week 8? | right | tolerance | unit | of 100 | "
            "reply | Yes, about 15 or 16: from about {} to about {}, with as many sessions. | hint | "
            "Read in the sentence under the chart what the sessions taught with medication, once for "
            "week 0 and once for week 8.",
            SEVERE,
            WAITED,
            lambda: answer(5, 2, at(start=8).here.learned_with - at().here.learned_with, hinted=(7, 64))(),
            says_of(
                "At the door",
                "sessions from week 0 taught {:.0f} of 100 things with medication",
                lambda door: door.here.learned_with,
            ),
            says_of(
                "Wait for the door",
                "sessions from week 8 taught {:.0f} of 100 things with medication",
                lambda door: door.here.learned_with,
            ),
        ),
        (
            "That is the difference between medication and a dummy pill. Compare people with "
            "medication at the two starts. | given | reply | So many have they learned if therapy "
            "starts in week 8. How many more is it than from week 0?",
            lambda: answer(5, 2, 15.6, hinted=(at().helped(34), round(at(start=8).here.learned_with)))(),
        ),
        (
            "Behind a door, the two lines on the right move apart towards people with severe "
            "symptoms. What does the gap between the lines say? | right | Medication helps people "
            "with severe symptoms most to learn | replies | Medication helps people with severe "
            "symptoms most to learn | Yes. And yet the upper line falls. Who is helped most, and who "
            "has learned most, are two questions.",
            answer(
                5,
                3,
                "Medication helps people with severe symptoms most to learn",
                "have learned most",
                "more points",
                "wider open",
            ),
            holds(lambda: at().rises < -10 and at().helped(34) > at().helped(24) > at().helped(14)),
        ),
        (
            "People with severe symptoms have learned most | Follow the upper line from left to "
            "right: it falls. The gap is something else. | Medication takes more points off people "
            "with severe symptoms | It may, but this chart counts what the sessions taught. Which "
            "two groups does the gap compare? | The door is wider open in people with severe "
            "symptoms | Press Mild symptoms and compare the chart on the left.",
            holds(lambda: learned() == sorted(learned(), reverse=True) and at().counted == "learned"),
            holds(
                lambda: (
                    {*lines(5, 3)} == {"no door", "+ medication", "+ dummy pill"}
                    and (np.array(lines(5, 3)["+ medication"]["y"]) > lines(5, 3)["+ dummy pill"]["y"]).all()
                )
            ),
            across(
                FOUR,
                "Mild symptoms",
                OPENING,
                lambda mild, severe: mild.result.open[BOTH][8] > severe.result.open[BOTH][8] + 10,
            ),
        ),
        (
            "An invented trial: therapy takes 2 points off people who start at 14 points, and 3 "
            "points off people who start at 34. Who gains more? | right | It depends on the ruler | "
            "replies | People who start at 34: 3 is more than 2 | So it is in points. Now divide "
            "each by the score at the start: what does the other ruler say? | People who start at "
            "14: they lose a larger share | So it is in per cent: 14 % against 9 %. And in points? | "
            "It depends on the ruler | Yes: 3 against 2 points, and 9 % against 14 % of the starting "
            "score. An honest report says which, and why it chose it. | Both alike: it is one "
            "therapy | One therapy, two results. Compare 2 with 3, then 2 of 14 with 3 of 34.",
            answer(5, 4, "It depends on the ruler", "3 is more than 2", "a larger share", "Both alike"),
            invented_gain,
        ),
        (
            "No trial has tested a door. Which study could show one, or show that there is none? | "
            "right | Medication or a dummy pill at random, the same sessions for all; symptoms and "
            "learning measured every week | replies | Give very ill people both, and see whether "
            "they improve | They may improve with time, by either treatment, or by both without any "
            "door. There is nobody to compare them with.",
            NOT_TESTED,
            answer(
                5,
                5,
                "Medication or a dummy pill at random, the same sessions for all; symptoms and "
                "learning measured every week",
                "Give very ill people both",
                "scores compared at the end",
                "who chose therapy",
            ),
            adding_up_also_wins,
        ),
        (
            "Medication or a dummy pill at random, the same sessions for all; scores compared at the "
            "end | Close. It would show whether both do better than therapy with a dummy pill. But "
            "that also happens if the two just add up. What would tell a door from adding?",
            adding_up_also_wins,
        ),
        (
            "Medication or a dummy pill at random, the same sessions for all; symptoms and learning "
            "measured every week | Yes. A door predicts that less is learned in weeks of heavy "
            "symptoms, and that medication changes learning only by making symptoms lighter, most so "
            "in people with more severe symptoms. Each of these can turn out wrong. What lies on the "
            "way from a treatment to its effect is called a mediator.",
            learning_follows_the_weeks,
            reply("symptoms and learning measured every week"),
        ),
        (
            "Compare very ill people who chose therapy with those who chose medication | People who "
            "choose differently are different people. Let chance decide.",
            answer(
                5,
                5,
                "at random",
                "see whether they improve",
                "scores compared",
                "Compare very ill people who chose therapy",
            ),
        ),
        (
            "lead of therapy in standard deviations (0: no lead) |",
            holds(
                lambda: (
                    "no lead"
                    in {
                        trace["name"]
                        for trace in lived.settings(FOUR)[OPENING].studies_chart["data"]
                        if list(trace["x"]) == [0, 0]
                    }
                )
            ),
            holds(lambda: at().effect("no door", 34) > 0 < at().free[34].points),
        ),
        (
            "about | milder / mixed groups | side | ▼ | figures | how | effect | comparison | "
            "psychotherapy vs control, low severity | measure | Cohen's d | finding | driessen2010 | "
            "about | more severe / mixed groups | side | ▼ | figures | how | effect | comparison | "
            "psychotherapy vs control, high severity | measure | Cohen's d |",
            NOT_WEAKER,
            why(
                "driessen2010",
                "Cohen's d: psychotherapy vs control, high severity",
                "Cohen's d: psychotherapy vs control, low severity",
            ),
        ),
        (
            "the model with its door: mild / dummy pill | toy | effect | door | label | the model "
            "with its door: severe / dummy pill | toy | effect | door | label | the model, no door: "
            "mild / dummy pill | toy | effect | no door | label | the model, no door: severe / dummy "
            "pill | toy | effect | no door |",
            toy_rows,
            holds(lambda: at().effect("door", 34) < at().effect("no door", 34)),
        ),
        (
            "all together: CBT / dummy pill | side | ▼ | figures | how | minus | comparison | CBT vs "
            "pill placebo | measure | SMD | title | % whose symptoms have halved by week 16 |",
            why("furukawa2017_cbt_severity", "Against pill placebo, CBT", "did not depend on baseline severity"),
            why("derubeis2005", "response rate at 16 weeks"),
            halved,
        ),
        (
            "label | the model: medication | toy | responding | medication | label | the model: "
            "therapy with a dummy pill | toy | responding | therapy |",
            toy_rows,
            halved,
            holds(lambda: THERAPY == "therapy" and at().course.plans[THERAPY].visits is not None),
        ),
        (
            "Medication helps learning most in people who start at {{score}} points: by week "
            "{{week}} they have learned {{more}} more of 100 things than with a dummy pill. | least "
            "| Even so, they have learned least: {{learned}} of 100 things, and people who start at "
            "{{mild}} points {{low}}. | helps_nobody | Medication makes hardly any difference to "
            "what has been learned by week {{week}}.",
            says_of(
                OPENING,
                "most in people who start at 34 points: by week 28 they have learned {} more",
                lambda door: door.helped(34),
            ),
            says_of(
                OPENING,
                "{:.0f} of 100 things, and people who start at 14 points {:.0f}.",
                *(lambda door, score=score: door.gains[score].learned_with for score in (34, 14)),
            ),
            says_of("No door", "Medication makes hardly any difference to what has been learned by week 28."),
            holds(lambda: max(at().gains, key=at().helped) == 34 and max(map(at(door=False).helped, (14, 24, 34))) < 2),
        ),
        (
            "In people who start at {{severity}} points, {{sessions}} sessions from week {{start}} "
            "taught {{both:.0f}} of 100 things with medication, {{alone:.0f}} with a dummy pill, and "
            "would teach {{free}} with no door. | here_no_door | There is no door: in people who "
            "start at {{severity}} points, {{sessions}} sessions from week {{start}} taught "
            "{{both:.0f}} of 100 things with medication, {{alone:.0f}} with a dummy pill.",
            says_of(
                "Wait for the door",
                "start at 34 points, 12 sessions from week 8 taught {:.0f} of 100 things with "
                "medication, {:.0f} with a dummy pill, and would teach {:.0f} with no door",
                lambda door: door.here.learned_with,
                lambda door: door.here.learned,
                lambda door: door.free[34].learned_with,
            ),
            says_of(
                "No door",
                "There is no door: in people who start at 34 points, 12 sessions from week 0 taught {:.0f} of",
                lambda door: door.here.learned_with,
            ),
        ),
        (
            "The door let {{both:.0f}} of 100 parts of the sessions through with medication, "
            "{{alone:.0f}} with a dummy pill. | in_points | Counted in points, therapy on top of "
            "medication takes {{least}} points off people who start at {{low}}, and {{most}} points "
            "off people who start at {{high}}. | in_shares | Counted as a share, therapy on top of "
            "medication takes {{least}} % off the starting score of people who start at {{low}}, and "
            "{{most}} % in people who start at {{high}}.",
            says_of(
                OPENING,
                "The door let {:.0f} of 100 parts of the sessions through with medication, {:.0f} with",
                lambda door: door.through[BOTH],
                lambda door: door.through[THERAPY],
            ),
            says_of(
                "points",
                "on top of medication takes {:.1f} points off people who start at 14, and {:.1f} "
                "points off people who start at 34.",
                *(lambda door, score=score: door.gains[score].points_with for score in (14, 34)),
            ),
            says_of(
                "share",
                "on top of medication takes {:.1f} % off the starting score of people who start at 14, and {:.1f} % in",
                *(lambda door, score=score: 100 * door.gains[score].points_with / score for score in (14, 34)),
            ),
        ),
        (
            "In this picture: {{mild:.0f}} of 100 things with mild symptoms, {{middle:.0f}} in the "
            "middle, {{severe:.0f}} with severe ones, all with medication. | shape | a shape, not a "
            "size",
            beside_a_guess,
        ),
        (
            "| open | door open (%) | learned | learned (of 100 things) | with_medication | with "
            "medication | with_dummy | with a dummy pill | at_end_medication | + medication | "
            "at_end_dummy | + dummy pill | no_door | no door | start_score | score at the start | "
            "hover | %{{{{y:.0f}}}} of 100 in week %{{{{x}}}} | hover_score | %{{{{y:.1f}}}} | "
            "open_column | door open, {{group}} (%) | learned_column | learned, {{group}} (of 100) | "
            "score_column | score, {{group}} (points) | counted | learned | learned (of 100 things) "
            "| points | points that therapy takes off | share | % that therapy takes off",
            titles(5, "door open (%)", "learned (of 100 things)", "learned (of 100 things)"),
            table_columns,
        ),
    ),
]
