"""What lesson 13's words and sheet say of studies and of its model, and what holds it."""

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quoting import quotes, share, the_effect, toy, why
from toolkit.lessons.benefit_and_harm.people import GIVEN, RECORDS, SESSIONS, WEEKS, count, price, review
from toolkit.model import DUMMY, WAITING

from .lesson_13 import (
    AFTER,
    ANYWAY,
    ARROLL,
    BECAUSE,
    BOTHERED,
    GOT_WORSE,
    HU,
    IMPROVED,
    MORE_OF_100,
    NEED_FEWEST,
    NEED_MOST,
    NEITHER,
    THIS,
    WITHOUT,
    WORSE,
    suicidal,
    worked,
)

QUOTES = [
    *quotes(
        f"{THIS[:2]} words",
        ("and in {} of them the symptoms at least halve", IMPROVED),
        (
            "In the model that would have been enough for about {} of them. For about {} it would not",
            ANYWAY,
            BECAUSE,
        ),
        (
            "Of the {} who improved, about {} would have done so with the dummy pill as well, and about {} would not",
            IMPROVED,
            ANYWAY,
            BECAUSE,
        ),
        (
            "About {} would have improved with either tablet, about {} only with the medication, and {} have not improved yet",
            ANYWAY,
            BECAUSE,
            NEITHER,
        ),
        (
            "about {} of 100 here. In general practice it was about {} more of 100 with an SSRI",
            BECAUSE,
            MORE_OF_100,
        ),
        ("As it opens, about {} of 100 people improve only with the medication", BECAUSE),
        (
            "about {} of 100 people got worse in therapy and {} did not. Without therapy about {} got worse (our sum). Even after "
            "a dummy pill, {} of 100 reported symptoms on stopping",
            GOT_WORSE,
            share(WORSE, "psychotherapy", turned=True),
            WITHOUT,
            share(AFTER, "stopping placebo", "any"),
        ),
        (
            "Many more stayed, and hardly more improved",
            toy(THIS, OPENING, lambda _: wish_moves_who_stays()),
        ),
        (
            "Not one person on the medication has changed. The other life has: before, it held visits and the hope of a real "
            "tablet",
            toy(THIS, OPENING, lambda shown: shown.result.counts[0] == against(WAITING).counts[0]),
        ),
    ),
    *quotes(
        f"{THIS[:2]} sheet",
        (
            "about {} more of 1,000 had suicidal thoughts or attempts reported (the data fit {} fewer to {} more), and about {} "
            "more improved",
            suicidal(),
            suicidal(0),
            suicidal(1),
            worked(lambda: 1000 * review()[1].value),
        ),
        ("{} grey, {} with a diamond, {} open", ANYWAY, BECAUSE, NEITHER),
        (
            "about one more of every {} people improved with an SSRI than with a dummy pill; one more of every {} "
            "to {} stopped because of side effects",
            worked(lambda: the_effect(ARROLL, "SSRI vs placebo", "RR").nnt),
            NEED_FEWEST,
            NEED_MOST,
        ),
        (
            "a side effect bothered {} of 100 people. Nobody was asked who did not take one",
            BOTHERED,
            why(HU, "no placebo group"),
        ),
        (
            "the diamonds double, though nobody on the medication has changed",
            toy(
                THIS, OPENING, lambda shown: against(WAITING).kinds()["because"] > 2 * against(DUMMY).kinds()["because"]
            ),
        ),
    ),
]


