"""What lesson 04 says of studies and of its model, and what holds it."""

import inspect

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import THREE, exactly_added, together, warmth
from tests.meaning.quoting import across, fills, quotes, told, toy, why
from toolkit.model import Symptoms


def at(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(4, **values)


def holds(check):
    """A ground that a check must pass."""

    def hold():
        assert check()

    return hold


@fills
def half(treatment, floor):
    """A half-way week as the lesson opens."""
    return f"{at().half_week(treatment, floor):.1f}"


def strongest_is_three_times(strong, none):
    """Every bar is about three times as long, and both stays the sum."""
    longer = [together(strong, one) / together(none, one) for one in ("medication", "therapy", "both")]
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


def lead(**values):
    """Weeks by which medication reaches half in thinking before it does in the body."""
    house = at(**values)
    return house.half_week("medication", "body") - house.half_week("medication", "thinking")


def leaves_the_sum(interaction):
    """Most in the middle of learning, less by the last week."""
    away = {week: abs(at(interaction=interaction, week=week).share - 100) for week in (10, 26)}
    return away[10] > away[26] + 2


WAITS = {"up": 0.0, "down": 0.7}

QUOTES = [
    *quotes(
        "04",
        (
            "The patterns differed, as the claim says, but behind the forehead activity went down with therapy "
            "and up with medication",
            why(
                "goldapple2004",
                "increases in hippocampus and dorsal cingulate and DEcreases in frontal cortex",
                "the reverse pattern (prefrontal up, hippocampus and subgenual cingulate down)",
                against=False,
            ),
        ),
        (
            "of {} people before and after CBT (a common therapy), and of {} on a medication [goldapple2004]",
            told("goldapple2004", r"CBT \((\d+) completers"),
            told("goldapple2004", r"group of (\d+) paroxetine responders"),
            why("goldapple2004", "non-randomised"),
        ),
        (
            "gave {} people CBT or a medication at random (randomised) [kennedy2007]. Where people improved "
            "clearly, activity behind the forehead went down with both",
            told("kennedy2007", r"(\d+) patients with MDD"),
            why(
                "kennedy2007", "In a randomised comparison, responders", "SHARED reductions in prefrontal", against=True
            ),
        ),
        (
            "In the second study there were {} in each group",
            told("kennedy2007", r"\((\d+) CBT, 12 venlafaxine"),
            why("kennedy2007", "only some cingulate and caudate changes told them apart"),
        ),
        (
            "Pooled images do keep the two treatments apart [nord2021], but two places are not yet two mechanisms",
            why("nord2021", "no significant overlap", "not proof of separate mechanisms"),
        ),
        (
            "Medication worked mainly on sleep and appetite, often within a week. Therapy worked on mood and "
            "interests, after four to eight weeks. We could not read how large the effects were",
            why(
                "dimascio1979_differential",
                "amitriptyline worked mainly on sleep and appetite, often within the first week",
                "interpersonal therapy worked mainly on mood, suicidal thoughts, work and interests, at four to eight weeks",
                "the two effects added up",
                "Sample size and effect sizes are not in the abstract",
            ),
            toy(THREE, OPENING, exactly_added),
        ),
        (
            "sleep and appetite, often within a week / mood, suicidal thoughts, work and interests, at four to "
            "eight weeks; the "
            "two added up | ▲ | one trial; the control group knew that nothing was scheduled",
            why(
                "dimascio1979_differential",
                "mood, suicidal thoughts, work and interests, at four to eight weeks",
                "The control group knew that it had no scheduled treatment",
            ),
        ),
        (
            "half of the gain: body in week {}, thinking in week {} / thinking in week {}, body in week {} | | "
            "same order as the "
            "trial; medication is slower here",
            half("medication", "body"),
            half("medication", "thinking"),
            half("therapy", "thinking"),
            half("therapy", "body"),
        ),
        (
            "{} people in three pooled reviews, depression and anxiety | medication / therapy | amygdala / medial prefrontal "
            "cortex, no overlap found",
            told("nord2021", r"n = ([\d,]+) across three"),
            why("nord2021", "clustered in the amygdala", "in the medial prefrontal cortex"),
        ),
        (
            "right insula / mainly left frontal and temporal areas | ◆ | different places, and the insula is not deep",
            why(
                "boccia2016",
                "several mainly left frontal and temporal areas",
                "right insula",
                "Different circuits, but NOT",
            ),
        ),
        (
            "CBT: hippocampus and cingulate up, frontal down; paroxetine: prefrontal up, hippocampus and cingulate down",
            why(
                "goldapple2004",
                "DEcreases in frontal cortex",
                "prefrontal up, hippocampus and subgenual cingulate down",
            ),
        ),
        (
            "prefrontal activity down in both; some cingulate and caudate changes differed",
            why("kennedy2007", "only some cingulate and caudate changes told them apart"),
        ),
        (
            "{} people with depression: {} and {} | paroxetine / interpersonal therapy | prefrontal and left "
            "cingulate activity "
            "down in both | ▼ | paroxetine goes the other way from Goldapple's; not at random as far as seen",
            told("brody2001", r"(\d+) with MDD"),
            told("brody2001", r"(\d+) paroxetine"),
            told("brody2001", r"(\d+) IPT"),
            why(
                "brody2001",
                "both lowered left anterior cingulate",
                "Contradicts Goldapple",
                "not randomised as far as seen",
            ),
        ),
        (
            "{} people, {} studies | before / after antidepressants | limbic and medial prefrontal responses changed; outer "
            "prefrontal activity up",
            told("ma2015_ale", r"([\d,]+) participants"),
            told("ma2015_ale", r"(\d+) (?:imaging|fMRI) studies"),
            why(
                "ma2015_ale", "limbic AND medial prefrontal responses, and raised dorsolateral prefrontal", against=True
            ),
        ),
        (
            "{} patients in {} small studies | before / after therapy | one consistent change: more activity in the anterior "
            "cingulate",
            told("sankar2018", r"(\d+) patients and"),
            told("sankar2018", r"meta-analysis (\d+) studies"),
            why(
                "sankar2018", "only consistent group-by-time change was increased rostral anterior cingulate", "is thin"
            ),
        ),
        (
            "emotional information is read in a more positive way, well before mood changes | ◆ | early, as the "
            "claim says; but "
            "in deep and in front circuits",
            why("harmer2009", "toward the positive well before mood changes", "limbic AND prefrontal circuits"),
        ),
        (
            "thinking changes with many procedures; studies often fail to show that it changed first | ▼ | no figures read",
            why(
                "lorenzoluaces2015_cognitive",
                "Various procedures",
                "often fail to show that the thinking changed first",
            ),
        ),
        (
            "{} studies | step on the way (mediator) / symptoms | none shows which change causes which",
            told("lemmens2016_mediators", r"(\d+) mediation studies"),
            why(
                "lemmens2016_mediators", "none settles which change causes which", "not proof of absence", against=True
            ),
        ),
        (
            "the deep and the front region move in opposite directions | ○ | its authors call drugs mixed, "
            "therapy top-down, and "
            "surgery bottom-up",
            why(
                "mayberg1999",
                "the two regions move inversely",
                "drugs MIXED, psychotherapy top-down and SURGERY bottom-up",
            ),
        ),
        (
            "some mechanisms shared, some distinct | ○ | its well-known drawing over time is called hypothetical",
            why(
                "derubeis2008_review",
                "share some neural mechanisms and also have distinctive ones",
                "labelled hypothetical",
            ),
        ),
        (
            "sleep and appetite eased often within the first week [dimascio1979_differential]. Here half of the "
            "body's gain takes "
            "more than three weeks, so the order agrees and the pace does not",
            why("dimascio1979_differential", "often within the first week"),
            toy(THREE, OPENING, lambda s: 3 < s.result.half_week("medication", "body") < 4),
        ),
        (
            "Medication has eased the body, and very little of that has reached thinking so far, while with "
            "therapy it is the other way round",
            toy(
                THREE,
                "The story, week 4",
                lambda s: (
                    warmth(s, "medication", "body") > 4 * warmth(s, "medication", "thinking")
                    and warmth(s, "therapy", "thinking") > 4 * warmth(s, "therapy", "body")
                ),
            ),
        ),
        (
            "Each treatment leaves the other floor as it was, and both together are still the two added",
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
            "Every bar is about three times as long as without the pull, so the two long bars have grown together",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "Only medication gains by it, because only its floor pulls. Therapy gains what it would gain without any pull",
            across(
                THREE,
                "One-way pull",
                "No pull",
                lambda one_way, none: (
                    together(one_way, "medication") > together(none, "medication") + 1.5
                    and abs(together(one_way, "therapy") - together(none, "therapy")) < 0.1
                ),
            ),
        ),
        (
            "The order of the diamonds turns round, and the bars stay as they were",
            toy(THREE, "Doors exchanged", lambda s: lead(medication_door=1.0, therapy_door=0.0) > 1),
            holds(lambda: scores(medication_door=1.0, therapy_door=0.0) == scores()),
        ),
        (
            "In the house, therapy reaches sleep and medication reaches thinking",
            toy(
                THREE,
                OPENING,
                lambda s: warmth(s, "therapy", "body") > 1 and warmth(s, "medication", "thinking") > 1,
            ),
        ),
        (
            "In every house people have the same visits, and in the therapy house they also take the dummy pill",
            toy(THREE, OPENING, lambda s: len({plan.visits for plan in s.result.course.plans.values()}) == 1),
        ),
        (
            "But neither push notices the other one, so what the two do together is what the push from below does "
            "plus what the push from above does",
            toy(THREE, "The strongest pull", exactly_added),
            holds(lambda: "coupling" in inspect.getsource(Symptoms)),
        ),
    ),
    *quotes(
        "04 sheet",
        (
            "medication deep inside (amygdala), therapy behind the forehead, without overlap",
            why("nord2021", "clustered in the amygdala", "no significant overlap", against=False),
        ),
        (
            "Of {} people who got CBT or a medication at random, those who improved clearly had less activity "
            "behind the forehead "
            "with both",
            told("kennedy2007", r"(\d+) patients with MDD"),
            why("kennedy2007", "SHARED reductions in prefrontal", against=True),
        ),
        (
            "The strongest pull makes every bar about three times as long, and both stays exactly the two added",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "Each treatment is first on the floor with its door",
            toy(THREE, OPENING, first_where_its_door_is),
        ),
        (
            "Who sees a green bar of another length? (Wait for: nobody. Then for somebody who says that each "
            "treatment alone grew, too.)",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "you will sleep better, so you will think better, so the two treatments strengthen each other. Which half"
            " does this house support? (Wait for: the first.)",
            toy(THREE, OPENING, lambda s: warmth(s, "medication", "thinking") > 1 and exactly_added(s)),
        ),
        (
            "In this house they do, by way of the body. What they do for one person, no study can say",
            across(
                THREE,
                OPENING,
                "No pull",
                lambda pulled, none: (
                    warmth(pulled, "medication", "thinking") > 1 and abs(warmth(none, "medication", "thinking")) < 1e-6
                ),
            ),
        ),
        (
            "Wait for: both treatments ease the same symptoms in the same order",
            holds(lambda: abs(lead(medication_door=0.5)) < 0.05),
        ),
        (
            "Let both enter half-way up, and nobody is first. The score has noticed nothing",
            holds(lambda: scores(medication_door=0.5, therapy_door=0.5) == scores()),
            holds(lambda: abs(lead(medication_door=0.5)) < 0.05),
        ),
    ),
    *quotes(
        "04 words",
        (
            "Medication enters at the body, therapy at thinking, and it is week 4. Which floor of which house has gained most",
            toy(
                THREE,
                "The story, week 4",
                lambda s: (
                    warmth(s, "medication", "body")
                    == max(warmth(s, one, floor) for one in ("medication", "therapy") for floor in ("body", "thinking"))
                ),
            ),
        ),
        (
            "The floors do not pull each other at all. Which floors have gained nothing by week 26",
            toy(THREE, "No pull", lambda s: s.values["week"] == 26 and abs(warmth(s, "therapy", "body")) < 0.05),
        ),
        (
            "Each floor pulls the other as hard as it can here. How much longer are the bars than without the pull",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "The body pulls thinking along, and thinking does not pull back. Which treatment gains more than "
            "without any pull, and "
            "which does not",
            toy(THREE, "One-way pull", lambda s: s.values["down"] == 0 < s.values["up"]),
        ),
        (
            "Medication enters at thinking, therapy at the body. Which diamonds have changed places",
            toy(THREE, "Doors exchanged", lambda s: s.values["medication_door"] == 1 and s.values["therapy_door"] == 0),
        ),
        (
            "The pull helps both together, but it also helps medication alone and therapy alone, and by just as much. So both "
            "sides of the comparison grow alike",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "Nothing: the bars are as long as before. Now medication and therapy enter half-way up",
            holds(lambda: scores(medication_door=0.5, therapy_door=0.5) == scores()),
        ),
        (
            "the floor that changes first need not be the floor with the door",
            holds(lambda: lead(medication_door=0.4, **WAITS) >= 0.3),
        ),
        (
            "Here the body gets most of the push, and on top of that it waits for a pull from above",
            holds(lambda: at(medication_door=0.4, **WAITS).course.model.drug.somatic_share > 0.5),
        ),
        (
            "It is largest while people are still learning, and shrinks when those who learn slowly catch up",
            holds(lambda: leaves_the_sum("speeds") and leaves_the_sum("slows")),
        ),
        (
            "Each treatment is first on the floor with its door. Medication needs no sessions, so it is earlier on both floors",
            toy(THREE, OPENING, first_where_its_door_is),
        ),
        (
            "two doors should show in who is first. You built a house in which nobody is first, in the mission Hide the doors",
            holds(lambda: abs(lead(medication_door=0.5)) < 0.05 and lead() < -1),
        ),
        (
            "Without the pull, medication alone and therapy alone would gain less as well",
            holds(lambda: all(none < pulled for none, pulled in zip(scores(up=0.0, down=0.0), scores(), strict=True))),
        ),
        (
            "with a pull and without one, both would gain what the two gain, added",
            holds(lambda: all(abs(at(up=pull, down=pull).share - 100) < 1e-6 for pull in (0.0, 0.7))),
        ),
        (
            "If it did, both would gain more than 4 and 5 added. Nine is what they gain if they leave each other alone",
            holds(lambda: 4 + 5 == 9 and at(interaction="speeds", week=10).share > 105),
        ),
        (
            "it entered nearer to the body, and thinking was still first",
            holds(lambda: lead(medication_door=0.4, **WAITS) >= 0.3),
        ),
        (
            "Let medication enter nearer to the body (Medication's door at 0.4 or lower), and still let thinking "
            "be first to ease: "
            "its diamond at least 0.3 weeks before the diamond of the body",
            holds(lambda: lead(medication_door=0.4, **WAITS) >= 0.3),
        ),
        (
            "0 enters at the body, 1 at thinking",
            holds(lambda: at(medication_door=1.0).course.model.drug.somatic_share == 0),
        ),
        (
            "the green bar at least 0.5 % longer or shorter than the bar above it. The treatments must leave each other alone",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "one floor is always first to ease. Move the doors until neither floor is first: for each treatment, "
            "its two diamonds "
            "at most 0.2 weeks apart",
            holds(lambda: abs(lead()) > 1 > 0.2 > abs(lead(medication_door=0.5))),
        ),
        (
            "These floors have no ceiling, so two pushes simply add",
            toy(THREE, "The strongest pull", exactly_added),
        ),
    ),
]
