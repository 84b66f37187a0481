"""What lesson 15 says of studies and of its clinic, and what holds it."""

import numpy as np

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import lead
from tests.meaning.quoting import across, quotes, share, toy, why

FIFTEEN = "15_year_in_the_clinic"


def here(read):
    """A slot filled by the clinic as it opens."""

    def fill():
        return read(opening())

    fill.fills = True
    return fill


def opening(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(15, **values)


def holds(check):
    """A ground that a check must pass."""

    def hold():
        assert check()

    return hold


def started(year, group):
    """People of 100 in a group who started therapy."""
    return 100 * np.isfinite(year.began)[year.groups[group]].mean()


STARTED, HALVED = here(lambda year: f"{year.started:.0f}"), here(lambda year: f"{year.halved:.0f}")


def spread_is_less_with_more():
    few, many = (np.std([opening(people=people, seed=seed).halved for seed in range(6)]) for people in (50, 500))
    return few > many


def untreated():
    return opening().responding[52, 0][~np.isfinite(opening().began)].mean()


QUOTES = [
    *quotes(
        FIFTEEN[:2],
        (
            "About {} of 100 were measurably better after 8 sessions, and {} after 26.",
            share("howard1986_dose", "psychotherapy, 8 sessions"),
            share("howard1986_dose", "psychotherapy, 26 sessions"),
        ),
        (
            'And "measurably better" is a low bar',
            why("howard1986_dose", "is a low bar", "Not randomised to dose"),
        ),
        (
            "{} of 100 people improved when more of them had full therapy from the start, and {} when care went "
            "step by step; the others did not",
            share("delgadillo2022_stratified", "stratified care", "reliable"),
            share("delgadillo2022_stratified", "stepped care", "reliable"),
            share("delgadillo2022_stratified", "stratified care", "reliable", turned=True),
            share("delgadillo2022_stratified", "stepped care", "reliable", turned=True),
        ),
        (
            "the odds of improving were {} times as high, and the data fit anything from {} to {} (1 would be no difference)",
            *lead("delgadillo2022_stratified", "stratified vs stepped", "OR"),
        ),
        (
            "after 8 / 26 sessions | {} / {} of 100 measurably better | ▲",
            share("howard1986_dose", "psychotherapy, 8 sessions"),
            share("howard1986_dose", "psychotherapy, 26 sessions"),
        ),
        (
            "after 1 / 12 sessions | {} / {} of 100 recovered | ◆ | people leave when they are well enough",
            share("barkham2006_gel", "1 session"),
            share("barkham2006_gel", "12 sessions"),
            why("barkham2006_gel", "people leave when they are well enough"),
        ),
        (
            "full therapy for more / step by step | {} / {} of 100 improved; odds × {} ({} to {})",
            share("delgadillo2022_stratified", "stratified care", "reliable"),
            share("delgadillo2022_stratified", "stepped care", "reliable"),
            *lead("delgadillo2022_stratified", "stratified vs stepped", "OR"),
        ),
        (
            "the other added, after partial / no response | {} / {} of 100 well",
            share("dunlop2019_sequential", "partial responders, either order"),
            share("dunlop2019_sequential", "non-responders, either order"),
        ),
        (
            "started any treatment within 90 days | {} of 100; {} where scores were high",
            share("waitzfelder2018_initiation", "newly diagnosed", "started any treatment"),
            share("waitzfelder2018_initiation", "PHQ-9"),
        ),
        (
            "of people with depression in the last year | {} of 100 had minimally adequate treatment",
            share("thornicroft2017_gap", "all with MDD", digits=1),
        ),
        (
            "came at least once | {} of 100 | ○ | anxiety; small",
            share("critschristoph2011_gad", "offered CBT"),
        ),
        ("started therapy / halved after the year | {} / {} of 100", STARTED, HALVED),
        (
            "Nearly everybody in the first third starts therapy, and nobody in the last third does",
            toy(
                FIFTEEN,
                "The list as it is",
                lambda s: started(s.result, "first on the list") > 90 and started(s.result, "last on the list") == 0,
            ),
        ),
        (
            "Now nobody in the least ill third starts. The number of people who have halved is the same here",
            across(
                FIFTEEN,
                OPENING,
                "Sickest first",
                lambda before, after: (
                    started(after.result, "least ill third") == 0 and before.result.halved == after.result.halved
                ),
            ),
        ),
        (
            "Many more people start, but among these 100 people no more have halved. With 1,000 people there is a "
            "lead of 5 of 100",
            across(
                FIFTEEN,
                OPENING,
                "Half as many for each",
                lambda before, after: (
                    after.result.started > before.result.started + 30 and after.result.halved <= before.result.halved
                ),
            ),
            holds(lambda: round(opening(people=1000, each=8).halved - opening(people=1000).halved) == 5),
        ),
        (
            "Of 100 people without therapy, about 70 have halved after the year here",
            holds(lambda: 0.65 < untreated() < 0.75),
        ),
        (
            "About 70 of 100 have halved after a year of waiting here",
            holds(lambda: 65 < 100 * opening().responding[52, 1].mean() < 75),
        ),
        (
            "in the English trial more therapy helped more people".replace("in the", "In the"),
            why("delgadillo2022_stratified", "More people got more therapy"),
        ),
        (
            "in one trial only a third did [critschristoph2011_gad]",
            why("critschristoph2011_gad", "only a third of those offered it took it up"),
        ),
    ),
    *quotes(
        "15 words",
        (
            "Sixteen sessions for whoever came first. Who is left out, and who has decided that",
            toy(FIFTEEN, "The list as it is", lambda s: (s.values["each"], s.values["order"]) == (16, "list")),
        ),
        (
            "The same sessions; now the sickest at entry are next. Who is left out now? And how many of 100 are "
            "better than before",
            toy(FIFTEEN, "Sickest first", lambda s: started(s.result, "sickest third") > 90),
        ),
        (
            "Eight sessions for each person. How many more start therapy? Are as many more better at the end",
            toy(FIFTEEN, "Half as many for each", lambda s: s.values["each"] == 8 and s.result.started > 80),
        ),
        (
            "People waiting for therapy have medication, with visits, until their first session. The list is as long as before",
            across(
                FIFTEEN,
                OPENING,
                "Medication while waiting",
                lambda before, after: before.result.started == after.result.started,
            ),
        ),
        (
            "Medication for all from the start; twelve sessions of therapy for people whose symptoms have not halved from week "
            "12 on, the sickest today first",
            toy(
                FIFTEEN,
                "Step by step",
                lambda s: (
                    s.result.medicated.mean() > 0.95
                    and s.values["each"] == 12
                    and s.result.began[np.isfinite(s.result.began)].min() >= 11
                ),
            ),
        ),
        (
            "With at most 600 sessions and no medication, let at least 95 of 100 people start therapy",
            holds(lambda: opening(each=6).started >= 95),
        ),
        (
            "Find a rule by which at least 60 of 100 start therapy in every one of the six groups at the bottom",
            holds(lambda: len(opening().groups) == 6 and opening().started < 60),
        ),
        (
            "Then no order can give every group more than about 50 of 100",
            holds(lambda: all(opening(order=order).started < 55 for order in ("list", "heavy", "light", "today"))),
        ),
        (
            "Only more sessions, or fewer for each, make the number larger",
            holds(
                lambda: (
                    opening(each=12).started > opening().started + 5
                    and opening(budget=800).started > opening().started + 5
                )
            ),
        ),
        (
            "Change nothing but the People number until at least 8 more or 8 fewer of 100 people have halved their symptoms",
            holds(lambda: abs(opening(seed=3).halved - opening().halved) >= 8),
        ),
        (
            "About half of everybody do start. But this rule does not spread the sessions: it gives them to one "
            "end of the list",
            holds(lambda: started(opening(), "first on the list") > 90),
        ),
        (
            "Their places go to the next on the list, in the middle of it",
            holds(lambda: 30 < started(opening(), "middle of the list") < 70),
        ),
        (
            "All of them are there from the first day. With more people there is less luck",
            holds(spread_is_less_with_more),
        ),
        (
            "One a week. Whoever leaves early makes room for the next",
            holds(lambda: opening().started > 600 / 16 + 5),
        ),
        (
            "Nobody decided against these 33 people; the rule did",
            holds(lambda: all(started(opening(seed=seed), "last on the list") == 0 for seed in range(6))),
        ),
        ("600 sessions are 37 full courses", holds(lambda: 600 // 16 == 37)),
        (
            "as some people leave early, about 50 start",
            holds(lambda: all(45 <= opening(seed=seed).started <= 55 for seed in range(6))),
        ),
        ("About half of everybody do start", holds(lambda: 45 <= opening().started <= 55)),
        (
            "600 sessions are 6 for each of 100 people. Now nearly everybody is seen",
            holds(lambda: opening(each=6).started > 95),
        ),
        (
            "In the model about 70 of 100 of the same people would have been better after a year of waiting",
            holds(lambda: 65 < 100 * opening().responding[52, 1].mean() < 75),
        ),
    ),
    *quotes(
        "15 sheet",
        (
            "First on the list first: nobody of the last third starts, and nobody decided it",
            holds(lambda: started(opening(), "last on the list") == 0),
        ),
        (
            "Another order changes who starts, and hardly how many are better",
            holds(lambda: abs(opening(order="heavy").halved - opening().halved) <= 2),
        ),
        (
            "Other people, the same rule: several of 100 more or fewer",
            holds(lambda: abs(opening(seed=3).halved - opening().halved) >= 5),
        ),
        (
            "Prescribers in the room may hear that medication shortens the list. It does not: the list is as "
            "long, and the wait is "
            "less empty",
            holds(lambda: opening(medication="waiting").started == opening().started),
        ),
        (
            "the least ill third, 100 of 100. And 77 are better, as before",
            holds(lambda: abs(opening(order="heavy").halved - opening().halved) <= 2),
        ),
        (
            "the trainer has sixty counters and gives six to each from the front. Count who has none",
            holds(lambda: 60 / 6 < 20),
        ),
        (
            "about {} of 100 were measurably better by 8 sessions and {} by 26",
            share("howard1986_dose", "psychotherapy, 8 sessions"),
            share("howard1986_dose", "psychotherapy, 26 sessions"),
        ),
        (
            "{} of 100 people improved where more of them had full therapy from the start, and {} of 100 step by step",
            share("delgadillo2022_stratified", "stratified care", "reliable"),
            share("delgadillo2022_stratified", "stepped care", "reliable"),
        ),
    ),
]
