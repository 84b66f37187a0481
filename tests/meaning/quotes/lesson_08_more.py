"""What lesson 08's notebook says of studies, of its own limits and at its end, and what holds it."""

import numpy as np

import toolkit
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import (
    also,
    fitted,
    holds,
    interval,
    last_lines,
    sides,
    sides_are_as_drawn,
    sized,
    tasks_are,
)
from tests.meaning.quotes.reading import EIGHT
from tests.meaning.quoting import effect, quotes, share, told, why
from toolkit.lessons.finding_the_right_medication.people import BOTHERS, MEASURED, SAME, SEARCH

from .lesson_08 import (
    LESSON,
    TRIAL,
    a_new_medication_starts_the_risk_afresh,
    at,
    changes,
    game,
    here,
    rounded,
    star,
    stops_by_chance_or_side_effects,
    success,
    total,
    well,
)

THEORY = share("stard2006", "cumulative, theoretical")


def halved(way):
    return share("guo2015_mbc", way, "response")


def apart_by_measuring():
    """24 more of 100 in the trial, and 1 here."""
    trial = toolkit.finding("guo2015_mbc")
    ways = [trial.arm(way, "response").value for way in ("measurement-based care", "standard care")]
    here = rounded(at().halved(MEASURED)) - rounded(at().halved(1.0))
    return (round(100 * (ways[0] - ways[1])), here) == (24, 1)


def fitted_to_the_survey():
    """What bothers is set so that as many are bothered at the usual dose as in the survey, and the ledger says so."""
    [entry] = [entry for entry in LESSON.own(LESSON.opening) if entry.tag == "fitted"]
    asked = toolkit.finding("hu2004_sideeffects")
    as_many = abs(at().bothered() - 100 * asked.arm("SSRI starters", "bothersome side effect").value) < 2
    return as_many and entry.source == asked.citation and entry.value.startswith(f"{BOTHERS:g}")


def open_squares_are_the_model():
    """And they follow the picture above, where what was published does not."""
    opening, other = (settings(EIGHT)[name].studies_chart["data"] for name in (OPENING, TRIAL))
    marks = {trace["name"]: trace["marker"]["symbol"] for trace in opening if trace.get("marker")}
    assert marks == {"published": "circle", "the model, as set above": "square-open"}
    moved = {one["name"] for one, two in zip(opening, other, strict=True) if not np.array_equal(one["x"], two["x"])}
    assert moved == {"the model, as set above"}


def none_against_it_is_marked_for_it():
    return all(mark != "▲" for id, mark in sides(8).items() if toolkit.finding(id).counter_evidence)


