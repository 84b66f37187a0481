"""What the run sheet of lesson 02 says, and what holds it."""

from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import also, goal, holds, judged, points_are_presets, sized
from tests.meaning.quotes.lesson_01_sheet import help_at_thoughts_of_suicide
from tests.meaning.quotes.lesson_02 import (
    ASKED,
    BAD_DAY,
    a_bad_day_passes,
    at,
    each_group_gets_what_it_is_called,
    falls_and_leads,
    friendly,
    hope_is_not_had_twice,
    knowing_moves_hope,
    nobody_can_be_kept_from,
    opens,
    visits_do_not_move_the_lead,
)
from tests.meaning.quotes.lesson_02_words import fell, nobody_is_blinded_by_a_chair, two_headlines
from tests.meaning.quotes.reading import THIRTEEN
from tests.meaning.quoting import quotes, the_effect, told, toy, why
from toolkit.model import DUMMY, MEDICATION, THERAPY, WAITING


def points_in(setting, *expected):
    """A ground: falls of some groups in a setting, (group, points) each; the group None stands for the lead."""

    def hold():
        shown = settings(THIRTEEN)[setting]
        found = [(group, fell(shown, group) if group else f"{shown.result.lead:.1f}") for group, _ in expected]
        assert found == list(expected)

    return hold


