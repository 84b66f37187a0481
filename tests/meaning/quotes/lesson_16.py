"""What lesson 16 says of studies and of its model, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.activities import counted
from tests.meaning.quotes.reading import TWELVE
from tests.meaning.quoting import across, effect, fills, people, quotes, share, toy, why
from toolkit.evidence import finding
from toolkit.lessons.how_would_we_know import worlds


@fills
def added_up():
    """Remission in social anxiety in week 12, were the gains of medication and therapy added up, of 100 people."""
    arms = {
        arm.name: arm.value
        for arm in finding("blanco2010_sad").arms
        if arm.outcome.startswith("remission") and arm.time_weeks == 12
    }
    return f"{100 * (arms['group CBT'] + arms['phenelzine'] - arms['placebo']):.0f}"


def printed(shown):
    """What is heard, on average, over the truth."""
    trial = shown.result
    return trial.again[0][trial.heard].mean() / trial.truth(trial.weights)


def linked_in_every_world():
    """Whether people who learned more improved more in each of the three worlds."""
    return all(worlds.run(world, "end", "therapy", 400, 1).linked > 0.4 for world in worlds.WORLDS)


def possible(measured, assigned):
    """The worlds that such a trial of 400 leaves, {the world that it is: the others that could be, too}."""
    return {world: set(worlds.run(world, measured, assigned, 400, 1).possible) for world in worlds.WORLDS}


def looking_leaves_two():
    """Whether measuring early leaves the third thing possible wherever skills carry, and tells relief first apart."""
    left = possible("early", "therapy")
    return left["carries"] == left["third"] == {"carries", "third"} and left["follows"] == {"follows"}


def practice_leaves_one():
    """Whether looking early and extra practice at random leave each world alone."""
    return all(left == {world} for world, left in possible("early", "practice").items())


def choosing_flatters():
    """Whether therapy is further ahead where the keener people choose it, in each world."""
    chosen, drawn = (
        [
            worlds.run(world, "early", assigned, 400, 1).lead(worlds.THERAPY, worlds.WAITING)[0]
            for world in worlds.WORLDS
        ]
        for assigned in ("nothing", "therapy")
    )
    return all(one > other + 1 for one, other in zip(chosen, drawn, strict=True))


QUOTES = [
    *quotes(
        "16",
        (
            "After 12 weeks {} of 100 were well with both, and {} were not; with the parts added up it would be {} (our sum)",
            share("blanco2010_sad", "combined", "remission", 12),
            share("blanco2010_sad", "combined", "remission", 12, turned=True),
            added_up(),
        ),
        (
            "there were about 30 people in each group, so chance could do that",
            why("blanco2010_sad", "27+34+35+32", "not distinguishable from additive"),
        ),
        (
            "four groups of about 300 people with alcohol dependence [combine2006]. Both together were not shown to be better than "
            "either",
            why("combine2006", "together was no better than either", against=True),
        ),
        (
            "well in week 12: {} / {} / {} / {} of 100",
            *(share("blanco2010_sad", arm, "remission", 12) for arm in ("combined", "phenelzine", "CBT", "placebo")),
        ),
        (
            "days without alcohol: {} / {} / {} / {} of 100",
            *(
                share("combine2006", arm, "days")
                for arm in (
                    "naltrexone + CBI",
                    "naltrexone + medical management",
                    "CBI + placebo + medical management",
                    "placebo + medical management",
                )
            ),
        ),
        (
            "improved: {} / {} / {} / {} of 100",
            share("walkup2008_cams", "sertraline + CBT"),
            *(share("walkup2008_cams", arm) for arm in ("CBT", "sertraline", "placebo")),
        ),
        (
            "correcting for unpublished trials lowers the effects of antidepressants by about a third, and supposes the same for "
            "therapy",
            why("hollon2015_editorial", "lowered estimated drug effects by about a third", "similar bias inferred"),
        ),
        (
            "All 21 antidepressants did better than a dummy pill on average, in a review of 522 trials",
            why("cipriani2018", "All 21 antidepressants beat placebo on average", "522 double-blind RCTs"),
        ),
        (
            "35 studies looked for the steps by which therapy for depression works, and none settles which change causes which",
            why("lemmens2016_mediators", "none settles which change causes which"),
        ),
        (
            "Various procedures change thinking, and studies often do not show that thinking changed first",
            why("lorenzoluaces2015_cognitive", "Studies often fail to show that the thinking changed first"),
        ),
        (
            "reported that severe, not chronic depression gained most from both. It was retracted and replaced after counting "
            "errors, and the difference between groups was no longer significant",
            why(
                "hollon2014_RETRACTED_REPLACED",
                "severe, non-chronic",
                "because of counting errors",
                "lost significance",
            ),
        ),
        (
            "show a benefit or none, depending on what is assumed of the people who were not seen again; 69 of 100 were not",
            why("raise2022_5yr", "Only 31% seen at 5 years"),
        ),
        (
            "In teenagers both together led in week 12, and in week 36 all three groups were above 80 of 100",
            why("tads2007", "all three active arms had response rates above 80%", "early lead"),
        ),
        (
            "responded: {} / {} of 100 | ○ | usual care, and people knew",
            share("cobalt2013", "CBT + usual care", "response"),
            share("cobalt2013", "usual care", "response"),
        ),
        (
            "{} adults, chronic depression | therapy added / medication tended with care",
            people("kocsis2009_revamp", "all three arms", "remission"),
            why("kocsis2009_revamp", "actively changed medication", against=True),
        ),
        (
            "responded: {} / {} of 100 | ○ | attention matched",
            share("safren2010_adhd", "medication + CBT", "CGI"),
            share("safren2010_adhd", "medication + relaxation", "CGI"),
        ),
        ("exposure / stress management", why("simpson2008_ocd", "stress management")),
        (
            "CBT / dummy pill | lead {} standard deviations",
            effect("furukawa2017_cbt_severity"),
        ),
        (
            "waiting lists and unpublished trials make it larger",
            why("papola2026_severity", "inflated by waiting-list controls and publication bias"),
        ),
        (
            "responded: {} / {} / {} of 100 | ○ | no dummy pill",
            *(share("keller2000", arm, "response") for arm in ("combined", "nefazodone", "CBASP psychotherapy")),
        ),
        (
            "recovered: {} / {} of 100",
            share("nordahl2016_sad", "cognitive therapy"),
            share("nordahl2016_sad", "cognitive therapy + paroxetine"),
        ),
        (
            "An overlapping team could not repeat that gain",
            why("kocsis2009_revamp", "COUNTER-EXAMPLE to keller2000, by an overlapping team"),
        ),
        (
            "In social anxiety therapy alone did better a year later than both",
            why("nordahl2016_sad", "alone left more people recovered a year later", against=True),
        ),
        (
            "About four in ten such trials find the benefit. The others are run just as honestly",
            toy(TWELVE, "Sixty in each group", lambda s: 0.35 < s.result.significant.mean() < 0.45),
        ),
        (
            "The interval is wider than anything that synergy could be",
            toy(
                TWELVE,
                "The same sixty, four groups",
                lambda s: (
                    (lambda e: e.high - e.low)(s.result.estimate(s.result.weights))
                    > 5 * abs(s.result.truth(s.result.weights))
                ),
            ),
        ),
        (
            "Small trials that find something show more than twice the truth",
            toy(TWELVE, "Only the winners are heard", lambda s: 2 < printed(s) < 3.5),
        ),
        (
            "About one lab in twenty finds something all the same",
            toy(TWELVE, "Nothing to find", lambda s: 0.03 < s.result.significant.mean() < 0.08),
        ),
        (
            "More than half of the gain is gone, and it takes about five times as many people",
            across(
                TWELVE,
                "A fairer comparison",
                OPENING,
                lambda fair, plain: (
                    0.4 < fair.result.truth(fair.result.weights) / plain.result.truth(plain.result.weights) < 0.5
                    and 4 < fair.result.needed / plain.result.needed < 6
                ),
            ),
        ),
    ),
    *quotes(
        "16 sheet",
        (
            "looks like synergy, in social anxiety. Its groups were small, and its result cannot be told from adding up",
            why("blanco2010_sad", "not distinguishable from additive", "Small arms", against=False),
        ),
        (
            "with large groups, both together were not shown to do better than either",
            why("combine2006", "together was no better than either", against=True),
        ),
        (
            "A trial of sixty in each group finds the benefit about four times in ten",
            toy(TWELVE, OPENING, lambda s: 0.35 < s.result.significant.mean() < 0.45),
        ),
        (
            "Where only winners are heard, the reported effect is too large, though nobody has lied",
            toy(TWELVE, "Only the winners are heard", lambda s: printed(s) > 2),
        ),
        (
            "that is why it takes tens of thousands",
            toy(TWELVE, "The same sixty, four groups", lambda s: s.result.needed > 20_000),
        ),
        (
            "All 21 antidepressants did better than a dummy pill on average",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
        ),
        (
            "Call out a number, and I type it at People number. Who finds it? (Wait for about four in ten.)",
            toy(TWELVE, OPENING, lambda s: 0.35 < s.result.significant.mean() < 0.45),
        ),
        (
            "why a benefit takes a hundred or two and synergy takes tens of thousands, and who is not heard of",
            toy(TWELVE, OPENING, lambda s: 100 < s.result.needed < 250),
        ),
        (
            "A benefit can be shown with a hundred or two in each group, and that is what people need",
            toy(TWELVE, OPENING, lambda s: 100 < s.result.needed < 250),
        ),
        (
            "Everybody has seen an honest trial miss a benefit that is there, and honest labs report far too much",
            toy(TWELVE, "Only the winners are heard", lambda s: printed(s) > 2 and s.result.significant.mean() < 0.3),
        ),
    ),
    *quotes(
        "16 words",
        (
            "It cannot be done by looking, with however many people. If a third thing moves the skills first and the symptoms "
            "later, all that you see is the same",
            counted(looking_leaves_two),
        ),
        (
            "You looked early, so you know which moved first. And chance gave extra practice to some people, so you know what "
            "happens to symptoms when only the skills are changed. Both together tell the three worlds apart",
            counted(practice_leaves_one),
        ),
        ("Two of the worlds look the same, however early you measure", counted(looking_leaves_two)),
        ("but people chose, so a part of it may be who they are", counted(choosing_flatters)),
        ("Skills are measured once, at the end. People who learned more improved more", counted(linked_in_every_world)),
        (
            "about 170 people in each group are enough to show, 8 times in 10, that both together do better than medication",
            toy(TWELVE, OPENING, lambda s: "about 170 people in each group" in s.sentence),
        ),
        (
            "200 people in each group are 3,200 sessions, if everybody comes",
            toy(TWELVE, OPENING, lambda s: float(s.result.power(200)) > 0.8 and 200 * 16 == 3200),
        ),
        (
            "with 60 in each group most labs would have missed a benefit that is there",
            toy(TWELVE, OPENING, lambda s: float(s.result.power(60)) < 0.5),
        ),
        (
            "Each lab ran an honest trial, and a few of them were lucky",
            toy(TWELVE, "Nothing to find", lambda s: np.abs(s.result.again[0].mean()) < 0.1),
        ),
        (
            "It cannot be done here. What both do beyond the sum is a small difference, and it carries the luck of four groups",
            toy(TWELVE, "The same sixty, four groups", lambda s: float(s.result.power(100)) < 0.1),
        ),
    ),
]
