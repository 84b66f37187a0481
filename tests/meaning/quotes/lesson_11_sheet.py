"""What lesson 11's run sheet says of studies and of its model, and what holds it."""

import toolkit
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import also, answer, points_are_presets
from tests.meaning.quotes.lesson_11 import (
    ANTLER,
    DRD,
    ELEVEN,
    HENSSLER,
    both_meet_the_trial,
    fewer_and_fewer,
    kinds_differ,
    moved,
    nobody_compared,
    places,
    seen,
    shows_no_doses,
    slope_never_half,
    slow_is_felt_less,
    slow_spares,
    small_then_large,
)
from tests.meaning.quotes.lesson_11_words import left_out_first, taken_are_counted
from tests.meaning.quoting import fills, quotes, share, toy, why
from toolkit.lessons.coming_off.people import KEPT, SLOPE, TIPPING

the_page_says_so = also(
    "11",
    "do not stop or change a medication on your own",
    "staying on is a choice too",
    "call that person the same day",
    "call your local emergency number",
)


def the_largest_trial():
    """Of the single trials of this lesson; the others are pooled."""
    people = {id: sum(arm.n for arm in toolkit.finding(id).arms) for id in (ANTLER, DRD, "fava1998")}
    why("kuyken2015_prevent", "424 primary-care")()
    why("marks1993_alprazolam", "154 patients")()
    assert max(people, key=people.get) == ANTLER
    assert people[ANTLER] > 424


def early(group):
    return seen(lambda there: there.early[group], way="hyperbolic", count="last")


@fills
def still_well(group, **values):
    return f"{100 - round(moved(**values).ill[group])}"


QUOTES = [
    *quotes(
        "11 sheet",
        (
            "The last small step is the large one, and nobody should take it alone.",
            small_then_large,
            also("11", "The last small step is the large one, and nobody should take it alone."),
        ),
        (
            "Everybody has seen that half a dose is not half of what it fills, and knows whom to call.",
            fewer_and_fewer,
            the_page_says_so,
        ),
        (
            "People can say what slow steps change under two ideas of illness, and why nobody knows which is right.",
            slow_spares,
            slope_never_half,
            both_meet_the_trial,
        ),
        (
            "People can ask of any trial of stopping: when does its year begin, and who is taken for ill?",
            left_out_first,
            taken_are_counted,
        ),
        (
            "points | 20 | Equal at the target | 45 | Equal steps of dose | Equal at the target | Everything in one day | From "
            "the last step | late | Everything in one day | early | Is it a matter of time?",
            points_are_presets(11),
        ),
        (
            "Equal steps of dose | the last: {} of the {} places. | Equal at the target | at the tipping point: {} of 100 "
            "still well. On the slope hardly: {}. | Everything in one day | no. Under both ideas {} of 100 are still well",
            places(0.125),
            places(1.0),
            still_well(TIPPING, way="hyperbolic"),
            still_well(SLOPE, way="hyperbolic"),
            still_well(SLOPE, way="abrupt"),
            small_then_large,
            both_meet_the_trial,
        ),
        (
            "From the last step | everybody who fell ill on the way: {} of 100 on the slope, {} at the tipping point, {} with "
            "medication kept.",
            *(early(group) for group in (SLOPE, TIPPING, KEPT)),
        ),
        (
            "Equal at the target | One half of the room speaks for the slope, the other for the tipping point: whom does a "
            "slow way spare what? (Wait for: it depends on the idea, and we do not know the idea.) | Everything in one day "
            "| Both ideas say the same number. Was the trial badly made? (Wait for: no, it asked another question.)",
            slow_spares,
            slope_never_half,
            both_meet_the_trial,
            answer(11, 3, "stopped fast or stopped slowly at random"),
        ),
        (
            "nobody stops alone, staying on is a choice too, nothing here is a plan for a tablet. Put the local help number "
            "beside it. People may step out whenever they like.",
            the_page_says_so,
            also("10 sheet", "people may step out whenever they like. Write the local help number on the board"),
        ),
        (
            "“So how large should my steps be?” I cannot say, and neither can this model: medications and people differ. "
            "Let us write down that question for the person who prescribed it.",
            shows_no_doses,
            kinds_differ,
            also("11 words", "It is a good question to take to the person who prescribed it"),
        ),
        (
            "“I stopped last week, and I feel awful.” Thank you for telling us. It is not your fault. Please call the "
            "person who prescribed it today; I stay with you while you do. At thoughts of suicide, stay with them and ring "
            "the number on the board.",
            also(
                "11",
                "nobody is to blame for it",
                "and the same day if you feel unwell",
                "call your local emergency number",
            ),
        ),
        (
            "“Withdrawal? They told me it was my illness coming back.” It may have been either, and nobody can tell afterwards "
            "from here. Being taken seriously is the least one can ask.",
            why("geddes2003", "withdrawal effects may be counted as relapse"),
            why(HENSSLER, "Withdrawal can be mistaken for relapse"),
        ),
        (
            "“So I can never stop.” In the largest trial here {} of 100 who stopped stayed well for the year. And some people "
            "choose to stay on. Both are decisions to make with somebody.",
            share(ANTLER, "discontinuation", turned=True),
            the_largest_trial,
            the_page_says_so,
        ),
        (
            "Ten chairs are the target, and cards are the dose. Half of the cards find a chair at once; the other half "
            "look for a free one and mostly fail. Now take cards away in equal handfuls, and let the room count which "
            "handful empties most chairs.",
            fewer_and_fewer,
            small_then_large,
        ),
        (
            "Equal steps of dose are no equal steps at the target. In the model the last of eight takes most. | Under one idea "
            "a slow way spares people, under the other it only takes longer. No study here compared slow with fast.",
            small_then_large,
            toy(ELEVEN, OPENING, lambda s: 33 < s.result.largest < 34),
            slow_spares,
            slope_never_half,
            nobody_compared,
        ),
        (
            "Withdrawal can look like relapse. Whoever feels worse calls the person who prescribed it, the same day.",
            why(HENSSLER, "Withdrawal can be mistaken for relapse"),
            the_page_says_so,
            slow_is_felt_less,
        ),
        (
            "Of 100 people who stepped down with therapy, {} fell ill again within two years, and {} of 100 who stayed on; the "
            "others stayed well. A difference was not shown.",
            share(DRD, "while tapering"),
            share(DRD, "antidepressant alone"),
            why(DRD, "24 months", "not significant"),
        ),
        (
            "Without therapy beside it, {} of 100 people who stopped fell ill again within a year, and {} of 100 who stayed on",
            share(ANTLER, "discontinuation"),
            share(ANTLER, "maintenance"),
            why(ANTLER, "52 weeks"),
        ),
    ),
]
