"""What lesson 13's words and sheet say of studies and of its model, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quoting import quotes, share, the_effect, toy, why
from toolkit.lessons.benefit_and_harm.people import review
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
            "about {} people took an SSRI for one more to improve than with a dummy pill; for one more to stop because of side "
            "effects it was {} to {}",
            worked(lambda: the_effect(ARROLL, "SSRI vs placebo", "RR").nnt),
            NEED_FEWEST,
            NEED_MOST,
        ),
        (
            "a side effect bothered {} of 100 people. Nobody was asked without it",
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
    from toolkit.lessons import lesson

    explorer = lesson(13).explorer()
    explorer.set(**values)
    return explorer.result


def against(plan):
    """The medication against another plan."""
    return at(otherwise=plan)


def wish_moves_who_stays():
    met, not_met = (at(wish=wish, week=26) for wish in ("met", "not met"))
    return met.taking > not_met.taking + 0.08 and abs(met.counts[0] - not_met.counts[0]) <= 30
