"""What lesson 05 says of studies and of its model, and what holds it."""

import math

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import ODDS_OF_TWENTY, holds, lead, lead_as_odds
from tests.meaning.quotes.reading import FOUR
from tests.meaning.quoting import across, effect, fills, quotes, share, the_effect, told, toy, why
from toolkit.model import BOTH, THERAPY


@fills
def of_100(severity, without=False):
    """People of 100 who improve clearly in therapy, if 20 do without it, by the lead in one kind of illness."""
    odds = ODDS_OF_TWENTY * lead_as_odds(-the_effect("driessen2010", severity, "Cohen").value)
    people = 100 * odds / (1 + odds)
    return f"{100 - people if without else people:.0f}"


def mean_score(door):
    """Score with both, over all people and weeks, points."""
    return door.course.symptoms[:, door.course.arm("both")].mean()


def at(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(5, **values)


@fills
def here(says, **values):
    """A figure of the model at some values, written as the lesson writes it."""
    return f"{says(at(**values)):.0f}"


@fills
def leads(which, score):
    """Therapy's lead over a dummy pill in the model as it opens."""
    return f"{at().effect(which, score):.2f}"


MILD, MIDDLE, SEVERE = (here(lambda door, score=score: door.gains[score].learned_with) for score in (14, 24, 34))
WAITED = here(lambda door: door.gains[34].learned_with, start=8)

QUOTES = [
    *quotes(
        "05",
        (
            "With medication, {} of 100 parts of the sessions get through, and {} with a dummy pill",
            here(lambda door: door.through[BOTH]),
            here(lambda door: door.through[THERAPY]),
        ),
        (
            "In week 1 the lines still lie together, and they are furthest apart around week 8. The first "
            "sessions did not wait",
            toy(
                FOUR,
                OPENING,
                lambda s: opened(s.result, 1) < 2 and abs(max(range(29), key=lambda w: opened(s.result, w)) - 8) < 2,
            ),
        ),
        (
            "The lines lie nearly on each other, because where the door is open anyway, nothing is left to open",
            toy(
                FOUR,
                "Mild symptoms",
                lambda s: opened(s.result, 8) < 4 and s.result.through[THERAPY] > 90 and s.result.helped(14) <= 1,
            ),
        ),
        (
            "because symptoms get lighter with time: {} of 100 parts get through",
            here(lambda door: door.through[THERAPY], start=8),
        ),
        (
            "Everybody learns alike, and the difference is gone",
            toy(
                FOUR,
                "No door",
                lambda s: (
                    max(abs(gain.learned_with - s.result.here.learned) for gain in s.result.gains.values()) < 1e-6
                ),
            ),
        ),
        (
            "After the last session both lines sink faster, and the line with a dummy pill loses the larger share of its height",
            across(
                FOUR,
                OPENING,
                "Learning and keeping",
                lambda usual, keeping: (
                    kept(keeping.result, THERAPY) < kept(keeping.result, BOTH) < kept(usual.result, BOTH) - 0.1
                ),
            ),
        ),
        (
            "put together six studies of depression [thase1997]",
            why("thase1997", "595 adults", "from six protocols"),
        ),
        (
            "In severe depression that keeps coming back, therapy with medication did clearly better than therapy "
            "alone; in milder depression no difference was shown",
            why("thase1997", "no better than psychotherapy alone in milder", "clearly better in severe recurrent"),
        ),
        (
            "It had 595 adults. People with one or both treatments came from different studies",
            why("thase1997", "different protocols", "not all randomised"),
        ),
        (
            "reviews {} studies with outpatients (living at home)",
            told("driessen2010", r"(\d+) studies"),
            why("driessen2010", "outpatients"),
        ),
        (
            "If, say, 20 of 100 people improve without therapy, {} improve with it in more severe depression, and "
            "{} in milder; the others not yet",
            of_100("high"),
            of_100("low"),
            why("driessen2010", "larger for high-severity", against=True),
        ),
        ("Few studies looked at both", why("driessen2010", "rests on few studies")),
        (
            "Hardly anybody in these trials was in hospital, had a psychosis or was in acute danger",
            why("weitz2015", "says nothing about inpatients, psychotic or suicidal"),
        ),
        (
            "therapy / mixed comparison groups | lead {} in milder, {} in more severe depression",
            effect("driessen2010", "low"),
            effect("driessen2010", "high"),
            why("driessen2010", "10,134"),
        ),
        (
            "therapy / mixed comparison groups | lead {} ({} to {}) in all; it grew with severity",
            *lead("papola2026_severity", "psychotherapy vs control", "Hedges"),
            why("papola2026_severity", "grew with baseline severity", "not confirmed in all", against=True),
        ),
        (
            "CBT / dummy pill | lead {} ({} to {}); did not depend on severity",
            *lead("furukawa2017_cbt_severity", "CBT", "SMD", minus=True),
            why("furukawa2017_cbt_severity", "did not depend on baseline severity", "5 RCTs, 509"),
        ),
        (
            "improved clearly by week 16: {} / {} of 100",
            share("derubeis2005", "medication", week=16),
            share("derubeis2005", "cognitive", week=16),
        ),
        (
            "week 8: therapy over a dummy pill only a trend on scores; sites differed",
            why("derubeis2005", "only a trend at 8 weeks", "depended on site", against=True),
        ),
        (
            "{} points lower on medication; severity did not decide which was better",
            effect("weitz2015", "antidepressant vs CBT", "HAM-D"),
            why("weitz2015", "did not decide whether CBT or medication", "1,700", against=True),
        ),
        (
            "with high severity and impaired function: medication, and interpersonal therapy too; with fewer gloomy attitudes: "
            "cognitive therapy, and medication",
            why(
                "sotsky1991",
                "HIGH severity and impaired function with imipramine and with interpersonal therapy",
                "LOW cognitive dysfunction with CBT and with imipramine",
                "dysfunctional attitudes, not the ability to think",
            ),
        ),
        ("mild, {} in severe | | falls where trials rose", leads("door", 34)),
        ("lead {} in mild, {} in severe | | rises, and less than trials", leads("no door", 14), leads("no door", 34)),
        (
            "counting errors; retracted and replaced; that the gain sits in severe depression is no longer supported",
            why(
                "hollon2014_RETRACTED_REPLACED",
                "retracted and replaced in 2016 because of counting errors",
                "lost significance: severity interaction",
                "452 adults",
            ),
        ),
        (
            "made exposure easier to go through with, and added slightly | ▲ | no interaction was shown",
            why(
                "marks1980", "more able to comply with exposure", "added slightly but without interaction", "40 chronic"
            ),
        ),
        (
            "{} outpatients after trauma | ten weeks of medication, then exposure added / medication alone | "
            "further gain only in "
            "those who had responded partly",
            told("rothbaum2006", r"(\d+) outpatients"),
            why("rothbaum2006", "only in people who had responded partially", "Unequal contact"),
        ),
        (
            "did not show a difference in week 24 | ▼ | 149 of 223 completed",
            why("rauch2019_progress", "no difference between arms at 24 weeks", "149 of 223 completed", against=True),
        ),
        (
            "those who began with therapy ended better | ▼ | small; about {} of 100 declined the addition",
            share("dekker2013_sequence", "non-improvers"),
            why("dekker2013_sequence", "those who had started with psychotherapy ended better", "103 outpatients"),
        ),
        (
            "protection gone about {} years after therapy",
            effect("paykel2005_decay", "CBT + medication", "years until"),
            why("paykel2005_decay", "158 patients"),
        ),
        (
            "slightly better while the drug was taken, worse after it was tapered; gains from exposure alone lasted",
            why(
                "marks1993_alprazolam",
                "helped slightly while taken but harmed outcome after the drug was tapered",
                "gains from exposure alone lasted",
                "154 patients",
                against=True,
            ),
        ),
        (
            "Here therapy's lead falls from {} in mild to {} in severe illness. In trials it rose from {} to {}",
            leads("door", 14),
            leads("door", 34),
            effect("driessen2010", "low"),
            effect("driessen2010", "high"),
        ),
        ("Without a door it rises here too, but only to {}", leads("no door", 34)),
        (
            "One trial in veterans did not show it",
            why("rauch2019_progress", "no difference between arms", "combat veterans", against=True),
        ),
    ),
    *quotes(
        "05 words",
        ("They end with about {} of 100 things, people with mild symptoms with about {}", SEVERE, MILD),
        ("about {} of 100 things, and about {} in people with severe symptoms", MILD, SEVERE),
        ("about {} of 100 things with severe symptoms, about {} with mild ones", SEVERE, MILD),
        (
            "about {} of 100 things with mild symptoms, about {} in the middle, about {} with severe ones",
            MILD,
            MIDDLE,
            SEVERE,
        ),
        ("from about {} to about {}, with as many sessions", SEVERE, WAITED),
        (
            "each further 5 points multiply the odds of getting through by 0.37",
            holds(lambda: abs(math.exp(-1) - 0.37) < 0.005 and at().course.model.gate.width * 24 == 5),
        ),
        (
            "In this model every treatment takes a share off the starting score",
            holds(lambda: abs(per_cent(14) - per_cent(34)) < 0.3),
        ),
        (
            "Without medication, people lived these weeks with heavier symptoms",
            holds(lambda: mean_score(at(medication=0.0, start=8)) > mean_score(at()) + 3),
        ),
        (
            "Here everybody learns alike, and people on medication forget less, because their symptoms are lighter",
            holds(lambda: kept(at(door=False, keeping=8.0), BOTH) > kept(at(door=False, keeping=8.0), THERAPY) + 0.02),
        ),
        (
            "On the right, the line with medication falls. Make it rise: behind a door, let people who start sickest have "
            "learned more than people with mild symptoms",
            holds(
                lambda: at().rises < -10 and at(medication=3.0).rises < -5 and at(medication=3.0, width=24).rises < 0
            ),
        ),
        (
            "a door can only take away. People with mild symptoms lose next to nothing at it. People with severe symptoms can "
            "at best get back what it took",
            holds(
                lambda: (
                    at().gains[14].learned_with > at().free[14].learned_with - 3
                    and at(medication=3.0).here.learned_with < at().free[34].learned_with - 5
                )
            ),
        ),
        (
            "Now change one single thing, and the same line rises: the sickest gain most. No person in the model may change",
            holds(lambda: at(counted="points").rises > 1 and at(counted="points").gains == at().gains),
        ),
        (
            "Now get medication to help learning all the same: at least 3 more of 100 things in people who start at 34 points",
            holds(lambda: at(door=False, keeping=8.0).helped(34) >= 3 > at(door=False).helped(34)),
        ),
        (
            "And yet the upper line falls. Who is helped most, and who has learned most, are two questions",
            holds(lambda: at().rises < -10 and at().helped(34) > at().helped(14)),
        ),
        ("Follow the upper line from left to right: it falls", holds(lambda: at().rises < -10)),
        (
            "But they began in front of a nearly closed door, and opened wider is not wide open",
            holds(lambda: at().open[BOTH][0] < 25 and at().open[BOTH][12] < 85),
        ),
        (
            "Counted in points, therapy takes most off people with severe symptoms; in per cent of their starting score, least",
            holds(lambda: at(counted="points").rises > 1 and at(counted="share").rises < -2),
        ),
        (
            "Off: sessions teach everybody alike, however severe the symptoms",
            holds(lambda: abs(at(door=False).rises) < 1e-6),
        ),
        (
            "How much faster learning fades while the score is at 24",
            holds(lambda: at().course.model.skill.forgetting_factor(1.0) == 1),
        ),
        (
            "Medication still helps people with severe symptoms most. And trials of therapy did not see them gain least",
            holds(lambda: at().helped(34) > at().helped(24) > at().helped(14)),
            why("driessen2010", "not weaker in more severe depression"),
        ),
    ),
    *quotes(
        "05 sheet",
        (
            "therapy with medication did clearly better than therapy alone; in milder depression no difference was shown",
            why("thase1997", "no better than psychotherapy alone in milder", "clearly better in severe", against=False),
        ),
        (
            "therapy's lead was larger in more severe depression ({}) than in milder depression ({})",
            effect("driessen2010", "high"),
            effect("driessen2010", "low"),
            why("driessen2010", "outpatients", against=True),
        ),
        (
            "With its door on, its slope has the wrong sign",
            holds(lambda: at().effect("door", 34) < at().effect("door", 14)),
            why("driessen2010", "larger for high-severity"),
        ),
        (
            "for people in hospital or with a psychosis we read no trial of it",
            why("weitz2015", "says nothing about inpatients, psychotic"),
        ),
        (
            "The door opens most, with medication, for people with severe symptoms. They still learn least behind it",
            holds(lambda: opened(at(), 8) > opened(at(severity=14), 8) + 5 and at().rises < -10),
        ),
        (
            "Count points instead of things learned, and the same line turns round. No person has changed",
            holds(
                lambda: at().rises < -10 and at(counted="points").rises > 1 and at(counted="points").gains == at().gains
            ),
        ),
        (
            "do the mission Only the ruler. Who has got better? (Wait for: nobody",
            holds(lambda: at(counted="points").gains == at().gains),
        ),
        (
            "most of it comes while the sessions are running",
            holds(lambda: at().start == 0 and opened(at(), 1) < 2 < 4 < opened(at(), 2)),
        ),
        (
            "The door opens with a dummy pill as well, because time makes symptoms lighter",
            holds(lambda: at().open[THERAPY][28] > at().open[THERAPY][0] + 30),
        ),
    ),
]


def opened(door, week):
    """By how much wider medication has opened the door in a week, of 100."""
    return door.open[BOTH][week] - door.open[THERAPY][week]


def kept(door, group):
    """What is left in the last week of what had been learned at the last session."""
    return door.learned[group][-1] / door.learned[group][door.start + door.sessions]


def per_cent(score):
    """What therapy takes off with no door, % of the starting score."""
    return 100 * at().free[score].points_with / score
