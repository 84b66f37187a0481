"""Lesson 07: what a link between trust and recovery says, and the chain from staying on to an effect."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.lessons.studies import panel_rows
from toolkit.lessons.words import Words
from toolkit.model import BOTH, MEDICATION, TRUST_WORLDS

from .people import AS_THEY_WERE, CLEARLY, GIVEN, GROUPS, LESS, MORE, SESSIONS, USUAL, WEEKS

WORDS = Words(__package__)
say = WORDS.say


def sentence(seen):
    """The picture in words."""
    return " ".join(told_of_recovery(seen) if seen.show == "recovery" else told_of_staying(seen))


def told_of_recovery(seen):
    """What giving more trust did, then how close the link is."""
    gain, counts = seen.gain, {"given": seen.people(GIVEN), "as_was": seen.people(AS_THEY_WERE)}
    words = "gave_none" if gain == 0 else "gave_more" if gain > 0 else "gave_fewer"
    yield say(words, gain=abs(gain), **counts)
    yield say("link", week=seen.week, more=seen.people(MORE), less=seen.people(LESS))
    yield say("correlates", correlation=signed(seen.correlation), pairs=seen.pairs)


def signed(value):
    """A correlation with two digits and a true minus, never minus zero."""
    return f"{round(float(value), 2) + 0.0:.2f}".replace("-", "−")


def told_of_staying(seen):
    """Who still takes it, and what each link loses."""
    yield say(
        "stays",
        week=seen.week,
        alone=seen.still(MEDICATION, seen.week),
        tied=seen.still(BOTH, seen.week),
        trusting=seen.still(BOTH, seen.week, given=True),
    )
    stopping, target, missed = seen.lost
    yield say("arrives", left=seen.chain[-1], stopping=stopping, target=target, missed=missed)
    yield say("fills", filled=100 * seen.occupied, every=100 * seen.drug.occupancy(1.0))


def table(seen):
    """Who still takes the medication and who has improved clearly, week by week."""
    stays = {say("still_alone"): seen.still(MEDICATION), say("still_with"): seen.still(BOTH)}
    stays[say("still_given")] = seen.still(BOTH, given=True)
    named = WORDS.says("groups")
    improved = {say("improved_column", group=named[group]): seen.improved[group] for group in GROUPS}
    return {say("week"): np.arange(WEEKS + 1), **stays, **improved}


def own(values):
    """Ledger entries of what is the lesson's own and not the model's."""
    world, follows = TRUST_WORLDS[values["arrow"]], ("fitted", finding("fluckiger2018").citation)
    borne = USUAL.side_effects * values["side_effects"]
    return [
        explore.Entry(say("own_trust"), say("of_1", number=USUAL.alliance)),
        explore.Entry(say("own_extra"), say("of_1", number=values["extra"])),
        explore.Entry(say("own_clearly"), say("in_points", number=CLEARLY)),
        explore.Entry(say("own_borne"), say("of_borne", number=borne)),
        explore.Entry(say("own_missed"), say("in_percent", number=values["missed"])),
        explore.Entry(say("own_follows"), say("as_correlation", number=world.follows), *follows),
    ]


def studies_sentence(seen):
    """The studies and the model in words."""
    trust, odds, stay = ([row.published for row in panel_rows(panel, seen)] for panel in WORDS.table["studies"])
    month, half_year, kept, eased = stay
    return say(
        "studies",
        therapy=trust[0][""][0],
        medication=trust[1][""][0],
        model=signed(seen.correlation),
        alone=month["medication"][0],
        tied=month["both"][0],
        model_alone=seen.still(MEDICATION, 4),
        model_tied=seen.still(BOTH, 4),
        three=odds[0][""][0],
        twelve=odds[1][""][0],
        odds=seen.odds_ratio,
        half_year=half_year["all"][0],
        kept=kept["all"][0],
        eased=eased["all"][0],
    )


def draw_guess(more, seen):
    """The guess as the height up to which people given more trust would be filled, were it so."""
    if seen.show != "recovery" or not np.isfinite(more):
        return []
    height = (seen.people(AS_THEY_WERE) + more) / 10 - 0.5
    return explore.guess_line([-0.5, 9.5], [height, height], (9.9, height + 0.5), hover=say("guess_hover"), panel=2)


def compare_guess(_, seen):
    """What the picture shows in the guess's place."""
    return say("guessed", gain=seen.gain) if seen.show == "recovery" else ""


def loses_its_link(run):
    """Where trust does nothing, it is asked so early that the two halves come out alike."""
    asked = run.values["show"] == "recovery" and run.values["arrow"] == "follows" and run.values["week"] == SESSIONS
    return asked and abs(run.result.link) <= 7


def helps_where_trust_does_nothing(run):
    """Extra trust helps five more of a hundred in the world in which trust follows."""
    return run.values["arrow"] == "follows" and run.result.gain >= 5


def loses_more_by_days(run):
    """Missed days lose more of the effect than stopping does."""
    return run.values["show"] == "staying" and run.result.lost[2] > run.result.lost[0]


def keeps_its_target(run):
    """As many days are missed, and the target is nearly as full as with none missed."""
    return run.values["show"] == "staying" and run.values["missed"] == 30 and run.result.occupied >= 0.72


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (loses_its_link, helps_where_trust_does_nothing, keeps_its_target, loses_more_by_days),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