QUOTES = [
    *quotes(
        "08",
        (
            "The claim, in one line. Keep trying: two in three get well by the fourth medication",
            why("stard2006", "THE 67% IS A THEORETICAL NUMBER", "step 4: remission"),
            holds(lambda: 0.66 < toolkit.finding("stard2006").arm("cumulative, theoretical").value < 0.68),
        ),
        (
            "The study most often quoted for it is a large trial, STAR\\*D [stard2006]. Of 100 people at each step, {}, "
            "{}, {} and {} got well. Multiplied, that makes {} of 100. > > How sure? The {} assumes that nobody leaves. "
            "There was no dummy pill, and nobody simply kept the first medication",
            *(star(step) for step in range(1, 5)),
            THEORY,
            THEORY,
            why(
                "stard2006",
                "exactly the product rule with no dropout",
                "assumes nobody leaves",
                "no placebo arm",
                "Sequenced",
                against=False,
            ),
        ),
        (
            "The study that speaks most clearly against it counted the same trial again [pigott2023]: of 100 people who "
            "began, {} got well. > > How sure? The quarrel is open, because the first team says that {} people were "
            "wrongly left out",
            share("pigott2023", "cumulative, reanalysis"),
            told("pigott2023", r"dropped (\d+) patients"),
            why("pigott2023", "original protocol", "Live controversy", "4,041 enrolled", against=True),
        ),
        (
            "Put together. People got well at every step, although nobody knows whether the change did it",
            why("stard2006", "no placebo arm"),
            holds(lambda: all(toolkit.finding("stard2006").arm(f"step {step}").value > 0.1 for step in range(1, 5))),
        ),
        (
            "What would settle it. People who are not well after the first step get a new medication or the old one, at "
            "random, in boxes that look alike. Everybody is followed, above all those who leave",
            # What the model compares: a new one and the old one, for the same people, and where those who left are counted.
            holds(lambda: at().steps.course.arms[:2] == (SEARCH, SAME) and at().steps.ends(SEARCH)[1] > 30),
            why("stard2006", "partly randomised open-label", "no placebo arm"),
        ),
        (
            "All studies, in a picture. ▲ for, ▼ against this claim, ○ background. Open squares are the model, and follow the "
            "picture above",
            open_squares_are_the_model,
        ),
        (
            "(▲ for, ▼ against this claim, ◆ mixed, ○ background)",
            lambda: sides_are_as_drawn(8),
            holds(none_against_it_is_marked_for_it),
        ),
        (
            "| stard2006 | {} adults at step 1, {} at step 4 | one medication after another | {}, {}, {}, {} of 100 well "
            "at steps 1 to 4; {} multiplied | ▲ | open, no dummy pill; relapse was commoner the more steps had been needed "
            "|",
            told("stard2006", r"([\d,]+) at step 1"),
            told("stard2006", r"down to (\d+) at step 4"),
            *(star(step) for step in range(1, 5)),
            THEORY,
            why("stard2006", "open-label", "no placebo arm", "relapse was commoner the more steps had been needed"),
        ),
        (
            "| pigott2023 | the same trial, {} people | counted again | {} of 100 well | ▼ | read in the reply of the "
            "original team, which disputes it |",
            told("pigott2023", r"([\d,]+) enrolled"),
            share("pigott2023", "cumulative, reanalysis"),
            why("pigott2023", "read in the rebuttal letter", "the original team says the reanalysis wrongly"),
        ),
        (
            "| the model | 1,000 simulated, as it opens | a new one / the same one | {}, {}, {}, {} / {}, {}, {}, {} of "
            "100; {} multiplied, {} counted (a new one) | | last steps higher than in the trial |",
            *(well(life, step) for life in (SEARCH, SAME) for step in range(1, 5)),
            total("if nobody left"),
            total("counted"),
            holds(lambda: min(success()[2:] - [13.7, 13.0]) > 0 and at().steps.course.cohort.size == 1000),
        ),
        (
            "| devries2019_early | 6,058 people on an antidepressant, 30 trials | expected not to respond after two weeks "
            "/ everybody | respond by week 6: {} / {} of 100; by week 12: {} / {} | ◆ | speaks for waiting; part of it "
            "would have come with time |",
            share("devries2019_early", "predicted", week=6),
            share("devries2019_early", "everyone", week=6),
            share("devries2019_early", "predicted", week=12),
            share("devries2019_early", "everyone", week=12),
            why(
                "devries2019_early",
                "6,058 people on antidepressants and 2,184 on placebo in 30 trials",
                "No improvement by week 2 is a weak reason to give up",
                "natural recovery",
            ),
        ),
        (
            "| cipriani2018 | {} adults, 522 trials | 21 antidepressants / dummy pill | all 21 did better on average, and "
            "differed modestly from each other | ○ | about one try, not about changing |",
            told("cipriani2018", r"([\d,]+) adults"),
            why(
                "cipriani2018",
                "522 double-blind",
                "All 21 antidepressants beat placebo on average; they differ modestly",
                "Network meta-analysis, 8 weeks",
            ),
        ),
        (
            "| jakobsen2017_ssri | 27,422 adults, 131 trials | SSRI (a common kind of antidepressant) / dummy pill | {} "
            "points lower ({} to {}) | ○ | all trials at high risk of bias; the model was fitted to it |",
            effect("jakobsen2017_ssri", digits=1),
            interval("jakobsen2017_ssri", "SSRI", "Hamilton", 0, True, 1),
            interval("jakobsen2017_ssri", "SSRI", "Hamilton", 1, True, 1),
            why(
                "jakobsen2017_ssri", "131 trials, 27,422", "all trials were at high risk of bias", "SSRIs beat placebo"
            ),
            fitted("jakobsen2017_ssri", "drug.strength"),
        ),
        (
            "| munkholm2020_variance | 61,144 adults, 222 trials | spread of scores, antidepressant / dummy pill | ratio "
            "{} ({} to {}) | ◆ | no sign that the right one helps some people very much; does not rule it out |",
            *sized("munkholm2020_variance", "end scores", "variability"),
            why(
                "munkholm2020_variance",
                "61,144",
                "222 trials",
                "hidden groups who gain much; it does not exclude them",
                against=True,
            ),
        ),
        (
            "| furukawa2019_dose | {} adults, 77 studies | higher / lower fixed doses | benefit rises, then is flat or "
            "falling; more and more people leave because of side effects | ○ | fixed doses are not a clinic's titration |",
            told("furukawa2019_dose", r"([\d,]+) participants"),
            why(
                "furukawa2019_dose",
                "77 studies",
                "flat or falling",
                "dropout for side effects keeps climbing",
                "Fixed doses differ from clinical titration",
            ),
        ),
        (
            "| meyer2004_sert | {} people | brain scans on five antidepressants | lowest usual dose fills {} to {} % of "
            "the target | ○ | a full target is not yet a benefit |",
            told("meyer2004_sert", r"(\d+) subjects"),
            share("meyer2004_sert", "low end"),
            share("meyer2004_sert", "high end"),
            why("meyer2004_sert", "five antidepressants", "PET", "Occupancy is not the same as benefit"),
        ),
        (
            "| guo2015_mbc | {} people, one clinic | measured / usual care, the same two medications | halved by week 24: "
            "{} / {} of 100 | ○ | unusually large; measured care also meant higher doses |",
            told("guo2015_mbc", r"(\d+) outpatients"),
            halved("measurement-based care"),
            halved("standard care"),
            why("guo2015_mbc", "the same two drugs", "Single site, unusually large", "higher doses", "RCT, 24 weeks"),
        ),
        (
            "| the model | as it opens, week 24 | measured / one usual dose | {} / {} of 100 | | 1 apart, and not 24 |",
            here(lambda care: f"{care.halved(MEASURED):.0f}"),
            here(lambda care: f"{care.halved(1.0):.0f}"),
            holds(apart_by_measuring),
        ),
        (
            "| posternak2007_visits | 41 trials | one more visit / none | {} points further fall, with a dummy pill too | "
            "○ | visits not assigned at random |",
            effect("posternak2007_visits", "week 3", "HRSD"),
            why("posternak2007_visits", "41 double-blind", "even on placebo", "not randomised visit frequency"),
        ),
        (
            "| hu2004_sideeffects | 401 people, three months | everybody on an SSRI | {} of 100 had a bothersome side "
            "effect, {} had no bothersome one | ○ | read from a list, no comparison group; the model was fitted to it |",
            share("hu2004_sideeffects", "SSRI starters", "bothersome side"),
            share("hu2004_sideeffects", "SSRI starters", "bothersome side", turned=True),
            why(
                "hu2004_sideeffects",
                "401 patients",
                "About three months into an SSRI",
                "Prompted checklist",
                "no placebo group",
            ),
            holds(fitted_to_the_survey),
        ),
        (
            "| serretti2009_sexual | asked directly | antidepressants that raise them, lowest / highest | {} / {} of 100 "
            "had new sexual problems | ○ | six others did not differ from a dummy pill; open studies push it up |",
            share("serretti2009_sexual", "lowest"),
            share("serretti2009_sexual", "highest"),
            why(
                "serretti2009_sexual",
                "asked directly",
                "No difference from placebo for agomelatine, amineptine, bupropion, moclobemide, mirtazapine, nefazodone",
                "Open-label studies and different scales push rates up",
            ),
        ),
        (
            "| arroll2009_primarycare | 2,283 adults, 14 trials, some of tricyclics | SSRI / dummy pill | for one "
            "more who stops because of "
            "side effects, {} to {} take it | ○ | read in a summary |",
            effect("arroll2009_primarycare", "SSRI", "lowest"),
            effect("arroll2009_primarycare", "SSRI", "highest"),
            why("arroll2009_primarycare", "2,283 adults", "14 trials", "Read in an evidence summary"),
            why("arroll2009_primarycare", "for one more to stop because of side effects"),
        ),
        (
            "| taylor2006_onset | 5,872 adults, 28 trials | SSRI / dummy pill, week 1 | halved: ratio {} ({} to {}) | ○ | "
            "a start within a week; few people so far |",
            *sized("taylor2006_onset", "SSRI", "week 1"),
            why("taylor2006_onset", "28 RCTs, 5,872", "small in absolute terms", "already by the end of week one"),
        ),
        (
            "| harmer2009 | review | how emotional information is read | turns more positive well before mood changes | ○ "
            "| a model of why relief comes late |",
            why("harmer2009", "toward the positive well before mood changes", "Narrative review / model"),
        ),
        (
            "| moncrieff2022 | 17 reviews or large studies | serotonin in depression | no consistent evidence that it is "
            "lowered | ◆ | says little about whether medications work |",
            why(
                "moncrieff2022",
                "17 reviews or large studies",
                "no consistent evidence that depression goes with lowered serotonin",
                "Says little about whether SSRIs WORK",
            ),
        ),
        (
            "| jauhar2023_reply | some thirty researchers | reply to the row above | serotonin is involved | ◆ | "
            "“involved” is less than “a lack” |",
            why(
                "jauhar2023_reply",
                "Thirty-odd researchers",
                "Comment on moncrieff2022",
                "do point to serotonin",
                "'Implicated' is less than 'lack of serotonin",
                against=True,
            ),
        ),
        (
            "| halflife_methylphenidate | a stimulant | half of it gone | after {} to {} hours | ○ | drug guides; slow "
            "forms differ |",
            effect("halflife_methylphenidate", "methylphenidate", "low"),
            effect("halflife_methylphenidate", "methylphenidate", "high"),
            why("halflife_methylphenidate", "Drug guide", "Extended-release forms differ"),
        ),
        (
            "| halflives_ssri_table | antidepressants | half of it gone | differs more than tenfold | ○ | a table |",
            why("halflives_ssri_table", "half-lives differ more than tenfold between antidepressants", "review table"),
        ),
        (
            "| halflife_lithium | a mood stabiliser | half of it gone | after {} to {} hours, longer with long use | ○ | "
            "reference pages |",
            effect("halflife_lithium", "lithium", "low"),
            effect("halflife_lithium", "lithium", "high"),
            why("halflife_lithium", "longer with long-term use", "Reference pages"),
        ),
        (
            "| marks1993_alprazolam | 154 people, panic | calming drug added to exposure | helped slightly while taken; "
            "worse after it was tapered | ○ | a high dose; criticised |",
            why(
                "marks1993_alprazolam",
                "154 patients",
                "In panic",
                "to exposure helped slightly while taken but harmed outcome after",
                "high-dose",
                "criticism",
            ),
        ),
        (
            "Measuring hardly helps here, and in a trial it helped much. There, 24 more of 100 halved their symptoms with "
            "measured care [guo2015_mbc]; here it is 1, and it costs: {} of 100 are bothered by side effects in week 13, "
            "and {} on one usual dose. The model lacks something that measuring does, or the small trial was lucky, or both",
            here(lambda care: f"{care.bothered(MEASURED):.0f}"),
            here(lambda care: f"{care.bothered(1.0):.0f}"),
            holds(apart_by_measuring),
            why("guo2015_mbc", "Single site, unusually large effect"),
        ),
        (
            "Real steps fall more steeply. In the trial, steps 3 and 4 helped {} and {} of 100; here, in As in a large "
            "trial, {} and {}. We chose the strength, the stopping and how far people differ so that the first two come "
            "near",
            star(3),
            star(4),
            well(SEARCH, 3, strength=1.4, leaving=0.07),
            well(SEARCH, 4, strength=1.4, leaving=0.07),
            holds(lambda: abs(success(strength=1.4, leaving=0.07)[:2] - [36.8, 30.6]).max() < 3),
        ),
        (
            "Nobody stops because it does not help, or because they are well. Here people stop by chance or because of "
            "side effects. Real people stop for all four reasons, and that is the heart of the quarrel about {} and {}",
            THEORY,
            share("pigott2023", "cumulative, reanalysis"),
            stops_by_chance_or_side_effects,
        ),
        (
            "A new medication makes people stop more easily here, because each starts that risk afresh. So {} of 100 are "
            "counted well with a new medication, and {} with the same one. That is our doing, and no reason to stay with a "
            "medication that does not help",
            total("counted"),
            here(lambda care: f"{care.steps.ends(SAME)[0]:.0f}"),
            a_new_medication_starts_the_risk_afresh,
        ),
        (
            "Side effects are fitted to one survey without a comparison group [hu2004_sideeffects]. Some of those troubles "
            "would be there anyway. With a dummy pill the model has none",
            why("hu2004_sideeffects", "no placebo group: many would occur anyway"),
            holds(fitted_to_the_survey, lambda: at().bothered(0.0) == 0),
        ),
        (
            "Kinds of medication are sketches. The stimulant and the calming drug borrow the antidepressant's size of "
            "effect. A stimulant that is gone in the evening cannot be seen in days. Nothing here says which kind is right "
            "for what",
            holds(
                lambda: not any("drug.strength" in changes(kind) for kind in ("stimulant", "calming drug")),
                lambda: changes("stimulant")["drug.half_life_days"] < 0.5,
                lambda: set(np.diff(at(show="kind").kind.days)) == {1},
            ),
        ),
        (
            "Interactions are in the game only, as one rule of ours: a second tablet doubles what a dose does. Real ones "
            "go in all directions, with food, other illnesses and pregnancy as well. No study of them is in our records",
            holds(lambda: set(game(*["stay"] * 6).acts / 0.5) == {1.0, 2.0}),
            also("claims", "Of interactions there is no study here"),
        ),
        (
            "Nobody here takes two medications together to add their effects, and no effect wears off",
            holds(
                lambda: game("stay", "switch").medication.tolist() == [0] * 4 + [1] * 20,
                lambda: np.diff(at(show="kind").kind.effect[:57]).min() > 0,
            ),
        ),
        (
            "Five short tasks. No code is needed; for two of them a calculator helps",
            tasks_are(8, 5),
            holds(
                lambda: [task["kind"] for task in LESSON.said_tasks].count("calculate") == 2,
            ),
        ),
        *last_lines(8),
    ),
]
