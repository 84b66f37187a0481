"""What lesson 08 says of studies and of its model, and what holds it."""

import numpy as np

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import interval, lead
from tests.meaning.quotes.reading import EIGHT
from tests.meaning.quoting import across, effect, fills, quotes, share, told, toy, why
from toolkit.lessons.finding_the_right_medication.people import MEASURED, NONE, SAME, SEARCH
from toolkit.model import MEDICATION_KINDS, Model

TRIAL, BOXES, TWICE, TARGET = (
    "As in a large trial",
    "One tablet, four boxes",
    "Twice the dose",
    "Full target, later effect",
)


def at(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(8, **values)


@fills
def here(says, **values):
    """A figure of the model, written as the lesson writes it."""
    return says(at(**values))


def well(life, step, **values):
    return here(lambda care: f"{care.well_after_step(life, step):.0f}", **values)


def total(what):
    return here(lambda care: f"{care.total(what):.0f}")


def holds(check):
    """A ground that a check must pass."""

    def hold():
        assert check()

    return hold


def star(step):
    return share("stard2006", f"step {step}")


def halved(way):
    return share("guo2015_mbc", way, "response")


def rounded(value):
    return int(f"{value:.0f}")


QUOTES = [
    *quotes(
        "08",
        (
            "is a large trial, STAR\\*D [stard2006]. Of 100 people at each step, {}, {}, {} and {} got well. "
            "Multiplied, that makes {} "
            "of 100",
            *(star(step) for step in range(1, 5)),
            share("stard2006", "cumulative, theoretical"),
            why("stard2006", "exactly the product rule with no dropout", against=False),
        ),
        (
            "The {} assumes that nobody leaves. There was no dummy pill, and nobody simply kept the first medication",
            share("stard2006", "cumulative, theoretical"),
            why("stard2006", "assumes nobody leaves", "no placebo arm", "Sequenced"),
        ),
        (
            "counted the same trial again [pigott2023]: of 100 people who began, {} got well",
            share("pigott2023", "cumulative, reanalysis"),
            why("pigott2023", "original protocol", against=True),
        ),
        (
            "The quarrel is open, because the first team says that {} people were wrongly left out",
            told("pigott2023", r"dropped (\d+) patients"),
            why("pigott2023", "Live controversy"),
        ),
        (
            "{} adults at step 1, {} at step 4 | one medication after another | {}, {}, {}, {} of 100 well at "
            "steps 1 to 4; {} multiplied",
            told("stard2006", r"([\d,]+) at step 1"),
            told("stard2006", r"down to (\d+) at step 4"),
            *(star(step) for step in range(1, 5)),
            share("stard2006", "cumulative, theoretical"),
            why("stard2006", "open-label", "relapse was commoner the more steps had been needed"),
        ),
        (
            "the same trial, {} people | counted again | {} of 100 well | ▼",
            told("pigott2023", r"([\d,]+) enrolled"),
            share("pigott2023", "cumulative, reanalysis"),
            why("pigott2023", "read in the rebuttal letter"),
        ),
        (
            "a new one / the same one | {}, {}, {}, {} / {}, {}, {}, {} of 100; {} multiplied, {} counted (a new one)",
            *(well(life, step) for life in (SEARCH, SAME) for step in range(1, 5)),
            total("if nobody left"),
            total("counted"),
            holds(lambda: min(at().steps.success(SEARCH)[2:] - [13.7, 13.0]) > 0),
        ),
        (
            "6,058 people on an antidepressant, 30 trials | expected not to respond after two weeks / everybody | respond "
            "by week 6: {} / {} of 100; by "
            "week 12: {} / {} | ◆ | speaks for waiting; part of it would have come with time",
            share("devries2019_early", "predicted", week=6),
            share("devries2019_early", "everyone", week=6),
            share("devries2019_early", "predicted", week=12),
            share("devries2019_early", "everyone", week=12),
            why(
                "devries2019_early",
                "6,058 people on antidepressants and 2,184 on placebo in 30 trials",
                "natural recovery",
            ),
        ),
        (
            "{} adults, 522 trials | 21 antidepressants / dummy pill | all 21 did better on average, and "
            "differed modestly from each other",
            told("cipriani2018", r"([\d,]+) adults"),
            why(
                "cipriani2018",
                "522 double-blind",
                "All 21 antidepressants beat placebo on average; they differ modestly",
            ),
        ),
        (
            "27,422 adults, 131 trials | SSRI (a common kind of antidepressant) / dummy pill | {} points lower "
            "({} to {})",
            effect("jakobsen2017_ssri", digits=1),
            interval("jakobsen2017_ssri", "SSRI", "Hamilton", 0, True, 1),
            interval("jakobsen2017_ssri", "SSRI", "Hamilton", 1, True, 1),
            why("jakobsen2017_ssri", "131 trials, 27,422", "all trials were at high risk of bias"),
        ),
        (
            "61,144 adults, 222 trials | spread of scores, antidepressant / dummy pill | ratio {} ({} to {}) | ◆ "
            "| no sign that the "
            "right one helps some people very much; does not rule it out",
            *lead("munkholm2020_variance", "end scores", "variability"),
            why("munkholm2020_variance", "61,144", "222 trials", "it does not exclude them", against=True),
        ),
        (
            "{} adults, 77 studies | higher / lower fixed doses | benefit rises, then is flat or falling; more "
            "and more people leave "
            "because of side effects | ○ | fixed doses are not a clinic's titration",
            told("furukawa2019_dose", r"([\d,]+) participants"),
            why(
                "furukawa2019_dose",
                "77 studies",
                "flat or falling",
                "dropout for side effects keeps climbing",
                "Fixed doses differ",
            ),
        ),
        (
            "{} people | brain scans on five antidepressants | lowest usual dose fills {} to {} % of the target",
            told("meyer2004_sert", r"(\d+) subjects"),
            share("meyer2004_sert", "low end"),
            share("meyer2004_sert", "high end"),
            why("meyer2004_sert", "five antidepressants", "Occupancy is not the same as benefit"),
        ),
        (
            "{} people, one clinic | measured / usual care, the same two medications | halved by week 24: {} / "
            "{} of 100 | ○ | unusually "
            "large; measured care also meant higher doses",
            told("guo2015_mbc", r"(\d+) outpatients"),
            halved("measurement-based care"),
            halved("standard care"),
            why("guo2015_mbc", "the same two drugs", "Single site, unusually large", "higher doses"),
        ),
        (
            "as it opens, week 24 | measured / one usual dose | {} / {} of 100 | | 1 apart, and not 24",
            here(lambda care: f"{care.halved(MEASURED):.0f}"),
            here(lambda care: f"{care.halved(1.0):.0f}"),
            holds(lambda: rounded(at().halved(MEASURED)) - rounded(at().halved(1.0)) == 1),
        ),
        (
            "41 trials | one more visit / none | {} points further fall, with a dummy pill too | ○ | visits not "
            "assigned at random",
            effect("posternak2007_visits", "week 3", "HRSD"),
            why("posternak2007_visits", "41 double-blind", "even on placebo", "not randomised visit frequency"),
        ),
        (
            "401 people, three months | everybody on an SSRI | {} of 100 had a bothersome side effect, {} had no "
            "bothersome one",
            share("hu2004_sideeffects", "SSRI starters", "bothersome side"),
            share("hu2004_sideeffects", "SSRI starters", "bothersome side", turned=True),
            why("hu2004_sideeffects", "401 patients", "Prompted checklist", "no placebo group"),
        ),
        (
            "asked directly | antidepressants that raise them, lowest / highest | {} / {} of 100 had new sexual "
            "problems | ○ | six others "
            "did not differ from a dummy pill; open studies push it up",
            share("serretti2009_sexual", "lowest"),
            share("serretti2009_sexual", "highest"),
            why(
                "serretti2009_sexual",
                "agomelatine, amineptine, bupropion, moclobemide, mirtazapine, nefazodone",
                "Open-label studies and different scales push rates up",
            ),
        ),
        (
            "2,283 adults, 14 trials | SSRI / dummy pill | for one more who stops because of side effects, {} to "
            "{} take it",
            effect("arroll2009_primarycare", "SSRI", "lowest"),
            effect("arroll2009_primarycare", "SSRI", "highest"),
            why("arroll2009_primarycare", "2,283 adults", "14 trials", "Read in an evidence summary"),
        ),
        (
            "5,872 adults, 28 trials | SSRI / dummy pill, week 1 | halved: ratio {} ({} to {}) | ○ | a start "
            "within a week; few people so "
            "far",
            *lead("taylor2006_onset", "SSRI", "week 1"),
            why("taylor2006_onset", "28 RCTs, 5,872", "small in absolute terms"),
        ),
        (
            "how emotional information is read | turns more positive well before mood changes",
            why("harmer2009", "toward the positive well before mood changes", "Narrative review"),
        ),
        (
            "17 reviews or large studies | serotonin in depression | no consistent evidence that it is lowered | "
            "◆ | says little about "
            "whether medications work",
            why(
                "moncrieff2022",
                "17 reviews or large studies",
                "no consistent evidence",
                "lowered serotonin",
                "whether SSRIs WORK",
            ),
        ),
        (
            "some thirty researchers | reply to the row above | serotonin is involved | ◆ | “involved” is less "
            "than “a lack”",
            why(
                "jauhar2023_reply",
                "Thirty-odd researchers",
                "Comment on moncrieff2022",
                "'Implicated' is less than",
                against=True,
            ),
        ),
        (
            "half of it gone | after {} to {} hours",
            effect("halflife_methylphenidate", "methylphenidate", "low"),
            effect("halflife_methylphenidate", "methylphenidate", "high"),
            why("halflife_methylphenidate", "Drug guide", "Extended-release forms differ"),
        ),
        (
            "antidepressants | half of it gone | differs more than tenfold",
            why("halflives_ssri_table", "more than tenfold"),
        ),
        (
            "half of it gone | after {} to {} hours, longer with long use",
            effect("halflife_lithium", "lithium", "low"),
            effect("halflife_lithium", "lithium", "high"),
            why("halflife_lithium", "longer with long-term use", "Reference pages"),
        ),
        (
            "154 people, panic | calming drug added to exposure | helped slightly while taken; worse after it "
            "was tapered | ○ | a high "
            "dose; criticised",
            why(
                "marks1993_alprazolam",
                "154 patients",
                "helped slightly while taken but harmed outcome after",
                "high-dose",
                "criticism",
            ),
        ),
        (
            "after four weeks, five antidepressants had filled most of the places that take serotonin up again "
            "[meyer2004_sert]",
            why("meyer2004_sert", "five antidepressants", "about 80% of serotonin transporters", "after 4 weeks"),
        ),
        (
            "no consistent evidence of lowered serotonin in depression [moncrieff2022]; some thirty researchers "
            "replied that serotonin "
            "is involved [jauhar2023_reply]. Relief says nothing about a lack",
            why("moncrieff2022", "no consistent evidence"),
            why("jauhar2023_reply", "do point to serotonin"),
        ),
        (
            "In trials, all 21 antidepressants that were compared did better than a dummy pill on average "
            "[cipriani2018]",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
        ),
        (
            "Of those who stayed, {} of 100 were well at the end of step 4 with a new medication, and {} with "
            "the same one",
            well(SEARCH, 4),
            well(SAME, 4),
        ),
        (
            "The first two steps come near. The last two stay too high: real steps fell more steeply than the model's",
            toy(
                EIGHT,
                TRIAL,
                lambda s: (
                    abs(s.result.steps.success(SEARCH)[:2] - [36.8, 30.6]).max() < 5
                    and (s.result.steps.success(SEARCH)[2:] - [13.7, 13.0]).min() > 3.5
                ),
            ),
        ),
        (
            "The curves of the target and of people whom side effects bother still rise, and the curve of people who have "
            "halved their symptoms hardly does",
            toy(
                EIGHT,
                TWICE,
                lambda s: (
                    s.result.bothered(4.0) > s.result.bothered(2.0)
                    and s.result.doses.at(4.0)[0] < s.result.doses.at(2.0)[0] + 1
                ),
            ),
        ),
        (
            "Two days, and then about four weeks. A stimulant or a calming drug needs only days for both, and is "
            "gone as soon",
            toy(EIGHT, TARGET, lambda s: s.result.kind.nears(s.result.kind.filled) == 2),
            toy(EIGHT, TARGET, lambda s: 28 <= s.result.kind.nears(s.result.kind.effect) <= 32),
            holds(
                lambda: all(
                    max(kind.nears(kind.effect), kind.fades(kind.effect)) < 7
                    for kind in (at(show="kind", kind=name).kind for name in ("stimulant", "calming drug"))
                )
            ),
        ),
        (
            "For an antidepressant $\\tau_e$ is 2 weeks. For a stimulant and a calming drug it is 0.2 weeks, for "
            "a mood stabiliser 1 week",
            holds(lambda: Model().drug.delay_weeks == 2),
            holds(
                lambda: (
                    [
                        dict(MEDICATION_KINDS[name].changes)["drug.delay_weeks"]
                        for name in ("stimulant", "calming drug", "mood stabiliser")
                    ]
                    == [0.2, 0.2, 1.0]
                )
            ),
        ),
        (
            "At full effect, a calming drug slows learning by 30 % here",
            holds(lambda: dict(MEDICATION_KINDS["calming drug"].changes)["plasticity.gain"] == -0.3),
        ),
        (
            "We set that so that {} of 100 are bothered at the usual dose, as in a survey [hu2004_sideeffects]",
            share("hu2004_sideeffects", "SSRI starters", "bothersome side"),
            holds(lambda: abs(at().bothered() - 55) < 2),
        ),
        (
            "There, 24 more of 100 halved their symptoms with measured care [guo2015_mbc]; here it is 1, and it costs: "
            "{} of 100 are bothered by side effects in week 13, and {} on one usual dose",
            here(lambda care: f"{care.bothered(MEASURED):.0f}"),
            here(lambda care: f"{care.bothered(1.0):.0f}"),
            holds(lambda: rounded(100 * (0.869 - 0.627)) == 24),
            holds(lambda: rounded(at().halved(MEASURED)) - rounded(at().halved(1.0)) == 1),
        ),
        (
            "steps 3 and 4 helped {} and {} of 100; here, in As in a large trial, {} and {}",
            star(3),
            star(4),
            well(SEARCH, 3, strength=1.4, leaving=0.07),
            well(SEARCH, 4, strength=1.4, leaving=0.07),
        ),
        (
            "So {} of 100 are counted well with a new medication, and {} with the same one",
            total("counted"),
            here(lambda care: f"{care.steps.ends(SAME)[0]:.0f}"),
        ),
    ),
    *quotes(
        "08 words",
        (
            "In a large trial, {}, {}, {} and {} of 100 were well at steps 1 to 4",
            *(star(step) for step in range(1, 5)),
        ),
        (
            "some people looked after two weeks as if nothing would come of it. Of these, {} % had responded by week 6, and {} % "
            "by week 12 (de Vries 2019)",
            share("devries2019_early", "predicted", week=6),
            share("devries2019_early", "predicted", week=12),
        ),
        (
            "In our simulation, {} of 100 people are well after 12 weeks on a medication",
            well(SAME, 1),
        ),
        (
            "The usual dose fills 80 % of the target, and the rest holds little",
            holds(lambda: rounded(at().filled(1.0)) == 80),
        ),
        (
            "So success falls from step to step even where there is nothing that could work worse and worse",
            holds(lambda: np.diff(at(strength=0.0).steps.success(SEARCH)).max() < 0),
            holds(lambda: np.diff(at().steps.success(NONE)).max() < 0),
        ),
        (
            "in trials people did better on an antidepressant than on a dummy pill",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
        ),
        (
            "A mood stabiliser, as we drew it, lifts nobody",
            holds(
                lambda: (
                    len({round(value, 6) for value in at(show="kind", kind="mood stabiliser").kind.rows["halved"]}) == 1
                )
            ),
        ),
        (
            "What goes on rising is the number of people with side effects, and of those who stop. That is why the dashed line "
            "bends down again",
            holds(
                lambda: (
                    at().doses.at(4.0)[1] > at().doses.at(2.0)[1] and at().doses.at(4.0)[2] > at().doses.at(2.0)[2] + 10
                )
            ),
            holds(lambda: at().doses.at(4.0)[0] < at().doses.at(2.0)[0]),
        ),
        (
            "Judged after a few weeks, the first box looks bad, and the second gets the credit for what the first "
            "began, and for time",
            holds(lambda: (lambda steps: steps[1] > 2 * steps[0])(at(medications=1, patience=4).steps.success(SEARCH))),
        ),
        (
            "Whoever gets well leaves the group, and those who need longer stay in it. A row of falling numbers is therefore no "
            "verdict on the fourth medication",
            holds(lambda: np.diff(at(strength=0.0).steps.success(SEARCH)).max() < 0),
        ),
        (
            "It keeps people well who are well already",
            holds(lambda: np.diff(at(show="kind", kind="mood stabiliser").kind.rows["stayed"])[0] < -15),
        ),
        (
            "The chance of stopping in the first week. Later it is smaller",
            holds(lambda: Model().adherence.hazard(20.0) < Model().adherence.hazard(0.0) / 3),
        ),
        (
            "Twice the tablets, twice the effect: many people think so. But no target can be more than full",
            holds(lambda: at().filled(2.0) < 100),
        ),
        (
            "Time does help, and somebody who has waited longer has had more of it. Something else is stronger here",
            holds(lambda: np.diff(at().steps.success(SAME)).max() < 0),
        ),
        (
            "But in this model an effect does not wear off",
            holds(lambda: np.diff(at(show="kind").kind.effect[:57]).min() > 0),
        ),
        (
            "Each step keeps those who have not been helped yet. This is called selection, and the tablet need not change for it",
            holds(lambda: np.diff(at(medications=1).steps.success(SEARCH)).max() < 0),
        ),
        (
            "Only the box is new at each step",
            across(
                EIGHT,
                BOXES,
                OPENING,
                lambda box, usual: np.array_equal(box.result.steps.success(SEARCH), usual.result.steps.success(SAME)),
            ),
        ),
    ),
    *quotes(
        "08 sheet",
        (
            "About a third got well at the first step, and by the fourth it would be {} of 100 if nobody had left",
            share("stard2006", "cumulative, theoretical"),
            why("stard2006", "about a third remitted on the first", "exactly the product rule"),
        ),
        (
            "The same trial counted again: {} of 100 people who began got well. The first team disputes it",
            share("pigott2023", "cumulative, reanalysis"),
            why("pigott2023", "rebuttal"),
        ),
        (
            "{} or {} of 100: which would you print",
            share("stard2006", "cumulative, theoretical"),
            share("pigott2023", "cumulative, reanalysis"),
        ),
        (
            "Falling steps cannot tell it, and nobody has tested it in this trial. At every step somebody gets well",
            why("stard2006", "no placebo arm"),
            holds(lambda: min(at().steps.success(SEARCH)) > 10),
        ),
        (
            "the picture of a lack is not shown, and a wrong explanation does not make a treatment useless",
            why("moncrieff2022", "no consistent evidence", "efficacy is a separate question"),
        ),
        (
            "A target fills within days, and relief comes weeks later. Relief does not tell what was wrong",
            toy(
                EIGHT,
                TARGET,
                lambda s: s.result.kind.nears(s.result.kind.filled) < 7 < s.result.kind.nears(s.result.kind.effect),
            ),
        ),
        (
            "Everybody has seen one and the same tablet do worse from step to step, and can say who is no longer there",
            holds(lambda: np.diff(at(medications=1).steps.success(SEARCH)).max() < 0),
        ),
        (
            "the second box does better than the first, and it is the same tablet",
            holds(lambda: (lambda steps: steps[1] > 2 * steps[0])(at(medications=1, patience=4).steps.success(SEARCH))),
        ),
        (
            "Who is in the room at step 4, and who has gone home? (Wait for both: people who got well, and people who stopped.)",
            holds(lambda: min(at().steps.ends(SEARCH)[:2]) > 10),
        ),
        (
            "All 21 antidepressants in one large review did better on average",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
        ),
        (
            "Success falls from step to step, and nearly as much with the same tablet. At every step somebody gets well",
            holds(lambda: abs(at().steps.success(SEARCH)[3] - at().steps.success(SAME)[3]) < 5),
        ),
        (
            "Twice the dose fills little more of the target, and bothers many more people",
            holds(lambda: at().filled(2.0) - at().filled(1.0) < 10 and at().bothered(2.0) - at().bothered(1.0) > 25),
        ),
    ),
]
