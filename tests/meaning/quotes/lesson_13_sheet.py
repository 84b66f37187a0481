"""What lesson 13's run sheet says, and what holds it."""

import re

from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import also, holds, missions
from tests.meaning.quotes.lesson_13 import (
    ANYWAY,
    ARROLL,
    BECAUSE,
    BOTHERED,
    HU,
    LESSON,
    NEED_FEWEST,
    NEED_MOST,
    NEITHER,
    SAFE,
    THIS,
    YOUNG,
    at,
    kind,
    suicidal,
    worked,
)
from tests.meaning.quoting import quotes, the_effect, toy, why
from toolkit.lessons.benefit_and_harm.lesson import counted
from toolkit.lessons.benefit_and_harm.people import GIVEN, RECORDS, count, price, review
from toolkit.lessons.sheets import sheets
from toolkit.model import DUMMY, THERAPY, WAITING

from .lesson_13_more import of_1000
from .lesson_13_words import (
    against,
    decide,
    doubled,
    grown_most,
    nobody_on_the_medication_changes,
    none_is_free,
    reached,
    right,
)


def points():
    """The points of the two shorter sessions."""
    return (name for names in sheets()[THIS]["points"].values() for name in names)


QUOTES = [
    *quotes(
        f"{THIS[:2]} sheet",
        (
            "home | Numbers say what is at stake. What it is worth, you say. |",
            also("13", "## Take away Numbers say what is at stake"),
            holds(lambda: right(5).startswith("Show what each plan may bring and cost; the weighing is theirs")),
        ),
        (
            "Everybody has asked once: would have improved anyway, under which plan? |",
            holds(lambda: reached(0, otherwise=WAITING)),
            also("13 words", "Anyway, compared with what", "ask under which plan"),
        ),
        (
            """
            People can turn more of 100 into a number needed, and have seen two people decide differently with the same
            numbers. |""",
            holds(lambda: decide(pavel=6) and right(2) == 100 / (45 - 25)),
        ),
        (
            """
            People can say which of the seven costs has nothing to compare with, and have a list of questions of their own. |""",
            holds(lambda: sum("alone" in price(cost, "medication") for cost in RECORDS) == 2),
            also("13", "### Your own questions To copy or to print"),
        ),
        (
            """
            points | 20 | One plan, one price | 45 | One plan, one price | A year later | A second treatment | late | A year
            later | early | Same numbers, two right answers |""",
            holds(lambda: {*points()} <= {preset.name for preset in LESSON.presets}),
            holds(lambda: "Same numbers, two right answers" in [mission.name for mission in missions(13)]),
        ),
        (
            "nobody. {} of 100 are diamonds, {} are discs, and both kinds feel the same. |",
            BECAUSE,
            ANYWAY,
            toy(THIS, "One plan, one price", lambda s: s.values == LESSON.opening),
        ),
        (
            """
            A year later | those who improve under both plans, {} of 100. It may have taken them months, and the picture does
            not show that. |""",
            kind("anyway", "A year later"),
            holds(grown_most),
        ),
        (
            "{} of 100 are not halfway back yet, under either plan. |",
            kind("neither", "Everyday life"),
            toy(THIS, "Everyday life", lambda s: s.result.kinds()["otherwise"] == 0),
        ),
        (
            "A second treatment | {} of 100. And no: nobody was asked without it, so it may add anything up to {}. |",
            kind("because", "A second treatment"),
            BOTHERED,
            why(HU, "no placebo group"),
        ),
        (
            """
            what is counted on the right is rare: about {} of 1,000 with a dummy pill, and about {} more with an
            antidepressant. |""",
            of_1000(YOUNG, "placebo, depression", "suicidal"),
            suicidal(),
            toy(THIS, "1,000 young people", lambda s: s.result.price["added"] < s.result.price["either"] < 0.03),
        ),
        (
            """
            Which single control makes twice as many diamonds, though nobody on the medication changes? Then do it: mission
            Anyway, compared with what? Which of the two other plans is on offer in your town? |""",
            holds(lambda: doubled() and nobody_on_the_medication_changes()),
            holds(lambda: next(iter(missions(13))).controls == ["Plan 1"]),
        ),
        (
            """
            A second treatment | Half of the room is Ines and half is Pavel: how many bothered people would you accept for one
            more who improves? (Wait for two numbers that differ. Nobody speaks for themselves.) |""",
            holds(lambda: [c.name for c in LESSON.controls() if "accepts" in c.label] == ["ines", "pavel"]),
            toy(THIS, "A second treatment", lambda s: s.result.cost == "bothered" and s.result.ratio is not None),
        ),
        (
            "Now exchange chairs. How do you defend the other number? (Wait for one sentence from each side.) |",
            also("13 words", "Exchange the two sliders: both are still right"),
        ),
        (
            """
            Say at the start: harms are counted here, and some of us take what is counted, or gave it to a child. Nobody's
            decision is on trial, nobody stops alone, nothing has to be decided today, and people may step out. |""",
            also("13", "Nothing on this page has to be decided tonight", "you did no wrong"),
            SAFE,
        ),
        (
            """
            “Most would have improved anyway, so why treat?” Anyway means with visits and a dummy pill, not without help.
            Regular visits can be a plan, if somebody offers them. Against waiting, about twice as many improve here because
            of the medication. |""",
            toy(THIS, OPENING, lambda s: s.result.otherwise == DUMMY and "visits" in GIVEN[DUMMY]),
            holds(lambda: at().kinds()["anyway"] > at().counts[0] / 2000),
            holds(lambda: at(otherwise=WAITING, chosen=DUMMY).kinds()["because"] > 0.1),
            holds(doubled),
        ),
        (
            """
            “My child takes one. Have I harmed her?” You looked for help for her. In the trials we read, about {} more of
            {},000 had suicidal thoughts or attempts reported (the data fit 1 fewer to {} more), and about {} more improved.
            Ask her directly, ring the prescriber the same day if something is not right, and do not stop it alone. |""",
            suicidal(),
            suicidal(0),
            suicidal(1),
            worked(lambda: 1000 * review()[1].value),
            also(
                "13",
                "Ask directly about thoughts of suicide",
                "Speak to the prescriber the same day",
                "Do not stop the medication alone",
            ),
            why(YOUNG, "Meta-analysis of RCTs", "Spontaneous reports"),
        ),
        (
            """
            Show the preset about young people only if everybody knew beforehand that it comes, and read the box aloud first.
            |""",
            also("13 words", re.compile(r"1,000 young people \| says \|.*Please read the box above first")),
        ),
        (
            """
            If somebody says that they have stopped, or feel worse since they started: thank them, and help them ring the
            prescriber today. At thoughts of suicide, their own or their child's, stay, ask directly, and ring the local
            number on the board with them. |""",
            also(
                "13",
                "Ring the person who prescribed it, today if you can",
                "stay with them, and ring your emergency number",
            ),
            also("13", "Ask directly about thoughts of suicide"),
        ),
        (
            """
            100 paper dots on a wall: {} grey, {} with a diamond, {} open. Somebody turns 13 of the grey ones into diamonds:
            what has been changed? (The plan that it is compared with.) |""",
            ANYWAY,
            BECAUSE,
            NEITHER,
            holds(lambda: counted(at())["anyway"] - counted(against(WAITING))["anyway"] == 13),
            holds(lambda: at(otherwise=WAITING).counts[0] == at().counts[0]),
        ),
        (
            "Nobody can feel whether they improved because of the tablet. Both kinds of improvement are real. |",
            also(
                "13",
                "A diamond and a grey disc feel the same from inside",
                "It does not say that your improvement is not real",
            ),
        ),
        (
            "Move only plan 1, and the diamonds double, though nobody on the medication has changed. |",
            holds(lambda: doubled() and nobody_on_the_medication_changes()),
        ),
        (
            "No plan here costs nothing: some people get worse in therapy, and more do without it. |",
            holds(lambda: 0 < count("worse", THERAPY) < count("worse", WAITING) and none_is_free()),
        ),
        (
            """
            In general practice about one more of every {} people improved with an SSRI than with a dummy pill; one more of
            every {} to {} stopped because of side effects. |""",
            worked(lambda: the_effect(ARROLL, "SSRI vs placebo", "RR").nnt),
            NEED_FEWEST,
            NEED_MOST,
            why(ARROLL, "In general practice about 7 people need an SSRI", "than on placebo"),
        ),
        (
            """
            About three months into an SSRI, a side effect bothered {} of 100 people. Nobody was asked who did not take one. |""",
            BOTHERED,
            why(HU, "About three months into an SSRI", "no placebo group"),
        ),
    ),
]
