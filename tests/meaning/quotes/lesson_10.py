"""What lesson 10 says of studies and of its model, and what holds it."""

import functools
import math

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import control_is, holds, sized
from tests.meaning.quotes.reading import SEVEN, relapsed
from tests.meaning.quoting import effect, ends, fills, people, quotes, share, text, the_arm, the_effect, toy, why
from toolkit.lessons.after_treatment_ends.people import PEOPLE
from toolkit.model import Model, Relapse, parameters, proportion

at = functools.partial(lived.at, 10)

WELL, ILL = (lambda value: 100 - value), (lambda value: value)


@fills
def here(name, turned=ILL, setting=OPENING):
    """People of 100 in a setting of the model, as the lesson writes them."""
    return f"{turned(settings(SEVEN)[setting].result.shares[name]):.0f}"


HOLLON = ("prior CT", "continued", "withdrawn to placebo")
"""Groups of hollon2005 in the order of the words: therapy over, medication kept, stopped."""
PART = 34.67
"""About a third of the 104 people of hollon2005."""


def ill(name, **values):
    """People of 100 who are ill again in a group, at some values."""
    return at(**values).shares[name]


def fitted_to():
    """The findings that the model's numbers were fitted to."""
    return {about["source"] for about in parameters().values() if about["tag"] == "fitted"}


def with_ends(id, arm, n):
    return share(id, arm), *ends(id, arm, n)


def of_older(id):
    """Both, medication, therapy, neither: four slots."""
    arms = {
        "reynolds1999": ("nortriptyline + IPT", "nortriptyline + clinic", "IPT + placebo", "placebo + clinic"),
        "reynolds2006": (
            *("paroxetine + psychotherapy", "paroxetine + clinical"),
            *("placebo + psychotherapy", "placebo + clinical"),
        ),
    }
    return tuple(share(id, arm) for arm in arms[id])


def apart(**values):
    """By how much more fall ill again after a stop without earlier therapy than with it, of 100."""
    return at(trial="derubeis2020_phase2", **values).more("stopped", "both ended")


def chance_leaves():
    """By how much each share of hollon2005 could be higher or lower, of 100, rounded."""
    shares = [the_arm("hollon2005", arm, "", None).value for arm in HOLLON]
    return [round(100 * abs(end - share)) for share in shares for end in proportion(share * PART, PART)[1:]]


def fades():
    """Half of the skill is gone after about two years; the effect follows the level within weeks."""
    usual = Model()
    assert 90 < math.log(2) / usual.skill.forgetting < 115
    assert usual.drug.delay_weeks < 4


def falls_early(shown):
    """More than half as much again is lost in the first half year as in the second."""
    start, middle, end = (shown.at("medication stopped (of 100 well)", week) for week in (0, 26, 52))
    return start - middle > 1.5 * (middle - end)


def stayed_well():
    """Seven in ten, about half, about one in four of hollon2005."""
    assert [round(1 - the_arm("hollon2005", arm, "", None).value, 2) for arm in HOLLON] == [0.69, 0.53, 0.24]


def hazard(burden=0.5, skill=0.0, effect=0.0):
    """The model's risk a week."""
    return float(
        Relapse().hazard(np.array([burden]), np.array([skill]), slice(None), np.array([effect]), slice(None))[0]
    )


def stress_multiplies():
    """Symptoms raise a high risk by as many times as a low one, so by more."""
    high, low = (hazard(burden=1.5, effect=e) / hazard(effect=e) for e in (0.0, 0.8))
    return math.isclose(high, low, rel_tol=1e-4) and hazard() > hazard(effect=0.8)


def blow_fades():
    assert (Model().stress.fading_weeks, Model().stress.buffer) == (3.0, 0.5)


