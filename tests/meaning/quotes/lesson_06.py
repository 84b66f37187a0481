"""What lesson 06 says of studies and of its model, and what holds it."""

from tests.meaning import lived
from tests.meaning.quotes.lesson_02 import ODDS_OF_TWENTY, holds, lead, lead_as_odds
from tests.meaning.quotes.reading import FIVE
from tests.meaning.quoting import effect, fills, quotes, the_effect, told, toy, why
from toolkit.model import BOTH, MEDICATION, THERAPY


def at(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(6, **values)


@fills
def here(says, **values):
    """A figure of the model at some values, written as the lesson writes it."""
    return f"{says(at(**values)):.0f}"


@fills
def leads(later):
    """The model's lead with faster learning alone, so many weeks after the last session."""
    return f"{at().effect(later):.2f}"


@fills
def points(way, **values):
    """Points better than with a dummy pill."""
    return f"{at(**values).here[way]:.1f}"


def ruler(value):
    """People of 100 who improve clearly, if 20 do without the drug, by its lead."""
    odds = ODDS_OF_TWENTY * lead_as_odds(-value)
    return f"{100 * odds / (1 + odds):.0f}"


@fills
def of_100(comparison, measure):
    """The same by a published lead of D-cycloserine."""
    return ruler(abs(the_effect("mataixcols2017", comparison, measure).value))


@fills
def model_of_100():
    """The same by the model's own lead."""
    return ruler(at().effect(0))


def taught(place, **values):
    """Things of 100 taught with medication (0) or with a dummy pill (1)."""
    return here(lambda window: window.taught[place], **values)


USED, WITHOUT, MISSED = taught(0), taught(1), taught(0, start=16, week=28)
AT_END, HALF_WAY, LATER = (
    effect("mataixcols2017", comparison, measure, digits=2)
    for comparison, measure in (("DCS vs placebo, pre to post", "Cohen"), ("mid-treatment", ""), ("follow-up", ""))
)
EARLY = lead("mataixcols2017", "DCS vs placebo", "9 trials")


@fills
def sight(end=None, digits=2):
    """Fluoxetine's difference on the eye chart's scale (above 0: worse), or one end of its interval, without a sign."""
    found = the_effect("huttunen2018_amblyopia", "fluoxetine", "logMAR")
    return f"{abs(found.value if end is None else found.ci[end]):.{digits}f}"


@fills
def stroke(end=None):
    found = the_effect("focus2019_stroke", "fluoxetine", "odds")
    return f"{found.value if end is None else found.ci[end]:.2f}"


@fills
def scale(end=None):
    """Points of 100 by which D-cycloserine leads, or one end of the interval."""
    found = the_effect("mataixcols2017", "pre to post", "0-100")
    return f"{abs(found.value if end is None else found.ci[end]):.1f}"


QUOTES = [
    *quotes(
        "06",
        (
            "in this model, people who missed the window altogether still learned about {} of 100 things",
            taught(1, start=16, week=28),
            holds(lambda: 0 <= at(start=16).more <= 1),
        ),
        (
            "speeds up learning four times as much as in our other lessons",
            holds(lambda: at().course.model.plasticity.gain == 4 * usual().plasticity.gain),
        ),
        (
            "The lines are furthest apart around week {}, by {} of 100 things. By week 12 it is {}: people with a "
            "dummy pill catch up",
            here(lambda window: gap(window).argmax()),
            here(lambda window: gap(window).max()),
            here(lambda window: window.more),
        ),
        (
            "With medication people learn {} thing more. People in therapy still learn about {}",
            here(lambda window: window.more, start=16, week=28),
            WITHOUT,
        ),
        (
            "In week 12 people with both are ahead in points, {} to {}, and they have learned less, {} to {} things",
            points(BOTH, gain=-50),
            points(THERAPY, gain=-50),
            taught(0, gain=-50),
            WITHOUT,
        ),
        (
            "The lines for medication and for both tilt. Therapy and the dummy pill do not",
            toy(
                FIVE,
                "Open to everything",
                lambda s: (
                    min(s.result.gains(-5)[way] - s.result.gains(5)[way] for way in (MEDICATION, BOTH)) > 2
                    and abs(s.result.gains(-5)[THERAPY] - s.result.gains(5)[THERAPY]) < 1e-6
                ),
            ),
        ),
        (
            "gave mice training and fluoxetine, an antidepressant [karpova2011]. They lost a learned fear lastingly only with both",
            why("karpova2011", "In mice only the combination", "neither alone did", against=False),
        ),
        (
            "Trials of exposure in people did not show the same",
            why("karpova2011", "Human exposure trials with SSRIs do not show the same pattern"),
        ),
        (
            "had {} adults train a weak eye [huttunen2018_amblyopia]. Fluoxetine did not show a difference ({} worse on an eye "
            "chart; anything from {} worse to {} better fits)",
            told("huttunen2018_amblyopia", r"(\d+) adults with"),
            sight(),
            sight(1),
            sight(0),
            why("huttunen2018_amblyopia", "added nothing over placebo", "positive favours placebo", against=True),
        ),
        (
            "If 20 of 100 people improve without it, {} do in 21 trials together, and {} in early ones (our sums) "
            "[mataixcols2017]. Our model says {}",
            of_100("DCS vs placebo, pre to post", "Cohen"),
            of_100("DCS vs placebo", "9 trials"),
            model_of_100(),
            why("mataixcols2017", "21 of 22 double-blind trials", "Earlier small meta-analyses gave larger values"),
        ),
        (
            "MDMA with therapy did better than a dummy pill with the same therapy: lead {}",
            effect("mitchell2023_mdma", digits=2),
            why("mitchell2023_mdma", "more than placebo with the same therapy"),
        ),
        (
            "Nobody got the drug without therapy, so it may simply lift people; and people could tell what they had got",
            why(
                "mitchell2023_mdma",
                "no arm with the drug and without the therapy",
                "cannot tell learning from relief",
                "blinding fails (drug is obvious)",
            ),
        ),
        (
            "In August 2024 the US regulator declined to approve it and asked for another trial; its advisers had "
            "voted 9 to 2 that it "
            "was not shown to work. A day later a journal took back three earlier papers for unethical conduct at one site",
            why(
                "mdma2024_fda",
                "In August 2024 the FDA declined to approve",
                "asked for another phase 3 trial",
                "a day later a journal retracted three earlier papers for unethical conduct at one site",
                "voted 9 to 2 in June that effectiveness was not shown",
            ),
        ),
        (
            "The company says that they were not part of its application",
            why("mdma2024_fda", "The company says the retracted papers (phase 2) were not in its application"),
        ),
        (
            "We read news reports, not the letter",
            why("mdma2024_fda", "News pages only; the letter itself was not read", "not proof that it does not work"),
        ),
        (
            "people in the comparison groups improved less than in trials of SSRIs (a common kind of antidepressant) or esketamine",
            why(
                "hieronymus2025_psilocybin_controls",
                "improve LESS than control patients in trials of SSRIs or esketamine",
            ),
        ),
        (
            "In {} people, living conditions were linked more closely to the outcome on the higher dose of an SSRI",
            told("chiarotti2017_environment", r"(\d+) STAR"),
            why("chiarotti2017_environment", "higher citalopram dose made outcome depend more on life circumstances"),
        ),
        (
            'Clinicians had chosen the dose, and "seen in one group, not in the other" does not test a difference',
            why("chiarotti2017_environment", "dose was chosen by clinicians", "is not an interaction test"),
        ),
        (
            "sight came back in a weak eye; sizes not read",
            why("mayavetencourt2008", "let adult amblyopic animals recover vision", "No numbers in the abstract"),
        ),
        (
            "many call it new learning, not erasing",
            why("karpova2011", "many regard extinction as new inhibitory learning"),
        ),
        (
            "the window closed as soon as the drug was stopped",
            why("steinzeig2017", "lasted as long as the drug was given and closed as soon as it was stopped"),
        ),
        (
            "the brain opens, and experience must guide it | ○ | a framework, no proof in people",
            why("castren2017_review", "must be guided by experience", "A framework, not proof in people"),
        ),
        (
            "antidepressants of several kinds bind to the receptor of a growth factor | ○ | no outcome in people",
            why("casarotto2021", "several classes", "bind the BDNF receptor", "No human outcome data"),
        ),
        (
            "{} worse ({} worse to {} better) on the eye chart's scale: did not show a difference",
            sight(),
            sight(1),
            sight(0),
        ),
        (
            "● {} adults after a stroke | fluoxetine / dummy pill, six months | doing more, odds × {} ({} to {}): "
            "did not show a difference",
            told("focus2019_stroke", r"(3,127) adults"),
            stroke(),
            stroke(0),
            stroke(1),
            why("focus2019_stroke", "Six months of fluoxetine", "did not improve recovery of function", against=True),
        ),
        (
            "usual rehabilitation; fewer new depressions, more broken bones",
            why("focus2019_stroke", "lowered new depression and raised fractures", "rehabilitation was usual care"),
        ),
        (
            "● {} adults afraid of heights | with it / with a dummy pill | better; size not read",
            told("ressler2004", r"(\d+) adults with acrophobia"),
            why("ressler2004", "improved fear-of-heights outcomes over placebo", "authors held a patent application"),
        ),
        (
            "early reviews, 9 / 13 trials | the same | lead {} ({} to {}) / {} ({} to {})",
            *EARLY,
            *lead("mataixcols2017", "DCS vs placebo", "13-study", minus=True),
        ),
        (
            "● {} people, 21 trials | the same, at the end | lead {}; in points of 100, {} ({} to {})",
            told("mataixcols2017", r"(1,047) of"),
            AT_END,
            scale(),
            scale(1),
            scale(0),
        ),
        (
            "half-way / later | lead {} / {}: did not clearly show a difference | ◆ | antidepressants made no "
            "difference to it, which is "
            "debated",
            HALF_WAY,
            LATER,
            why(
                "mataixcols2017",
                "not clearly at mid-treatment or follow-up",
                "antidepressants did not interact",
                "debated",
            ),
        ),
        ("the same, at the last session | lead {} | | a quarter of what trials found", leads(0)),
        ("12 weeks after the last session | lead {}", leads(12)),
        (
            "slightly better while taken, worse after it was tapered | ▼ | no antidepressant; its method was criticised",
            why(
                "marks1993_alprazolam",
                "helped slightly while taken but harmed outcome after the drug was tapered",
                "154 patients",
                "not an antidepressant",
                "criticism of the method",
                against=True,
            ),
        ),
        (
            "both / one of the two | typically no better | ▼ | one expert's review",
            why(
                "hofmann2007_anxiolytics", "typically not better than one treatment alone", "expert view", against=True
            ),
        ),
        (
            "● 104 adults after trauma | MDMA / dummy pill, same therapy | lead {}; no interval read | ○",
            effect("mitchell2023_mdma", digits=2),
            why("mitchell2023_mdma", "104 adults"),
        ),
        (
            "● 4,960 people, 17 trials | comparison groups of psilocybin / SSRI or esketamine trials | improved "
            "less: 14 to 23 % lower | "
            "○ | a summary, points or per cent not said; the groups differ in other ways",
            why(
                "hieronymus2025_psilocybin_controls",
                "4,960 people in 17 trials",
                "14 to 23 % lower (points or per cent not said)",
                "groups differ between the trials",
            ),
        ),
        (
            "There, neither treatment did it alone [karpova2011]. Here each does something alone, and together they "
            "gain 0.6 points more "
            "than the sum",
            why("karpova2011", "neither alone did"),
            holds(lambda: round(at().extra, 1) == 0.6 and min(at().here[way] for way in (MEDICATION, THERAPY)) > 2),
        ),
        (
            "With nothing but faster learning the model leads by {}, and D-cycloserine led by {}",
            leads(0),
            AT_END,
        ),
        (
            "In trials of MDMA people could tell, and hope or disappointment may have done a part",
            why("mitchell2023_mdma", "blinding fails (drug is obvious)"),
        ),
    ),
]


def usual():
    """The model as the other lessons have it."""
    from toolkit.model import Model

    return Model()


def gap(window):
    """How many more things have been learned with medication, by week."""
    return window.learned[BOTH] - window.learned[THERAPY]
