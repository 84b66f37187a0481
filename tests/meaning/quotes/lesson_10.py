"""What lesson 10 says of studies and of its model, and what holds it."""

import math

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import SEVEN, relapsed
from tests.meaning.quoting import effect, ends, fills, people, quotes, share, the_arm, the_effect, toy, why
from toolkit.model import Model

WELL, ILL = (lambda value: 100 - value), (lambda value: value)


@fills
def here(name, turned=ILL, setting=OPENING):
    """People of 100 in a setting of the model, as the lesson writes them."""
    from tests.meaning.lived import settings

    return f"{turned(settings(SEVEN)[setting].result.shares[name]):.0f}"


@fills
def interval(id, comparison, measure, end, digits=2):
    """One end of an effect's interval."""
    return f"{the_effect(id, comparison, measure).ci[end]:.{digits}f}"


def sized(id, comparison, measure=""):
    """An effect and both ends of its interval: three slots."""
    return effect(id, comparison, measure, digits=2), *(interval(id, comparison, measure, end) for end in (0, 1))


HOLLON = ("prior CT", "continued", "withdrawn to placebo")
"""Groups of hollon2005 in the order of the words: therapy over, medication kept, stopped."""
PART = 34.67
"""About a third of the 104 people of hollon2005."""


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


def blow_fades():
    assert (Model().stress.fading_weeks, Model().stress.buffer) == (3.0, 0.5)