QUOTES = [
    *quotes(
        "02 sheet",
        (
            '"It works" is half a sentence. Ask for the other half: better than what? | goal | 20 | Everybody has said the missing '
            "half once: it works, better than what? | 45 | People can say what each group got, and have earned one therapy two "
            "honest headlines.",
            also("02", '"It works" is half a sentence. Ask for the other half: better than what?'),
            two_headlines,
            each_group_gets_what_it_is_called,
        ),
        (
            "People can tell a fall from a lead, say whom a trial can blind, and weigh the two reviews without a winner.",
            falls_and_leads,
            goal(2, 3),
            holds(lambda: judged(2, 4, "It grows by 3 points", False)),
            nobody_is_blinded_by_a_chair,
            why("michopoulos2021_controls", "Network meta-analysis"),
            why("hrobjartsson2005_placebo_vs_nothing", "Systematic review"),
        ),
        (
            "points | 20 | Five groups, one winter | Therapy against waiting | 45 | Five groups, one winter | Therapy "
            "against waiting | Everybody knows | Only on a bad day | late | Only on a bad day | early | Blind everybody",
            points_are_presets(2),
        ),
        (
            "wait | Five groups, one winter | the fall on the waiting list, 6.2 of the 13.1 points. Time did that. | "
            "Therapy against waiting | what is learned, and also visits, hope, and somebody who listens.",
            points_in("Five groups, one winter", (WAITING, "6.2"), (MEDICATION, "13.1")),
            each_group_gets_what_it_is_called,
            holds(lambda: 3 < friendly(WAITING) < at(tested=THERAPY, compared=WAITING).lead - 1),
        ),
        (
            "Everybody knows | medication falls further now, and the dummy pill less far. Knowing moves hope, up and down. "
            "| Only on a bad day | the falls. Waiting, it is 10.3 points instead of 6.2; the lead is 2.5 instead of 2.2. "
            "Many came in on a bad day.",
            knowing_moves_hope,
            points_in(BAD_DAY, (WAITING, "10.3"), (None, "2.5")),
            points_in(OPENING, (WAITING, "6.2"), (None, "2.2")),
            a_bad_day_passes,
        ),
        (
            "A doctor who asks | much better, 15.5 points, and so do people with the dummy pill, 13.4. The lead stays 2.2.",
            points_in(ASKED, (MEDICATION, "15.5"), (DUMMY, "13.4"), (None, "2.2")),
            visits_do_not_move_the_lead,
        ),
        (
            "Everybody who got a dummy pill got something. What? (Wait for visits, hope, somebody who asks.)",
            each_group_gets_what_it_is_called,
            holds(lambda: opens().fall(DUMMY) > opens().fall(WAITING) + 3),
        ),
        (
            "Can one therapy earn “far better” and “hardly better” in the same week? Then do it: mission Two headlines. Who "
            "lied? (Wait for: nobody.)",
            two_headlines,
        ),
        (
            "What would a dummy therapist be? (Wait for laughter, then for “friendly talk”. It has been tried, and against "
            "waiting more people improved. But the therapist still knows.)",
            why("michopoulos2021_controls", "talking placebo did the same"),
            holds(lambda: the_effect("michopoulos2021_controls", "psychological placebo", "OR").ci[0] > 1),
            holds(lambda: nobody_can_be_kept_from(THERAPY)),
        ),
        (
            "Some in the room take a medication, or wait for therapy. First of all: nobody's improvement is imaginary, "
            "nobody stops alone, and people may step out whenever they like.",
            also("02 words", "Nobody's improvement here is imaginary"),
            also("02", "Do not stop alone", "improvement is real wherever it comes from"),
        ),
        (
            "“So my antidepressant is only a placebo?” No. In the largest review we use, all {} antidepressants did better "
            "than a dummy pill on average. How much it does for one person, no study can say; the prescriber is the right "
            "person to ask. Please do not test it by stopping.",
            told("cipriani2018", r"All (\d+) antidepressants beat placebo"),
            why("cipriani2018", "Individual patients vary far more than average"),
            also(
                "02",
                "No study can say which part of your improvement came from what",
                "talk to the person who prescribed it",
            ),
            holds(lambda: opens().lead > 1),
        ),
        (
            "“So therapy is only hope?” Against a dummy pill with visits, about one more in seven improved. But people in "
            "therapy know that they have it, so hope cannot be taken out completely. Both sentences are true.",
            why(
                "cuijpers2014_pill_placebo",
                "one more person helped for every seven treated",
                "patients in therapy know they are not on placebo",
            ),
            holds(lambda: nobody_can_be_kept_from(THERAPY)),
        ),
        (
            "If somebody says that they have stopped, or feel worse since they started: thank them, and help them ring the "
            "prescriber today. At thoughts of suicide, stay with them and ring the local number on the board.",
            also("02", "speak to the prescriber at once. Do not stop alone"),
            help_at_thoughts_of_suicide,
        ),
        (
            "Five chairs, five kinds of card with ingredients (time, visits, hope, drug, skills). People hand over cards "
            "until each chair holds what that group gets. Then compare two chairs: cross out what both have.",
            each_group_gets_what_it_is_called,
            holds(lambda: len(opens().scores) == 5),
            also("02", "if you cross out the ingredients that two groups share, what is left makes the lead"),
            hope_is_not_had_twice,
        ),
        (
            "The dummy-pill group falls too: time, visits and hope are in it. The drug adds its part on top. | Move only "
            "the group that a treatment is compared with, and its lead changes, though nobody in treatment has changed. | A "
            "tablet can be disguised. A therapist cannot, and neither can an empty calendar.",
            toy(
                THIRTEEN,
                OPENING,
                lambda s: s.result.fall(MEDICATION) > s.result.fall(DUMMY) + 1 > s.result.fall(WAITING) + 4,
            ),
            two_headlines,
            nobody_is_blinded_by_a_chair,
        ),
        (
            "In trials of CBT for depression, more people improved in the groups with a dummy pill than on waiting lists: "
            "{} times the odds ({} to {}). | who | Michopoulos 2021 | against",
            *sized("michopoulos2021_controls", "pill placebo vs waiting list", "OR"),
            why("michopoulos2021_controls", "RCTs of CBT in a broad sense for adult depression"),
        ),
        (
            "In all of medicine, people with a dummy did only a little better than people with no treatment: {} standard "
            "deviations ({} to {}). Counted outcomes did not show a difference.",
            *sized("hrobjartsson2005_placebo_vs_nothing", "continuous", "standardised", minus=True),
            why(
                "hrobjartsson2005_placebo_vs_nothing",
                "no sure effect on counted outcomes",
                "in all of medicine",
                against=True,
            ),
        ),
    ),
]
