"""What lesson 04's notebook says of studies, of its limits and at its end, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import claims, holds, is_ours, last_lines, missions, tasks_are
from tests.meaning.quotes.lesson_04 import (
    at,
    first_where_its_door_is,
    half,
    lead,
    lesson_words,
    lives_where_it_says,
    marked,
    scores,
    seen_as,
)
from tests.meaning.quotes.reading import THREE, exactly_added
from tests.meaning.quoting import quotes, text, told, toy, why
from toolkit.explore.picture import ARMS
from toolkit.lessons.bottom_up_top_down.studies import ARROWS, PLACES, STUDIES
from toolkit.model import MEDICATION, THERAPY, Loop, Model, Symptoms

CLINICS_ARTICLE = "How do Medications and Psychotherapy Work Together?"


def can_tip_over():
    """A strong loop rests in two places: a push of the same size that grows with the burden faster than the floors let go."""
    loop = Loop(strength=0.7)
    burden = np.linspace(0, 1.5, 301)
    grown = (loop.push(burden + 0.01) - loop.push(burden)) / 0.01
    return grown.max() > 1 - Symptoms().cognitive_to_somatic > grown.min() and Model().loop.strength == 0


QUOTES = [
    *quotes(
        "04",
        (
            "The claim, in one line. Medication starts in the body and works upwards; therapy starts in thinking and works "
            "downwards. > The study most often quoted for it took brain images of {} people before and after CBT (a common "
            "therapy), and of {} on a medication [goldapple2004]. The patterns differed, as the claim says, but behind the "
            "forehead activity went down with therapy and up with medication. How sure? Nobody was assigned at random.",
            told("goldapple2004", r"CBT \((\d+) completers"),
            told("goldapple2004", r"group of (\d+) paroxetine responders"),
            claims("C5", "medication works from below", "therapy from above", number=4),
            why("goldapple2004", "non-randomised", "Pre-post PET", "DEcreases in frontal cortex", against=False),
            why("goldapple2004", "reverse pattern (prefrontal up, hippocampus and subgenual cingulate down)"),
            seen_as(
                "goldapple2004",
                medication={"deep": "down", "between": "down", "front": "up"},
                therapy={"deep": "up", "between": "up", "front": "down"},
            ),
        ),
        (
            "> The study that speaks most clearly against it gave {} people CBT or a medication at random (randomised) "
            "[kennedy2007]. Where people improved clearly, activity behind the forehead went down with both. How sure? It "
            "is very small, and elsewhere some changes differed.",
            told("kennedy2007", r"(\d+) patients with MDD"),
            why(
                "kennedy2007", "In a randomised comparison, responders", "SHARED reductions in prefrontal", against=True
            ),
            why("kennedy2007", "Very small", "only some cingulate and caudate changes told them apart"),
            seen_as("kennedy2007", medication={"front": "down"}, therapy={"front": "down"}),
        ),
        (
            "Put together. Images do not settle it. In one trial of symptoms the order was as claimed, and the effects added "
            "up [dimascio1979_differential]. What would settle it. Four groups at random, with sleep, mood and thinking "
            "measured apart, every week.",
            marked("▼", "kennedy2007", "brody2001", "ma2015_ale", "sankar2018"),
            marked("▲", "dimascio1979_differential", "nord2021"),
            why(
                "dimascio1979_differential", "the two effects added up", "within the first week", "four to eight weeks"
            ),
            holds(
                lambda: (
                    scores(medication_door=0.5, therapy_door=0.5) == scores() and abs(lead(medication_door=0.5)) < 0.05
                )
            ),
        ),
        (
            "Where the claim comes from. A clinic's article says that brain images show it. Pooled images do keep the two "
            "treatments apart [nord2021], but two places are not yet two mechanisms.",
            holds(lambda: CLINICS_ARTICLE in text("index")),
            why("nord2021", "no significant overlap", "not proof of separate mechanisms"),
        ),
        (
            "Deep inside the brain it was the reverse of what happened behind the forehead: in the first study, activity "
            "there went up with therapy and down with medication. The {} people had all improved clearly. In the second "
            "study there were {} in each group.",
            told("goldapple2004", r"group of (\d+) paroxetine responders"),
            told("kennedy2007", r"\((\d+) CBT, 12 venlafaxine"),
            why("goldapple2004", "increases in hippocampus", "hippocampus and subgenual cingulate down"),
        ),
        (
            "The trial of symptoms. Medication worked mainly on sleep and appetite, often within a week. Therapy worked on "
            "mood and interests, after four to eight weeks. We could not read how large the effects were.",
            why(
                "dimascio1979_differential",
                "amitriptyline worked mainly on sleep and appetite, often within the first week",
                "interpersonal therapy worked mainly on mood, suicidal thoughts, work and interests, at four to eight weeks",
                "Sample size and effect sizes are not in the abstract",
            ),
        ),
        (
            "In the picture below the first row is the model, in the week that you set. Where there is no arrow, something "
            "changed or its direction was not told. These are directions and not sizes.",
            toy(
                THREE,
                "The story, week 4",
                lambda s: (
                    s.studies_chart["layout"]["yaxis"]["ticktext"][-1] == "the model, in the week set above"
                    and s.studies_sentence.startswith("The model in week 4:")
                ),
            ),
            holds(lambda: [way for way, arrow in ARROWS.items() if not arrow] == ["changed"]),
            holds(lambda: lesson_words()["directions"]["changed"] == "a change"),
        ),
        (
            "All studies, in a picture. ▲ for, ▼ against, ◆ mixed. Squares are medication, triangles are therapy; ↑ more "
            "activity, ↓ less.",
            marked("◆", "boccia2016", "goldapple2004"),
            marked("▲", "dimascio1979_differential", "nord2021"),
            holds(lambda: [ARMS[each].symbol for each in (MEDICATION, THERAPY)] == ["square", "triangle-up"]),
            holds(lambda: (ARROWS["up"], lesson_words()["directions"]["up"]) == ("↑", "more activity")),
            holds(lambda: (ARROWS["down"], lesson_words()["directions"]["down"]) == ("↓", "less activity")),
        ),
        (
            "Amygdala, hippocampus: deep inside the brain. Insula, cingulate: in between. Prefrontal: behind the forehead.",
            holds(lambda: list(PLACES) == ["deep", "between", "front"]),
            holds(
                lambda: PLACES["deep"].startswith("deep inside") and PLACES["front"].startswith("behind the forehead")
            ),
            why("nord2021", "amygdala", "medial prefrontal"),
            seen_as("nord2021", medication={"deep": "changed"}, therapy={"front": "changed"}),
            why("boccia2016", "right insula"),
            seen_as("boccia2016", medication={"between": "changed"}, therapy={"front": "changed"}),
        ),
        (
            "| dimascio1979_differential | outpatients with acute depression; how many was not read | amitriptyline / "
            "interpersonal therapy / both / no scheduled treatment | sleep and appetite, often within a week / mood, "
            "suicidal thoughts, work and interests, at four to eight weeks; the two added up | ▲ | one trial; the control "
            "group knew that nothing was scheduled |",
            why(
                "dimascio1979_differential",
                "Outpatients with acute depression",
                "Sample size and effect sizes are not in the abstract",
                "amitriptyline worked mainly on sleep and appetite, often within the first week",
                "mood, suicidal thoughts, work and interests, at four to eight weeks",
                "combination, either treatment alone, and a control group without scheduled treatment",
                "The control group knew that it had no scheduled treatment. One trial",
            ),
            seen_as("dimascio1979_differential", medication={"deep": "changed"}, therapy={"front": "changed"}),
        ),
        (
            "| the model | 1,000 simulated, as it opens | medication / therapy | half of the gain: body in week {}, thinking "
            "in week {} / thinking in week {}, body in week {} | | same order as the trial; medication is slower here |",
            half("medication", "body"),
            half("medication", "thinking"),
            half("therapy", "thinking"),
            half("therapy", "body"),
            toy(THREE, OPENING, first_where_its_door_is),
            holds(lambda: at().course.cohort.size == 1000 and at().half_week("medication", "body") > 2),
            why("dimascio1979_differential", "often within the first week"),
        ),
        (
            "| nord2021 | {} people in three pooled reviews, depression and anxiety | medication / therapy | amygdala / "
            "medial prefrontal cortex, no overlap found | ▲ | different tasks and drugs; no overlap in a map is not two "
            "mechanisms | | boccia2016 | imaging studies of depression | medication / therapy | right insula / mainly left "
            "frontal and temporal areas | ◆ | different places, and the insula is not deep as the story has it |",
            told("nord2021", r"n = ([\d,]+) across three"),
            why("nord2021", "clustered in the amygdala", "in the medial prefrontal cortex", "tasks and drugs differ"),
            why("nord2021", "MDD, generalised anxiety, panic", "not proof of separate mechanisms", against=False),
            why("boccia2016", "Imaging studies of major depression", "several mainly left frontal and temporal areas"),
            why("boccia2016", "right insula", "Different circuits, but NOT a clean cortex-versus-amygdala split"),
            marked("◆", "boccia2016", "goldapple2004"),
        ),
        (
            "| goldapple2004 | {} people after CBT, {} on paroxetine | before / after | CBT: hippocampus and cingulate up, "
            "frontal down; paroxetine: prefrontal up, hippocampus and cingulate down | ◆ | tiny; not at random; two "
            "patterns, with the directions the other way round | | kennedy2007 | {} people, {} in each group | CBT / "
            "venlafaxine, at random | prefrontal activity down in both; some cingulate and caudate changes differed | ▼ | "
            "very small |",
            told("goldapple2004", r"CBT \((\d+) completers"),
            told("goldapple2004", r"group of (\d+) paroxetine responders"),
            told("kennedy2007", r"(\d+) patients with MDD"),
            told("kennedy2007", r"\((\d+) CBT, 12 venlafaxine"),
            why(
                "goldapple2004", "increases in hippocampus and dorsal cingulate and DEcreases in frontal cortex", "Tiny"
            ),
            why("goldapple2004", "prefrontal up, hippocampus and subgenual cingulate down", "non-randomised"),
            why("kennedy2007", "only some cingulate and caudate changes told them apart", "Very small", against=True),
            why("kennedy2007", "randomised", "SHARED reductions in prefrontal metabolism"),
        ),
        (
            "| brody2001 | {} people with depression: {} and {} | paroxetine / interpersonal therapy | prefrontal and left "
            "cingulate activity down in both | ▼ | paroxetine goes the other way from Goldapple's; not at random as far as "
            "seen |",
            told("brody2001", r"(\d+) with MDD"),
            told("brody2001", r"(\d+) paroxetine"),
            told("brody2001", r"(\d+) IPT"),
            why("brody2001", "both lowered left anterior cingulate", "both lowered prefrontal", against=True),
            why(
                "brody2001", "Contradicts Goldapple on the direction of the paroxetine", "not randomised as far as seen"
            ),
        ),
        (
            "| ma2015_ale | {} people, {} studies | before / after antidepressants | limbic and medial prefrontal responses "
            "changed; outer prefrontal activity up | ▼ | so a medication changes the front as well | | sankar2018 | {} "
            "patients in {} small studies | before / after therapy | one consistent change: more activity in the anterior "
            "cingulate | ▼ | little evidence that therapy works from the front down |",
            told("ma2015_ale", r"([\d,]+) participants"),
            told("ma2015_ale", r"(\d+) (?:imaging|fMRI) studies"),
            told("sankar2018", r"(\d+) patients and"),
            told("sankar2018", r"meta-analysis (\d+) studies"),
            why(
                "ma2015_ale", "limbic AND medial prefrontal responses, and raised dorsolateral prefrontal", against=True
            ),
            seen_as("ma2015_ale", medication={"deep": "changed", "front": "up"}),
            why(
                "sankar2018", "only consistent group-by-time change was increased rostral anterior cingulate", "is thin"
            ),
            seen_as("sankar2018", therapy={"between": "up"}),
        ),
        (
            "| harmer2009 | a review of experiments | antidepressants, early on | emotional information is read in a more "
            "positive way, well before mood changes | ◆ | early, as the claim says; but in deep and in front circuits, and "
            "it is already about thinking |",
            why("harmer2009", "toward the positive well before mood changes", "limbic AND prefrontal circuits"),
            why("harmer2009", "Review of experimental medicine studies", "Antidepressants shift the processing"),
        ),
        (
            "| lorenzoluaces2015_cognitive | a review of studies of cognitive therapy | thinking / symptoms | thinking "
            "changes with many procedures; studies often fail to show that it changed first | ▼ | no figures read | | "
            "lemmens2016_mediators | {} studies | step on the way (mediator) / symptoms | none shows which change causes "
            "which | ▼ | not shown is not shown to be absent |",
            told("lemmens2016_mediators", r"(\d+) mediation studies"),
            why(
                "lorenzoluaces2015_cognitive",
                "Various procedures",
                "often fail to show that the thinking changed first",
            ),
            why("lorenzoluaces2015_cognitive", "studies of cognitive therapy", "no figures in the abstract"),
            why(
                "lemmens2016_mediators", "none settles which change causes which", "not proof of absence", against=True
            ),
        ),
        (
            "| mayberg1999 | healthy and depressed people | sadness / recovery | the deep and the front region move in "
            "opposite directions | ○ | its authors call drugs mixed, therapy top-down, and surgery bottom-up | | "
            "derubeis2008_review | a review | medication / therapy | some mechanisms shared, some distinct | ○ | its "
            "well-known drawing over time is called hypothetical there |",
            why("mayberg1999", "the two regions move inversely", "Healthy volunteers", "depressed patients (recovery)"),
            why("mayberg1999", "drugs MIXED, psychotherapy top-down and SURGERY bottom-up", "Sadness raises subgenual"),
            why("derubeis2008_review", "share some neural mechanisms and also have distinctive ones", "review"),
            why("derubeis2008_review", "time-course figure", "labelled hypothetical"),
        ),
        (
            "- The floors are only names for groups of symptoms, for sleep is also thinking about sleep, and mood lives on "
            'neither floor. - Two floors are our choice, and with five, "bottom" and "top" would mean little. - The sum '
            "holds because we built a house in which it must hold. Real pulls need not be linear: a worry that feeds itself "
            "can tip over. Nobody has to sleep better than well, either.",
            holds(lives_where_it_says),
            holds(
                lambda: (
                    at().course.model
                    == Model.additive().replace({"drug.somatic_share": 1.0, "skill.cognitive_share": 1.0})
                )
            ),
            holds(can_tip_over),
            why("foa2005", "may create a ceiling"),
        ),
        (
            "- How strong the pull is, and the weeks of delay, are our numbers. We know of no study that measured two floors "
            "in one person week by week.",
            holds(lambda: all(is_ours(f"symptoms.{name}") for name in ("cognitive_to_somatic", "relaxation_weeks"))),
        ),
        (
            "- In the one trial about symptoms, sleep and appetite eased often within the first week "
            "[dimascio1979_differential]. Here half of the body's gain takes more than three weeks, so the order agrees and "
            "the pace does not. - The model cannot say anything about the brain.",
            why("dimascio1979_differential", "often within the first week", "Complaints, not brain areas"),
            toy(THREE, OPENING, lambda s: 3 < s.result.half_week("medication", "body") < 4),
            holds(lambda: [each.about for each in STUDIES if each.about == "symptoms"] == ["symptoms"]),
        ),
        ("Five short tasks. No code is needed.", tasks_are(4, 5)),
        (
            "Take away A good picture forbids something. Ask what.",
            toy(THREE, "The strongest pull", exactly_added),
            holds(lambda: not missions(4)[0].recipe),
        ),
        (
            "The clinic's article is How do Medications and Psychotherapy Work Together? (2025).",
            holds(lambda: CLINICS_ARTICLE in text("index")),
            holds(lambda: "BestMind Behavioral Health (2025)" in text("index")),
        ),
        *last_lines(4),
    ),
]