QUOTES = [
    *quotes(
        "10",
        (
            "The study most often quoted for it is the one from lesson 01 [hollon2005]. Of 100 people who had got "
            "well, {} stayed well for a year with therapy over, {} with medication kept, and {} after a swap to dummy "
            "pills. How sure? The groups were small; therapy over and medication kept did not show a difference",
            *(share("hollon2005", arm, turned=True) for arm in HOLLON),
            holds(lambda: "hollon2005" in text("01")),
            why("hollon2005", "104 responders", "CT vs continuation P=.20", "12 months"),
        ),
        (
            "How much room chance leaves. In the first study there were about 35 people in each group, so each number "
            "could be some 15 higher or lower. After therapy fewer relapsed than after the stop. Between therapy and "
            "medication kept there were 16 of 100, and chance could do that",
            why(
                "hollon2005",
                "relapsed far less",
                "no more than patients who kept taking it",
                "CT vs continuation P=.20",
            ),
            holds(lambda: round(104 / 3) == 35 and 13 < np.mean(chance_leaves()) < 16),
            holds(lambda: int(share("hollon2005", HOLLON[1])()) - int(share("hollon2005", HOLLON[0])()) == 16),
        ),
        (
            "In the trial of the opening picture about one in four people whose medication was swapped for dummy "
            "pills stayed well all year. So did about half of the people who kept it, and about seven in ten after "
            "therapy",
            why("hollon2005", "withdrawn", "continued"),
            stayed_well,
        ),
        (
            "The study that speaks most clearly against it followed people well on medication, with therapy or "
            "without [derubeis2020_phase2]. Earlier therapy left no protection that could be seen; with medication "
            "kept, relapses came about half as fast. How sure? A small protection may have been missed",
            why("derubeis2020_phase2", "recovered on medication with or without CBT", "no detectable"),
            why("derubeis2020_phase2", "left no detectable protection", "roughly halved recurrence", against=True),
        ),
        (
            "104 people, depression, well after 16 weeks | therapy over / medication kept / stopped | {} ({} to {}) / "
            "{} ({} to {}) / {} ({} to {}) in a year; intervals are our sum from about 35 in each | ▲ | up to three "
            "later sessions allowed; only people who had got well",
            why("hollon2005", "104 responders", "Up to 3 booster", "Only responders continue"),
            holds(lambda: round(PART) == 35 and at().trial.well == 16),
            *(slot for arm in HOLLON for slot in with_ends("hollon2005", arm, PART)),
        ),
        (
            "506 people, 9 studies | therapy over / medication stopped | odds of staying well × {} ({} to {}) | ▲ | "
            "against medication kept it did not show a difference",
            why("cuijpers2013_enduring", "9 studies"),
            *sized("cuijpers2013_enduring", "discontinued"),
            why("cuijpers2013_enduring", "not significantly different from people who kept taking it", "506 patients"),
        ),
        (
            "people who had got well, depression | therapy over / medication stopped | fewer after therapy; people of "
            "100 not read | ▲ | only people who had got well",
            why(
                "dobson2008", "withdrawn from medication", "Treatment responders", "Responder-only", "major depression"
            ),
            why("dobson2008", "relapsed less over a year", "none recorded"),
        ),
        (
            "292 people recovered on medication, with or without therapy | earlier therapy / none | no protection "
            "seen; size not read | ▼ | perhaps the medication gets in the way; nobody knows",
            why(
                "derubeis2020_phase2",
                *("292 adults recovered on medication with or without CBT", "no detectable protection"),
                "cannot tell whether CBT lacks the effect or the drug interferes",
            ),
            holds(lambda: not toolkit.finding("derubeis2020_phase2").arms),
        ),
        (
            "158 people, medication with or without therapy | therapy over / none | protection gone after about {} "
            "years | ◆ | it had been there before",
            effect("paykel2005_decay"),
            why("paykel2005_decay", "158 patients", "faded slowly", "CBT + medication vs medication"),
        ),
        (
            "2,184 people, 23 trials | both / medication · therapy alone | after half a year and more, odds of a good "
            "outcome × {} ({} to {}) · did not show a difference | ◆ | against therapy alone the lead is not seen",
            why("karyotaki2016", "23 RCTs", "Six months or more", "beat antidepressant alone"),
            *sized("karyotaki2016", "acute"),
            why("karyotaki2016", "2,184", "did not differ from psychotherapy alone"),
        ),
        (
            "1,154 people in 19 studies | therapy / medication, a year or more after all treatment | risk of relapse "
            "× {} ({} to {}) | ▲ | small; both together were not better than therapy",
            *sized("front2024_enduring", "psychotherapy vs pharmacotherapy"),
            why("front2024_enduring", "19 RCTs", "One year or more after ALL treatment", "Small evidence base"),
            why("front2024_enduring", "not better than psychotherapy", "1,154"),
        ),
        (
            "150 people, panic disorder | a year after all treatment | the three groups were equal, and none had lost "
            "its gains | ▼ | after the medication was stopped, too",
            why(
                "vanapeldoorn2010",
                "a year after all treatment had been stopped",
                "no relapse penalty after the SSRI was stopped",
            ),
            why("vanapeldoorn2010", "the three were equal", "none lost its gains", "150 adults"),
        ),
        (
            "93 trials, anxiety | after treatment had stopped | gains held after medication as well | ▼ | within "
            "groups: time is in it",
            why(
                "bandelow2018_enduring",
                "After treatment for anxiety had stopped",
                "Change within arms",
                "natural recovery",
            ),
            why("bandelow2018_enduring", "gains held after medication too", "93 RCTs", against=True),
        ),
        (
            "102 people, social anxiety | therapy / both | {} / {} of 100 were well a year later | ◆ | about 25 in "
            "each group; from the clinic that made the therapy",
            share("nordahl2016_sad", "cognitive therapy"),
            why("nordahl2016_sad", "social anxiety disorder", "one centre of the therapy developers", "12 months"),
            share("nordahl2016_sad", "cognitive therapy + paroxetine"),
            why("nordahl2016_sad", "102 adults", "About 25 per arm"),
        ),
        (
            "4,410 people, 31 trials | kept / stopped | {} / {} | ▲ | withdrawal may be counted as relapse; more "
            "people left on medication",
            share("geddes2003", "continued"),
            share("geddes2003", "switched"),
            why(
                "geddes2003",
                "withdrawal effects may be counted as relapse",
                "4,410",
                "More people left treatment on drug",
                "31 trials",
            ),
        ),
        (
            "478 people well on medication for long | kept / stopped | {} ({} to {}) / {} ({} to {}) in a year "
            "(intervals: our sum) | ▲ | {} of 100 who stopped stayed well; the model was fitted to it",
            holds(lambda: "lewis2021_antler" in fitted_to() and 238 + 240 == 478),
            why("lewis2021_antler", "478", "long-term antidepressant users who felt well"),
            *with_ends("lewis2021_antler", "maintenance", 238),
            *with_ends("lewis2021_antler", "discontinuation", 240),
            share("lewis2021_antler", "discontinuation", turned=True),
        ),
        (
            "as above | kept / stopped | rate × {} ({} to {}) after medication, {} ({} to {}) after both | ▲ | no "
            "people of 100 read",
            holds(lambda: not toolkit.finding("derubeis2020_phase2").arms),
            *sized("derubeis2020_phase2", "after drug alone"),
            *sized("derubeis2020_phase2", "after combined"),
        ),
        (
            "about 1,500 people, four trials | kept / stopped | most people stayed well on either; the medication "
            "made a relapse modestly less likely | ▼ | read in a news item; groups made by a model",
            why("gueorguieva2017_trajectories", "About 1,500", "four", "news item", "Model-based groups"),
            why("gueorguieva2017_trajectories", "most people stayed well", "only modestly less likely", against=True),
        ),
        (
            "the model | 1,000 simulated, as it opens | therapy over / kept / stopped | {} / {} / {} in a year | | "
            "fitted to other trials, not to hollon2005",
            holds(lambda: PEOPLE == 1000 and fitted_to() and "hollon2005" not in fitted_to()),
            here("therapy"),
            here("kept"),
            here("stopped"),
        ),
        (
            "289 people on medication | with therapy / alone | {} / {} in two years | ▲ | read in reports, not in the "
            "paper",
            share("bockting2018_drd", "preventive CT + antidepressant"),
            share("bockting2018_drd", "antidepressant alone"),
            why(
                "bockting2018_drd",
                "289 people",
                "news reports",
                "not the abstract",
                "Over two years",
                "on antidepressants",
            ),
        ),
        (
            "158 people not quite well | with therapy / alone | {} / {} in 68 weeks | ▲ | counts symptoms that stayed "
            "as well",
            why("paykel1999_relapse", "158 adults with partial remission", "relapse or persistent symptoms"),
            share("paykel1999_relapse", "CBT + drug", "relapse", 68),
            share("paykel1999_relapse", "drug + clinical management", "relapse", 68),
        ),
        (
            "1,559 people, 11 trials | therapy and medication / medication | risk × {} ({} to {}) | ▲ | the 15 in 100 "
            "fewer are of those who would have relapsed",
            holds(lambda: round(100 * (1 - the_effect("breedvelt2020", "+ antidepressant vs", "RR").value)) == 15),
            why("breedvelt2020", "lowered relapse risk by about 15%", "RR of relapse"),
            *sized("breedvelt2020", "+ antidepressant vs"),
            why("breedvelt2020", "1,559", "11 trials"),
        ),
        (
            "107 people over 59, well after both | both / medication / monthly therapy / neither | {} / {} / {} / {} "
            "in three years | ◆ | both against medication was only a trend (P = .06)",
            *of_older("reynolds1999"),
            why(
                "reynolds1999",
                "P = .06",
                "107 recovered",
                "over-59s",
                "monthly interpersonal",
                "responding to BOTH treatments",
            ),
        ),
        (
            "116 people of 70 and over | both / medication / monthly therapy / neither | {} / {} / {} / {} in two "
            "years | ▼ | {} to {} people in a group",
            *of_older("reynolds2006"),
            people("reynolds2006", "placebo + clinical"),
            people("reynolds2006", "placebo + psychotherapy"),
            why("reynolds2006", "added nothing", "116 randomised", "aged 70+", "monthly interpersonal", against=True),
        ),
        (
            "52 people | with therapy / without | did not show a difference; size not read | ▼ | very small: cannot "
            "rule out a benefit",
            why("petersen2007_cbt_relapse", "added CBT", "very small"),
            why("petersen2007_cbt_relapse", "did not significantly lower", "cannot rule out a benefit", "52 people"),
        ),
        (
            "157 people, panic disorder, well after therapy | monthly sessions / none | {} / {} in 21 months | ▲ | "
            "going on, not what lasts",
            share("white2013_panic_maintenance_cbt", "maintenance"),
            share("white2013_panic_maintenance_cbt", "assessment"),
            why(
                "white2013_panic_maintenance_cbt", "21 months", "79 randomised", "78 to assessment", "responded to CBT"
            ),
        ),
        (
            "people recovered from depression | specialist care / everybody | {} / {} within 15 years | ○ | clinics "
            "see the people who come back",
            why(
                "hardeveld2010_recurrence",
                "recovered from major depression",
                "The clinic sees the people who come back",
            ),
            share("hardeveld2010_recurrence", "specialised care", week=783),
            share("hardeveld2010_recurrence", "general population"),
        ),
        (
            "It misses the best-known trial. In the first trial [hollon2005], {} and {} of 100 were ill again after a "
            "stop and with medication kept; here it is {} and {}. After therapy they agree, at {}. The model was "
            "fitted to other trials",
            holds(lambda: fitted_to() and "hollon2005" not in fitted_to()),
            holds(lambda: share("hollon2005", HOLLON[0])() == here("therapy")()),
            share("hollon2005", HOLLON[2]),
            share("hollon2005", HOLLON[1]),
            here("stopped"),
            here("kept"),
            here("therapy"),
        ),
        (
            "With one trial [derubeis2020_phase2] the model disagrees. Here earlier therapy protects people whose "
            "medication is stopped: {} of 100 are ill again with it and {} without. The trial saw no such protection. "
            "Skills depend on the medication brings them nearer; it is a guess",
            here("both ended", setting="Well after both"),
            here("stopped", setting="Well after both"),
            why("derubeis2020_phase2", "no detectable protection"),
            holds(lambda: apart(state=1.0) < apart() - 5),
            holds(lambda: parameters()["state_dependence.strength"]["tag"] == "teaching"),
        ),
        (
            "Over 59 [reynolds1999], {} of 100 are ill again here with both over, and {} were published; with both "
            "kept {}, and {} were published. In people of 70 and over, therapy that goes on helps a little here, and "
            "the trial did not show that",
            holds(
                lambda: all(
                    2 < at(trial="reynolds2006").more(*two) < 8
                    for two in (("kept", "both kept"), ("both ended", "therapy kept"))
                )
            ),
            why("reynolds2006", "monthly interpersonal therapy added nothing", "70 and older"),
            here("both ended", setting="Over 59"),
            share("reynolds1999", "placebo + clinic"),
            here("both kept", setting="Over 59"),
            share("reynolds1999", "nortriptyline + IPT"),
        ),
        (
            "Well after 16 weeks. Therapy that is over and medication that is kept stay together. The curve of the "
            "people whose medication was stopped falls faster in the first half year than in the second: people who "
            "would relapse soon have done so",
            toy(SEVEN, "Well after 16 weeks", falls_early),
            toy(SEVEN, "Well after 16 weeks", lambda s: abs(relapsed(s)["therapy"] - relapsed(s)["kept"]) < 4),
        ),
        (
            "A year on medication. The trial and the model agree about the stop. With medication kept, fewer fall ill "
            "again here than in the trial",
            toy(
                SEVEN,
                "A year on medication",
                lambda s: (
                    abs(relapsed(s)["stopped"] - s.result.trial.relapsed["stopped"][0]) < 6
                    and relapsed(s)["kept"] < s.result.trial.relapsed["kept"][0] - 4
                ),
            ),
        ),
        (
            "Well after both. Here the model lets earlier therapy protect. The trial did not see that. Try Skills "
            "depend on the medication (under More)",
            control_is(10, "state", label="Skills depend on the medication", more=True),
            toy(
                SEVEN,
                "Well after both",
                lambda s: relapsed(s)["both ended"] < relapsed(s)["stopped"] - 10,
            ),
            why("derubeis2020_phase2", "left no detectable protection"),
        ),
        (
            "Something hard. It costs the people most whose medication was stopped: their risk is the highest, and "
            "stress multiplies it. It costs people after therapy least, because in the model skills keep part of the "
            "stress away",
            toy(
                SEVEN,
                "Something hard",
                lambda s: sorted(s.result.cost, key=s.result.cost.get) == ["therapy", "kept", "stopped"],
            ),
            toy(SEVEN, OPENING, lambda s: max(relapsed(s), key=relapsed(s).get) == "stopped"),
            holds(stress_multiplies),
            blow_fades,
        ),
        (
            "Over 59. The order of the groups is the published one. With both over, too few are ill again here; with "
            "both kept, too many",
            toy(
                SEVEN,
                "Over 59",
                lambda s: (
                    sorted(relapsed(s), key=relapsed(s).get)
                    == sorted(relapsed(s), key=lambda name: s.result.trial.relapsed[name][0])
                    and relapsed(s)["both ended"] < s.result.trial.relapsed["both ended"][0]
                    and relapsed(s)["both kept"] > s.result.trial.relapsed["both kept"][0]
                ),
            ),
        ),
        (
            "A hard event adds a blow that fades as $e^{{-t/3}}$, $t$ in weeks; full skill halves it. "
            "`toolkit.explore.source(toolkit.model.Relapse.hazard)` shows the code",
            blow_fades,
            holds(lambda: Relapse.hazard.__name__ == "hazard"),
        ),
    ),
]
