"""Lesson 02: what a treatment is compared with, in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, Entry
from toolkit.lessons.format import number
from toolkit.lessons.words import Words
from toolkit.model import DUMMY, MEDICATION, THERAPY, WAITING

from .people import DAY, GROUPS, WEEKS

WORDS = Words(__package__)
say = WORDS.say


def sentence(trial):
    """The picture in words."""
    return " ".join(told(trial))


def told(trial):
    """The same, sentence by sentence."""
    if (trial.tested, trial.compared) == (MEDICATION, DUMMY) and trial.lead >= 0 and np.isfinite(trial.share):
        rest = "share_and_rest" if trial.is_blind else "share_and_lead"
        yield say(rest, share=trial.share, lead=number(trial.lead))
    else:
        yield ahead(trial)
    falls = [say("fall", group=ARMS[group].label, fall=number(trial.fall(group))) for group in fallen(trial)]
    yield say("falls", week=trial.week, falls=", ".join(falls))
    both = [say("people", group=ARMS[group].label, people=trial.people(group)) for group in pair(trial)]
    yield say("halved_in", people=say("and").join(both))
    if trial.least > 0:
        yield say(
            "bad_day",
            least=trial.least,
            fall=number(trial.fall(WAITING)),
            fall_everybody=number(trial.fall(WAITING, trial.everybody)),
            lead=number(trial.lead),
            lead_everybody=number(trial.leads(trial.tested, trial.compared, trial.everybody)),
        )
    yield say("knows", tablet=trial.knows_tablet)


def pair(trial):
    """The group that is tested and the one it is compared with; one, where they are the same."""
    return dict.fromkeys((trial.tested, trial.compared))


def fallen(trial):
    """Groups whose falls are told: the two that are compared, and the one that waits."""
    return dict.fromkeys((trial.tested, trial.compared, WAITING))


def ahead(trial):
    """Which of the two groups is ahead, and by how much."""
    tested, compared = (WORDS.says("named")[group] for group in (trial.tested, trial.compared))
    if trial.tested == trial.compared:
        return say("same_group", group=tested)
    lead = number(trial.lead)
    words = "level" if float(lead) == 0 else "ahead" if float(lead) > 0 else "behind"
    return say(words, tested=tested, compared=compared, lead=lead.lstrip("-"))


def table(trial):
    """Mean score, fall and people of 100 whose symptoms have halved, by week and group."""
    columns = {say("column", group=group): trial.scores[group] for group in GROUPS}
    columns |= {say("fall_column", group=group): trial.scores[group][0] - trial.scores[group] for group in GROUPS}
    columns |= {say("halved_column", group=group): trial.halved[group] for group in GROUPS}
    return {say("week"): np.arange(WEEKS + 1), **columns}


def own(values):
    """Ledger entries of what is the lesson's own and not the model's."""
    return [
        Entry(say("own_day"), say("in_points", number=DAY)),
        Entry(say("own_lost"), say("in_percent", number=values["lost"])),
        Entry(say("own_kinder"), say("in_points", number=values["kinder"])),
        Entry(say("own_guess"), say("in_people", number=values["guess"])),
    ]


def draw_guess(share, trial):
    """The guess as the score that the dummy pill would have had."""
    height = trial.scores[MEDICATION][0] - share / 10 * trial.fall(MEDICATION)
    return explore.guess_line([0, trial.week], [height, height], (0.3, height - 1.1), hover="%{y:.1f}")


def compare_guess(_, trial):
    """What the picture shows in the guess's place."""
    return say("guessed", share=trial.share) if np.isfinite(trial.share) else ""


def tells_two_stories(run):
    """One trial of a therapy has a large lead and another, that differs in the comparison only, a small one."""
    for pinned in run.pinned:
        same = {**pinned.values, "compared": ""} == {**run.values, "compared": ""}
        small, large = sorted(trial.result.lead for trial in (pinned, run))
        if same and run.values["tested"] == THERAPY and small <= 2.5 and large >= 5:
            return True
    return False


def nobody_knows(run):
    """Nobody in any group knows what they get."""
    return not any(run.result.knows.values())


def looks_strong(run):
    """A therapy that teaches nothing is ahead all the same."""
    return run.values["tested"] == THERAPY and run.values["teaching"] == 0 and run.result.lead >= 3


def few_visits_do(run):
    """Six weeks of visits or fewer put the dummy pill ahead of waiting."""
    wanted = {"tested": DUMMY, "compared": WAITING, "seen": 1, "week": 12}
    asked = all(run.values[name] == value for name, value in wanted.items())
    return asked and run.values["visits"] <= 6 and run.result.lead >= 3.5


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (tells_two_stories, nobody_knows, looks_strong, few_visits_do),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
