"""What lesson 10 says of itself: its beginning and end, its terms, how to read its picture, how it works and where it breaks."""

import dataclasses

import numpy as np

import toolkit
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import (
    can_be_skipped,
    claim,
    core,
    first_lines,
    goal,
    holds,
    in_many_lessons,
    is_reached,
    last_lines,
    tasks_are,
)
from tests.meaning.quotes.lesson_10 import HOLLON, blow_fades, fades, hazard, ill
from tests.meaning.quotes.reading import SEVEN, relapsed
from tests.meaning.quoting import quotes, text, the_arm, toy, why
from toolkit.lessons import lesson
from toolkit.lessons.stopping_trials import TRIALS
from toolkit.model import Drug, Model, Relapse, Skill, kaplan_meier

STOPPED, KEPT = (
    ("medication withdrawn", "discontinuation", "switched to placebo"),
    ("continued", "maintenance", "continued"),
)


def plans(id):
    """Plans of a trial's groups, as the picture has them."""
    trial = TRIALS[id]
    return trial.plans(trial.well, None, trial.well + trial.follow)


def curve_counts(shown):
    """The numbers below the curves count those who are still followed, and the curves those who are well, of 100."""
    below = [int(each["text"][0]) for each in shown.chart["data"] if each["name"] == "" and len(each["text"]) == 1]
    followed = [(weeks >= week).sum() for weeks in shown.result.weeks.values() for week in (0, 26, 52)]
    ends = [each["y"][-1] for each in shown.chart["data"] if "still well" in each.get("name", "") or each.get("line")]
    return below == followed and max(ends) <= 100


def marks_are_published(shown):
    """Beside the ends stand the published shares that stayed well, and their intervals."""
    marks = [each for each in shown.chart["data"] if "published: " in str(each.get("hovertemplate"))]
    well = {each["name"]: each["y"][0] for each in marks}
    lines = [each for each in shown.chart["data"] if each["name"] == "published interval"]
    found = {
        name: 100 * (1 - the_arm("hollon2005", arm, "", None).value) for name, arm in zip(NAMES, HOLLON, strict=True)
    }
    return (
        well.keys() == found.keys() and all(np.isclose(well[name], found[name]) for name in found) and len(lines) == 3
    )


NAMES = ("therapy over", "medication kept", "medication stopped")
"""What groups are called in the picture, in the order of HOLLON."""


def open_dots_are_ill(shown):
    """Each group has 100 dots, and as many open ones as are ill again."""
    dots = {
        name: [each for each in shown.chart["data"] if each["name"] == name] for name in ("still well", "ill again")
    }
    people = [len(well["x"]) + len(bad["x"]) for well, bad in zip(*dots.values(), strict=True)]
    counts = [len(each["x"]) for each in dots["ill again"]]
    symbols = {each["marker"]["symbol"] for each in dots["ill again"]}
    return (
        people == [100] * 3
        and counts == [round(share) for share in relapsed(shown).values()]
        and symbols == {"circle-open"}
    )


def seen_while_there():
    """Who leaves counts until then: of two who are still seen when one falls ill again, half are well."""
    left, fell, stayed = (5, False), (10, True), (20, False)
    curve = kaplan_meier(*map(np.array, zip(left, fell, stayed, strict=True)))
    return float(curve.at(5)) == 1 and float(curve.at(10)) == 0.5


def stopping_has_more():
    """In every pair of groups that were told apart by it, fewer fell ill again with medication kept."""
    pairs = [
        *(
            (id, stop, keep)
            for id, stop, keep in zip(("hollon2005", "lewis2021_antler", "geddes2003"), STOPPED, KEPT, strict=True)
        ),
        ("reynolds1999", "placebo + clinic", "nortriptyline + clinic"),
        ("reynolds2006", "placebo + clinical", "paroxetine + clinical"),
    ]
    return all(the_arm(id, keep, "re", None).value < the_arm(id, stop, "re", None).value for id, stop, keep in pairs)


def event_is_for_all():
    """Everybody meets the event in its week, whatever the group; years later nothing is felt of it."""
    model = toolkit.lessons.lesson(10).model(**lesson(10).opening | {"hard": 2.0})
    felt = [model.life_event.stress(since, 1.0, model.stress.fading_weeks) for since in (-1, 0, 3, 30)]
    return model.life_event.week == 16 + 26 and felt[0] == 0 and felt[2] < felt[1] / 2 and felt[3] < 0.001