QUOTES = [
    *quotes(
        "10",
        (
            "Of 100 people who had got well, {} stayed well for a year with therapy over, {} with medication "
            "kept, and {} after "
            "a swap to dummy pills",
            *(share("hollon2005", arm, turned=True) for arm in HOLLON),
        ),
        (
            "After therapy fewer relapsed than after the stop. Between therapy and medication kept there were 16 "
            "of 100, and chance could do that",
            why(
                "hollon2005",
                "relapsed far less",
                "no more than patients who kept taking it",
                "CT vs continuation P=.20",
            ),
        ),
        (
            "about one in four people whose medication was swapped for dummy pills stayed well all year. So did about half of "
            "the people who kept it, and about seven in ten after therapy",
            why("hollon2005", "withdrawn", "continued"),
            stayed_well,
        ),
        (
            "Earlier therapy left no protection that could be seen; with medication kept, relapses came about half as fast",
            why("derubeis2020_phase2", "left no detectable protection", "roughly halved recurrence", against=True),
        ),
        (
            "31 (18 to 47) / 47 (32 to 63) / 76 (60 to 87) in a year",
            why("hollon2005", "104 responders", "<=3 boosters"),
        ),
        (
            "{} ({} to {}) / {} ({} to {}) / {} ({} to {}) in a year",
            *(slot for arm in HOLLON for slot in with_ends("hollon2005", arm, PART)),
        ),
        (
            "therapy over / medication stopped | odds of staying well × {} ({} to {}) | ▲ | against medication kept it did "
            "not show a difference",
            *sized("cuijpers2013_enduring", "discontinued"),
            why("cuijpers2013_enduring", "not significantly different from people who kept taking it", "506 patients"),
        ),
        (
            "fewer after therapy; people of 100 not read",
            why("dobson2008", "relapsed less over a year", "none recorded"),
        ),
        (
            "protection gone after about {} years",
            effect("paykel2005_decay"),
            why("paykel2005_decay", "158 patients", "faded slowly"),
        ),
        (
            "odds of a good outcome × {} ({} to {}) · did not show a difference",
            *sized("karyotaki2016", "acute"),
            why("karyotaki2016", "2,184", "did not differ from psychotherapy alone"),
        ),
        (
            "risk of relapse × {} ({} to {}) | ▲ | small; both together were not better than therapy",
            *sized("front2024_enduring", "psychotherapy vs pharmacotherapy"),
            why("front2024_enduring", "not better than psychotherapy", "1,154"),
        ),
        (
            "the three groups were equal, and none had lost its gains",
            why("vanapeldoorn2010", "the three were equal", "none lost its gains", "150 adults"),
        ),
        (
            "gains held after medication as well",
            why("bandelow2018_enduring", "gains held after medication too", "93 RCTs", against=True),
        ),
        (
            "{} / {} of 100 were well a year later",
            share("nordahl2016_sad", "cognitive therapy"),
            share("nordahl2016_sad", "cognitive therapy + paroxetine"),
            why("nordahl2016_sad", "102 adults", "About 25 per arm"),
        ),
        (
            "kept / stopped | {} / {} | ▲ | withdrawal may be counted as relapse; more people left on medication",
            share("geddes2003", "continued"),
            share("geddes2003", "switched"),
            why(
                "geddes2003",
                "withdrawal effects may be counted as relapse",
                "4,410",
                "More people left treatment on drug",
            ),
        ),
        (
            "kept / stopped | {} ({} to {}) / {} ({} to {}) in a year (intervals: our sum) | ▲ | {} of 100 who "
            "stopped stayed well",
            *with_ends("lewis2021_antler", "maintenance", 238),
            *with_ends("lewis2021_antler", "discontinuation", 240),
            share("lewis2021_antler", "discontinuation", turned=True),
        ),
        (
            "rate × {} ({} to {}) after medication, {} ({} to {}) after both",
            *sized("derubeis2020_phase2", "after drug alone"),
            *sized("derubeis2020_phase2", "after combined"),
        ),
        (
            "most people stayed well on either; the medication made a relapse modestly less likely",
            why("gueorguieva2017_trajectories", "most people stayed well", "only modestly less likely", against=True),
        ),
        (
            "therapy over / kept / stopped | {} / {} / {} in a year",
            here("therapy"),
            here("kept"),
            here("stopped"),
        ),
        (
            "with therapy / alone | {} / {} in two years",
            share("bockting2018_drd", "preventive CT + antidepressant"),
            share("bockting2018_drd", "antidepressant alone"),
            why("bockting2018_drd", "289 people", "news reports"),
        ),
        (
            "with therapy / alone | {} / {} in 68 weeks",
            share("paykel1999_relapse", "CBT + drug", "relapse", 68),
            share("paykel1999_relapse", "drug + clinical management", "relapse", 68),
        ),
        (
            "therapy and medication / medication | risk × {} ({} to {})",
            *sized("breedvelt2020", "+ antidepressant vs"),
            why("breedvelt2020", "1,559", "11 trials"),
        ),
        (
            "{} / {} / {} / {} in three years | ◆ | both against medication was only a trend (P = .06)",
            *of_older("reynolds1999"),
            why("reynolds1999", "P = .06", "107 recovered"),
        ),
        (
            "{} / {} / {} / {} in two years | ▼ | {} to {} people in a group",
            *of_older("reynolds2006"),
            people("reynolds2006", "placebo + clinical"),
            people("reynolds2006", "placebo + psychotherapy"),
            why("reynolds2006", "added nothing", against=True),
        ),
        (
            "did not show a difference; size not read | ▼ | very small: cannot rule out a benefit",
            why("petersen2007_cbt_relapse", "did not significantly lower", "cannot rule out a benefit", "52 people"),
        ),
        (
            "monthly sessions / none | {} / {} in 21 months",
            share("white2013_panic_maintenance_cbt", "maintenance"),
            share("white2013_panic_maintenance_cbt", "assessment"),
            why("white2013_panic_maintenance_cbt", "21 months", "79 randomised", "78 to assessment"),
        ),
        (
            "specialist care / everybody | {} / {} within 15 years",
            share("hardeveld2010_recurrence", "specialised care", week=783),
            share("hardeveld2010_recurrence", "general population"),
        ),
        (
            "In the first trial [hollon2005], {} and {} of 100 were ill again after a stop and with medication "
            "kept; here it is {} "
            "and {}. After therapy they agree, at {}",
            share("hollon2005", HOLLON[2]),
            share("hollon2005", HOLLON[1]),
            here("stopped"),
            here("kept"),
            here("therapy"),
        ),
        (
            "{} of 100 are ill again with it and {} without",
            here("both ended", setting="Well after both"),
            here("stopped", setting="Well after both"),
        ),
        (
            "{} of 100 are ill again here with both over, and {} were published; with both kept {}, and {} were published",
            here("both ended", setting="Over 59"),
            share("reynolds1999", "placebo + clinic"),
            here("both kept", setting="Over 59"),
            share("reynolds1999", "nortriptyline + IPT"),
        ),
        (
            "The curve of the people whose medication was stopped falls faster in the first half year than in the second",
            toy(SEVEN, OPENING, falls_early),
        ),
        (
            "The trial and the model agree about the stop. With medication kept, fewer fall ill again here than in the trial",
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
            "Here the model lets earlier therapy protect. The trial did not see that",
            toy(
                SEVEN,
                "Well after both",
                lambda s: relapsed(s)["both ended"] < relapsed(s)["stopped"] - 10,
            ),
            why("derubeis2020_phase2", "left no detectable protection"),
        ),
        (
            "It costs the people most whose medication was stopped",
            toy(SEVEN, "Something hard", lambda s: max(s.result.cost, key=s.result.cost.get) == "stopped"),
        ),
        (
            "The order of the groups is the published one. With both over, too few are ill again here; with both "
            "kept, too many",
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
            "A hard event adds a blow that fades as $e^{{-t/3}}$, $t$ in weeks; full skill halves it",
            blow_fades,
        ),
    ),
]
