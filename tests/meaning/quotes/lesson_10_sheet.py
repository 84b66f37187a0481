"""What lesson 10's run sheet says to a trainer, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import holds, in_many_lessons, missions, points_are_presets
from tests.meaning.quotes.lesson_10 import (
    HOLLON,
    WELL,
    apart,
    at,
    blow_fades,
    fades,
    falls_early,
    here,
    ill,
    stayed_well,
)
from tests.meaning.quotes.reading import SEVEN, relapsed
from tests.meaning.quoting import fills, quotes, share, text, toy, why


@fills
def cost(name):
    """People of 100 more who are ill again because of the event."""
    return f"{ill(name, hard=2.0) - ill(name):.0f}"


QUOTES = [
    *quotes(
        "10 sheet",
        (
            "What lasts is what fades slowly. | goal | 20 | Everybody has read one relapse curve from both sides: ill "
            "again, and still well",
            fades,
            toy(SEVEN, OPENING, lambda s: "still well" in s.sentence and "ill again" in s.sentence),
        ),
        (
            "People can compare stopping, staying on and therapy that is over in people of 100, and know why skills "
            "last",
            toy(SEVEN, OPENING, lambda s: {*relapsed(s)} == {"stopped", "kept", "therapy"}),
            fades,
        ),
        (
            "People can say where the model and the trials disagree, and what a study of people who got well cannot "
            "show",
            why("hollon2005", "Only responders continue"),
            holds(lambda: apart() > 10),
            why("derubeis2020_phase2", "no detectable protection"),
        ),
        (
            "points | 20 | Well after 16 weeks | 45 | Well after 16 weeks | A year on medication | Well after both | "
            "Something hard | late | A year on medication | early | As if nothing had been learned",
            points_are_presets(10),
            holds(lambda: missions(10)[0].name == "As if nothing had been learned"),
        ),
        (
            "Well after 16 weeks | therapy over and medication kept: {} and {} of 100 still well. Published, ill "
            "again: {} where the model says {}, {} where it says {}, {} where it says {}",
            here("therapy", WELL),
            here("kept", WELL),
            *(
                slot
                for arm, name in zip(HOLLON, ("therapy", "kept", "stopped"), strict=True)
                for slot in (share("hollon2005", arm), here(name))
            ),
        ),
        (
            "A year on medication | {} of 100. | Well after both | in the model, yes: {} of 100 stayed well with both "
            "over, {} with medication stopped. | Something hard | medication stopped, {} more of 100. Therapy over, "
            "{}",
            here("stopped", WELL, "A year on medication"),
            here("both ended", WELL, "Well after both"),
            here("stopped", WELL, "Well after both"),
            cost("stopped"),
            cost("therapy"),
        ),
        (
            "Well after 16 weeks | Who is missing from this picture? (Wait for: people who never got well, people who "
            "left.)",
            toy(SEVEN, OPENING, lambda s: all(len(weeks) < 1000 for weeks in s.result.weeks.values())),
        ),
        (
            "The model says that earlier therapy protects; the trial saw no protection. What would you tell a friend? "
            "(Wait for: both, and that nobody knows who is right.)",
            holds(lambda: apart() > 10),
            why("derubeis2020_phase2", "left no detectable protection", "Authors cannot tell"),
        ),
        (
            "Why does it cost those least who had learned something? Then do the mission Help that is there when it "
            "happens",
            toy(SEVEN, "Something hard", lambda s: min(s.result.cost, key=s.result.cost.get) == "therapy"),
            blow_fades,
            holds(lambda: "Help that is there when it happens" in [each.name for each in missions(10)]),
        ),
        (
            "Open with safety, and close with it: nobody stops alone, staying on is a choice too, and people may step "
            "out whenever they like. Write the local help number on the board",
            in_many_lessons("Staying on is a choice too"),
            in_many_lessons("Please do not stop or change a medication on your own", 14),
        ),
        (
            "Numbers like three in four frighten. Say in the same breath how many stayed well: one in four after the "
            "stop, half with medication kept, seven in ten after therapy",
            stayed_well,
        ),
        (
            "“Then one should not begin with tablets?” This follows people who had got well. It says nothing about "
            "who gets well, or how soon",
            why("hollon2005", "Patients who had responded", "Only responders continue"),
            holds(lambda: all(len(weeks) < 600 for weeks in at().weeks.values())),
        ),
        (
            "“I stopped last week.” Thank you for telling us. Please ring the person who prescribed it, today if you "
            "feel unwell; I will stay after the session",
            in_many_lessons("talk to the person who prescribed it", 15),
            holds(
                lambda: (
                    "If you feel worse after stopping or changing one, above all if you are young, call the prescriber at once"
                    in text("10")
                )
            ),
        ),
        (
            "“I relapsed, so I did something wrong.” No. In every one of these groups many people did, whatever they "
            "had",
            toy(SEVEN, OPENING, lambda s: min(relapsed(s).values()) > 25),
            holds(
                lambda: (
                    "That is no failure of yours, for it happened to many people in every one of these groups"
                    in text("10")
                )
            ),
        ),
        (
            "After therapy fewer were ill again within a year than after the stop; between therapy and medication "
            "kept it did not show a difference",
            why(
                "hollon2005",
                "relapsed far less",
                "no more than patients who kept taking it",
                "CT vs continuation P=.20",
            ),
        ),
        (
            "The curve of people whose medication was stopped falls faster in the first half year than in the second",
            toy(SEVEN, OPENING, falls_early),
        ),
        (
            "Two groups stay together though only one of them still gets something: what was learned fades slowly",
            toy(SEVEN, OPENING, lambda s: abs(relapsed(s)["therapy"] - relapsed(s)["kept"]) < 4),
            fades,
        ),
        (
            "The numbers below the curves shrink. On the right a curve rests on few people",
            toy(
                SEVEN,
                OPENING,
                lambda s: (
                    s.last("medication stopped (still followed)") < s.at("medication stopped (still followed)", 0)
                ),
            ),
        ),
        (
            "Earlier therapy left no protection that could be seen; keeping the medication about halved the rate of "
            "relapse",
            why("derubeis2020_phase2", "left no detectable protection", "roughly halved", against=True),
        ),
    ),
]
