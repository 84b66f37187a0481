"""What lesson 07's run sheet says of studies and of its model, and what holds it."""

import numpy as np

import toolkit
from tests.meaning.quotes.grounds import also, holds, kinds, mission_is, said_control
from tests.meaning.quotes.lesson_07 import FORGETFUL, OTHER, STAYING, alike, at, gains, pairs
from tests.meaning.quotes.reading import SIX
from tests.meaning.quoting import effect, quotes, read, told, toy, why
from toolkit.lessons.sheets import sheets
from toolkit.model import TRUST_WORLDS

SHEET = sheets()[toolkit.lessons.lesson(7).slug]


def falls_from_about_80_to_about_50(shown):
    """On a day that is missed alone; the next day brings most of it back."""
    filled = next(trace["y"] for trace in shown.chart["data"] if trace["name"] == "target filled")
    alone = [day for day in range(1, 55) if filled[day - 1] > 79 and filled[day] < 60 and filled[day + 1] > 60]
    return len(alone) > 4 and all(48 < filled[day] < 52 and filled[day + 1] > 74 for day in alone)


QUOTES = [
    *quotes(
        "07 sheet",
        (
            "A link asks a question. Only giving somebody more of it, at random, answers",
            also("07", "Take away A link asks a question. Only giving somebody more of it, at random, answers"),
            holds(lambda: max(alike()) - min(alike()) <= 3 and len(set(gains())) == 3),
        ),
        (
            "Everybody has seen one link come from two worlds, and has said what would tell them apart",
            holds(lambda: SHEET["points"]["20"] == [OTHER] and abs(at().link - at(arrow="follows").link) <= 3),
        ),
        (
            "People have lost a link by asking early, and have looked for help from trust where there is none",
            mission_is(7, 0, "arrow", "rated", core=True, reached={"arrow": "follows", "rated": 0}),
            mission_is(7, 1, "arrow", "extra", core=True),
        ),
        (
            "People can plan a study that tells cause from consequence, and multiply a chain from staying on to an effect",
            holds(lambda: (kinds(7, 2), kinds(7, 3)) == (["choose", "choose"], ["calculate"])),
        ),
        (
            "from about 80 % to about 50 %, and it is up again soon. One missed day is a small thing",
            toy(SIX, FORGETFUL, falls_from_about_80_to_about_50),
            toy(SIX, STAYING, lambda s: s.result.lost[2] < 2),
        ),
        (
            "When would you have to ask about trust, to catch it before the recovery? Then do it: mission Lose the link",
            holds(
                lambda: toolkit.lessons.lesson(7).said_missions[0]["recipe"][1] == {"set": {"rated": 0}},
                lambda: toolkit.lessons.lesson(7).said_missions[0]["name"] == "Lose the link",
                lambda: "first meeting" in said_control(7, "rated")["help"],
            ),
        ),
        (
            "Which of the three worlds do we live in? (Wait for: the link cannot tell",
            holds(lambda: len(TRUST_WORLDS) == 3 and max(alike()) - min(alike()) <= 3),
        ),
        (
            "Say at the start: most of us miss tablets or stop something, and nobody is to blame for it. I shall not ask who "
            "has. People may step out whenever they like. (Then say we, not they",
            why("olfson2006", "only about a quarter went past 90 days"),
            also("07", "Nobody is to blame, because most of us miss or stop things that go on for long"),
            holds(lambda: SHEET["upsets"]),
        ),
        (
            "Somebody may have stopped a medication lately, or feel worse since a change. Say once, kindly: the prescriber is "
            "the one to tell, and soon; staying on is a choice too",
            also("07", "Please tell the person who prescribed it, and soon. Staying on is a choice too"),
            also("07", "speak to the prescriber at once. Do not stop alone"),
        ),
        (
            "“I do not trust my therapist, so it will not work.” The link is loose and about groups: in the studies, the person "
            "with less trust improved more in about 41 of 100 "
            "pairs (our sum). It is fine to say so in the session, and fine to ask for somebody else",
            holds(lambda: 100 - int(pairs()()) == 41),
            also("07", "You may say so in the next session, and you may also ask for somebody else"),
        ),
        (
            "“So the relationship does not matter?” Nobody has shown that. The studies show both directions, and the trial of "
            "talks with cards looked at one kind of talk",
            why("fluckiger2020_withinpatient", "both directions"),
            why("leblanc2015_sdm", "Decision cards for choosing an antidepressant", "it does improve the decision"),
        ),
        (
            "Ten people hold a card with their trust (1 to 10). First world: the high cards recover. Second world: ten coins "
            "decide who recovers, and whoever recovers writes a high card afterwards. Show a volunteer outside the door only "
            "the final cards and who recovered: which world was it",
            holds(
                lambda: list(TRUST_WORLDS)[:2] == ["causes", "follows"],
                lambda: (TRUST_WORLDS["causes"].causes, TRUST_WORLDS["causes"].follows) == (True, 0),
                lambda: not TRUST_WORLDS["follows"].causes and TRUST_WORLDS["follows"].follows > 0,
            ),
        ),
        (
            "Three worlds, one link: it looks about the same in all of them. | Trust given at random tells them apart: it helps "
            "many people, some, or nobody",
            holds(
                lambda: max(alike()) - min(alike()) <= 3,
                lambda: at().gain > 12 > at(arrow="both").gain > 4 > at(arrow="follows").gain == 0,
            ),
        ),
        (
            "Staying on is a chain. In everyday care most is lost where people stop in the first weeks, and little by missed "
            "days",
            toy(SIX, STAYING, lambda s: s.result.lost[0] > 30 and s.result.lost[2] < 3),
            holds(lambda: np.allclose(at().chain[-1], at().chain[1] * at().occupied)),
        ),
        (
            "In {} studies of therapy, people who trusted their therapist more improved more (correlation {})",
            told("fluckiger2018", r"(\d+) studies, more"),
            effect("fluckiger2018", "face-to-face", digits=2),
            why("fluckiger2018", "better therapeutic alliance went with better outcome"),
        ),
        (
            "In a trial with {} adults, talks with cards made people feel more involved ({} against {} points); it did not show "
            "longer use or less depression",
            told("leblanc2015_sdm", r"(\d+) adults"),
            read("leblanc2015_sdm", "decision cards", "involvement", digits=0),
            read("leblanc2015_sdm", "usual care", "involvement", digits=0),
            why("leblanc2015_sdm", "medication use and depression did not change"),
        ),
    ),
]