QUOTES = [
    *quotes(
        "10",
        *first_lines(10),
        ("Skip is fine too", can_be_skipped(10)),
        ("The first two missions are the core", core(10)),
        ("Five short tasks. No code is needed", tasks_are(10, 5)),
        *last_lines(10),
        (
            "After treatment ends What lasts, and what comes back?",
            holds(lambda: lesson(10).title == "After treatment ends"),
            fades,
        ),
        (
            "She has been well since spring, and her sessions are over. A colleague has got well, too, and keeps his "
            "medication. Over coffee both wonder about the next winter: what will be left of it?",
            toy(SEVEN, OPENING, lambda s: {"therapy", "kept"} < {*relapsed(s)} and s.values["sessions"] == "over"),
        ),
        (
            "You may find this lesson hard. It shows people who fall ill again. Every number has a second half: how "
            "many stayed well. If you take a medication: when to stop, how, and whether at all is decided together "
            "with the person who prescribed it. Staying on is a choice too. If you feel worse after stopping or "
            "changing one, above all if you are young, call the prescriber at once",
            in_many_lessons("Staying on is a choice too"),
            in_many_lessons("above all if you are young", 10),
            toy(
                SEVEN, OPENING, lambda s: s.sentence.count(" still well, ") == s.sentence.count(" ill again;") + 1 == 3
            ),
            holds(lambda: "nobody stops alone, staying on is a choice too" in text("10 sheet")),
            holds(lambda: "is decided with the person who prescribed it" in text("10 words")),
        ),
        (
            "read a relapse curve with the number of people still followed under it",
            goal(10, 1, "In the picture, how many weeks", "one in four of the people whose medication was stopped"),
            toy(SEVEN, OPENING, curve_counts),
        ),
        (
            "compare stopping, staying on and therapy that is over, in people of 100",
            goal(10, 2, "How many more of 100 were ill again after the stop?"),
            toy(SEVEN, OPENING, lambda s: {*relapsed(s)} == {"stopped", "kept", "therapy"}),
        ),
        (
            "say what fades after treatment, how fast, and what follows from that",
            goal(10, 3, "protection was gone three and a half years after"),
        ),
        (
            "say what a comparison of people who had got well can show, and what it cannot",
            goal(10, 4, "only people who had got well were followed", "What does that show?"),
        ),
        (
            "Well: here, symptoms nearly gone, or so much lighter that the trial counted the treatment as a success. "
            "- Relapse: falling ill again after having got well. When it comes after a longer time of being well, "
            "papers say recurrence. We do not tell the two apart",
            why("hollon2005", "responders", "relapse"),
            why("paykel1999_relapse", "partial remission"),
            why("hardeveld2010_recurrence", "recovered", "recurrence"),
            holds(
                lambda: (
                    {each["figures"][0]["outcome"] for each in lesson(10).study_panels[0]["rows"] if "figures" in each}
                    >= {"relapse", "recurrence"}
                )
            ),
            holds(lambda: Model().assessment.response_share == 0.5),
        ),
        (
            "Relapse curve (Kaplan–Meier curve): of 100 people who had got well, how many still are, week by week. "
            "People who leave the study count for as long as they were seen",
            holds(seen_while_there),
            toy(SEVEN, OPENING, lambda s: s.at("medication kept (of 100 well)", 0) == 100 and "week" in s.table),
        ),
        (
            "Stopped: in most of these trials people's medication was swapped for dummy pills (placebo) that look the "
            "same, at random, without anybody knowing which they had",
            why("hollon2005", "medication withdrawn to placebo"),
            why("geddes2003", "switched to placebo", "randomised discontinuation trials"),
            *(why(id, "double-blind") for id in ("lewis2021_antler", "reynolds1999", "reynolds2006")),
        ),
        (
            "Therapy over: the last session was in the week in which people were judged to be well, or before",
            holds(
                lambda: all(
                    plans(id)[name].therapy.stop <= TRIALS[id].well
                    for id, name in (
                        *(("hollon2005", "therapy"), ("derubeis2020_phase2", "both ended")),
                        *(("reynolds1999", "both ended"), ("reynolds2006", "both ended")),
                    )
                )
            ),
        ),
        (
            "Before you choose, think of what each of the three groups still has on a Tuesday in the following winter",
            holds(lambda: "A third group had therapy alone" in lesson(10).asked["prompt"]),
            toy(SEVEN, OPENING, lambda s: len(relapsed(s)) == 3 and s.result.trial.follow == 52),
        ),
        (
            "How to read the chart. On the left, each curve says how many of 100 people who had got well still are "
            "(higher is better), and the numbers below it count the people still followed. Marks beside the ends of "
            "the curves are what the trial published, with their 95 % intervals. On the right, each group has 100 "
            "dots; an open dot is a person who is ill again",
            toy(SEVEN, OPENING, curve_counts),
            toy(SEVEN, OPENING, lambda s: s.chart["layout"]["yaxis"]["title"]["text"] == "still well, of 100"),
            toy(SEVEN, OPENING, marks_are_published),
            toy(SEVEN, OPENING, open_dots_are_ill),
        ),
        (
            "Start each of them from Reset",
            holds(lambda: not is_reached(10, "As if nothing had been learned") and not is_reached(10, "A safe week")),
        ),
        (
            "Before you go on, read every curve from its other side",
            toy(SEVEN, OPENING, lambda s: "still well, 51 ill again" in s.sentence),
        ),
        (
            "None of this says what will happen to one person. If you take a medication, please do not stop because "
            "of this picture. Keeping it was followed by fewer relapses in every trial here that compared the two",
            holds(stopping_has_more),
            why("derubeis2020_phase2", "staying on the antidepressant roughly halved recurrence"),
            why("gueorguieva2017_trajectories", "less likely"),
            why("petersen2007_cbt_relapse", "staying on drug did by about 18-21"),
            holds(lambda: "nobody can read from it what would suit one person" in text("10 words")),
        ),
        (
            "Have you fallen ill again yourself? That is no failure of yours, for it happened to many people in every "
            "one of these groups. People who have fallen ill again can get well again, but most trials count only the "
            "first time, and this picture does not follow them further",
            toy(SEVEN, OPENING, lambda s: min(relapsed(s).values()) > 25),
            holds(lambda: min(the_arm("hollon2005", arm, "", None).value for arm in HOLLON) > 0.25),
            holds(lambda: "No. In every one of these groups many people did" in text("10 sheet")),
            toy(
                SEVEN,
                OPENING,
                lambda s: all(
                    (np.diff(s.table[name]) <= 0).all() for name in s.table if name.endswith("(of 100 well)")
                ),
            ),
        ),
        (
            "Everybody who has got well has a small risk of relapse each week. Three things change it. Symptoms that "
            "are left raise it. Medication lowers it while it is in the body, and for some weeks longer. What was "
            "learned in therapy lowers it too, and fades by half in about two years",
            holds(lambda: 0 < hazard() < 0.05),
            holds(lambda: hazard(burden=0.8) > hazard() > hazard(effect=0.8) and hazard() > hazard(skill=0.8)),
            holds(
                lambda: (
                    {each.name for each in dataclasses.fields(Relapse)}
                    == {"weekly", "residual", "skill", "drug", "restart"}
                )
            ),
            holds(lambda: Drug().half_life_days < 3 and 1 < Drug().delay_weeks < 4),
            fades,
        ),
        (
            "So therapy that is over goes on protecting here, because forgetting is slow, and a stopped medication "
            "does not",
            holds(
                lambda: ill("therapy") < ill("stopped") - 15 and ill("therapy", forgetting=10.0) > ill("stopped") - 3
            ),
        ),
        (
            "When something hard happens, symptoms rise for some weeks, and the risk rises with them. Skills keep a "
            "part of that away",
            holds(event_is_for_all),
            holds(lambda: hazard(burden=1.5) > hazard(burden=0.5)),
            blow_fades,
        ),
        (
            "$$\\text{{hazard}} = h \\cdot e^{{\\,1.04\\,(y - 0.5)\\; -\\; b_k\\,k\\; -\\; b_e\\,e}}$$ Here $y$ is "
            "what is left of the symptoms (1: as many as at the start), never counted below 0; $k$ is skill, with "
            "$\\dot k = -\\delta k$ after the last session; $e$ is the effect of the medication, with $\\dot e = (O - "
            "e)/2$ a week, where $O$ is the share of its target that is filled",
            holds(lambda: np.isclose(hazard(burden=1.5) / hazard(), np.exp(1.04), rtol=1e-4)),
            holds(lambda: hazard(burden=-1.0) == hazard(burden=0.0) and Drug().delay_weeks == 2.0),
            holds(lambda: np.isclose(Skill().share_left(10.0), np.exp(-10 * Skill().forgetting))),
        ),
        (
            "If skills depend on the medication, usable skill is $k\\,(1 - \\chi\\,|e - e_{{\\text{{learned}}}}|)$ "
            "(state dependence)",
            holds(
                lambda: np.isclose(
                    Model()
                    .replace({"state_dependence.strength": 0.5})
                    .state_dependence.usable(np.array([0.6]), np.array([0.1]), np.array([0.6 * 0.7])),
                    0.6 * (1 - 0.5 * 0.6),
                )
            ),
        ),
        (
            "What was learned in therapy goes on protecting when therapy is over; a medication protects while it is "
            "taken",
            why("cuijpers2013_enduring", "people who had CBT and stopped were less likely to relapse"),
            why("geddes2003", "staying on it cut relapse"),
            holds(
                lambda: (
                    "what was learned stays when treatment ends, while a medication's effect fades"
                    in claim("C9")["says"]
                )
            ),
        ),
        (
            "Put together. After therapy alone, something probably lasts, but nobody can promise it for therapy along "
            "with medication",
            why("cuijpers2013_enduring", "less likely to relapse than people who stopped medication"),
            why("derubeis2020_phase2", "seen after CBT ALONE", "was not seen after CBT PLUS drug"),
        ),
        (
            "The second study was read in a summary, which gives rates, no people of 100, and no interval for therapy",
            holds(lambda: toolkit.finding("derubeis2020_phase2").source_kind.startswith("secondary page")),
            holds(lambda: not toolkit.finding("derubeis2020_phase2").arms),
            why("derubeis2020_phase2", "hazard ratio of recurrence: drug maintained vs withdrawn"),
        ),
        (
            "The clinic's article says that ongoing support carries people through. No study here tests that. A trial "
            "would have to write down every hard event",
            holds(
                lambda: (
                    claim("C20")["verdict"] == "not tested"
                    and "keeps people well through hard events" in claim("C20")["says"]
                )
            ),
            holds(lambda: "No study here follows people through a hard event" in claim("C20")["because"]),
        ),
        (
            "In the picture below the model's own row is the first and follows the picture above",
            holds(
                lambda: lesson(10).study_panels[0]["rows"][0] == {"label": "the model, as set above", "toy": "shares"}
            ),
            toy(
                SEVEN,
                "Something hard",
                lambda s: (
                    relapsed(s)["stopped"]
                    in next(each for each in s.studies_chart["data"] if each["name"] == "medication stopped")["x"]
                ),
            ),
        ),
        (
            "▲ for, ▼ against, ◆ mixed; lines are 95 % intervals",
            holds(lambda: {each["side"] for each in lesson(10).study_panels[0]["rows"] if "side" in each} == {*"▲▼◆"}),
        ),
        (
            "Results are people of 100 who were ill again, if nothing else is said; the others were not",
            holds(lambda: lesson(10).study_panels[0]["title"] == "of 100 people, ill again"),
        ),
        (
            "It says more than trials do. Here therapy that is over protects as well as medication that is kept. "
            "Trials did not show a difference, which is not the same",
            holds(lambda: abs(ill("therapy") - ill("kept")) < 3),
            why("cuijpers2013_enduring", "not significantly different from people who kept taking it"),
            why("hollon2005", "CT vs continuation P=.20"),
        ),
        (
            "Hard events strike everybody in the same week, fade in weeks and leave nothing behind. Life is not like "
            "that. That skills soften them is our choice",
            holds(event_is_for_all),
            holds(lambda: Model().stress.__dataclass_fields__["buffer"].metadata["tag"] == "teaching"),
        ),
        (
            "Some early relapses in trials may be withdrawal, which looks like it. Here there is none",
            why("geddes2003", "withdrawal effects may be counted as relapse"),
            holds(lambda: Model().withdrawal.strength == 0 and "withdrawal" not in " ".join(lesson(10).behind)),
        ),
        (
            "The model counts one relapse and does not follow people who get well again. And nobody here has a reason "
            "of their own to stay on, or to stop",
            holds(lambda: "One relapse per patient is counted" in Relapse.__doc__),
            toy(SEVEN, OPENING, lambda s: all(each.dtype == bool for each in s.result.relapsed.values())),
        ),
        (
            "What lasts is what fades slowly",
            fades,
            holds(lambda: settings(SEVEN)[OPENING].result.more("stopped", "therapy") > 15),
        ),
    ),
]