def at(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(13, **values)


def against(plan):
    """The medication against another plan."""
    return at(otherwise=plan)


def wish_moves_who_stays():
    met, not_met = (at(wish=wish, week=26) for wish in ("met", "not met"))
    return met.taking > not_met.taking + 0.08 and abs(met.counts[0] - not_met.counts[0]) <= 30


def holds(check):
    """A ground that a check must pass."""

    def hold():
        assert check()

    return hold


def nobody_on_the_medication_changes():
    return against(WAITING).counts[0] == against(DUMMY).counts[0]


def doubled():
    return against(WAITING).kinds()["because"] > 2 * against(DUMMY).kinds()["because"]


def none_is_free():
    counts = [[count(cost, plan) for cost in RECORDS] for plan in GIVEN]
    return len(RECORDS) == 7 and all(share is None or share > 0 for row in counts for share in row)


def grown_most():
    soon, late = at().kinds(), at(week=52).kinds()
    return max(soon, key=lambda kind: late[kind] - soon[kind]) == "anyway"


def decide(**values):
    decision = at(cost="bothered", **values)
    return decision.accepts(values.get("pavel", 2)) != decision.accepts(values.get("ines", 2))


def behind_the_symptoms():
    return at(benefit="everyday life").counts[0] < at().counts[0] / 2


QUOTES += [
    *quotes(
        f"{THIS[:2]} words",
        (
            "How many people does a treatment help who would not have improved without it, and what does it cost all of them",
            holds(lambda: at().kinds()["because"] > 0 and at().price["free"] < 1),
        ),
        ("Tablets and visits go on all year; therapy ends in week 16", holds(lambda: (WEEKS, SESSIONS) == (52, 16))),
        ("It follows the symptoms some weeks later", holds(behind_the_symptoms)),
        ("whose symptoms have halved, and whose life has not followed yet", holds(behind_the_symptoms)),
        ("Which kind of people has grown most, and what did they live through until then", holds(grown_most)),
        (
            "Plan 1 is therapy; plan 2 adds a medication. The cost is a side effect that bothers",
            toy(
                THIS,
                "A second treatment",
                lambda s: (s.result.otherwise, s.result.chosen, s.result.cost) == ("therapy", "both", "bothered"),
            ),
        ),
        (
            "Nobody on the medication has to change. “Would have improved anyway” is about another life",
            holds(nobody_on_the_medication_changes),
        ),
        (
            "now it holds time alone. So visits and hope are counted for the medication as well",
            holds(lambda: not GIVEN[WAITING] and "visits" in GIVEN[DUMMY]),
        ),
        (
            "all seven costs have been counted, and every count is 0. Where nobody counted, the words say so. That is not a 0",
            holds(none_is_free),
        ),
        ("No plan here costs nothing, and doing nothing has a price as well", holds(none_is_free)),
        (
            "Then move what one of them accepts, and only that one, until the two decide differently",
            holds(lambda: decide(pavel=6) and decide(ines=6) and not decide()),
        ),
        (
            "At least 8 more of 100 people are still taking it in one of them. How many more have improved there",
            holds(wish_moves_who_stays),
        ),
        (
            "in the model a wish changes who stays, and nothing besides. In one trial it was like that. A review of many studies "
            "saw slightly better results as well",
            why("dunlop2017_predict", "made people stay but not remit more"),
            why("swift2018_preference", "did slightly better"),
        ),
        (
            "nobody could feel it otherwise. But each of them also had 12 weeks, a doctor who asked, and hope",
            holds(lambda: "visits" in GIVEN[DUMMY]),
        ),
        ("Here they carry more than half", holds(lambda: at().kinds()["anyway"] > at().kinds()["because"])),
        (
            "42 people look just like her, and 30 of them would have improved under plan 1 too",
            holds(lambda: 30 + 12 == 42),
        ),
        ("For 12 of the 42 it made the difference", holds(lambda: 42 - 30 == 12)),
        (
            "45 − 25 = 20 more of 100, and 100 ÷ 20 = 5. The number belongs to this comparison",
            holds(lambda: 100 / (45 - 25) == 5),
        ),
        ("9 − 5 = 4 more of 100, and 100 ÷ 4 = 25", holds(lambda: 100 / (9 - 5) == 25)),
        (
            "Always both squares together. What is rare needs more people",
            toy(THIS, "1,000 young people", lambda s: s.result.of == 1000 and s.result.price["added"] < 0.01),
        ),
    ),
    *quotes(
        f"{THIS[:2]} sheet",
        (
            "Anyway means with visits and a dummy pill, not without help",
            toy(THIS, OPENING, lambda s: s.result.otherwise == DUMMY and "visits" in GIVEN[DUMMY]),
        ),
        ("Against waiting, about twice as many improve here because of the medication", holds(doubled)),
        (
            "makes twice as many diamonds, though nobody on the medication changes",
            holds(lambda: doubled() and nobody_on_the_medication_changes()),
        ),
        (
            "Somebody turns 13 of the grey ones into diamonds: what has been changed",
            holds(lambda: abs(100 * (against(DUMMY).kinds()["anyway"] - against(WAITING).kinds()["anyway"]) - 13) < 1),
        ),
        (
            "No plan here costs nothing: some people get worse in therapy, and more do without it",
            holds(lambda: 0 < count("worse", "therapy") < count("worse", WAITING)),
        ),
        ("nobody was asked without it, so it may add anything up to {}", BOTHERED),
        (
            "People can turn more of 100 into a number needed, and have seen two people decide differently with the same numbers",
            holds(lambda: decide(pavel=6)),
        ),
        (
            "which of the seven costs has nothing to compare with",
            holds(lambda: any("alone" in price(cost, "medication") for cost in RECORDS)),
        ),
    ),
]
