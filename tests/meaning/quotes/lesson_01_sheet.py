"""What the run sheet of lesson 01 says, and what holds it."""

import re

import numpy as np

import toolkit
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import also, holds, judged, points_are_presets
from tests.meaning.quotes.lesson_01 import (
    LESSON,
    at,
    control,
    jumps,
    medication_goes_and_therapy_stays,
    plans,
    tablets_now_therapy_in_two_months,
    the_same_four_lives,
)
from tests.meaning.quotes.lesson_01_words import BUMPY, changes_places_in_week_21_only, read_in
from tests.meaning.quotes.reading import ONE, gain
from tests.meaning.quoting import across, quotes, toy, why
from toolkit.lessons.fast_and_lasting import jobs
from toolkit.lessons.sheets import sheets
from toolkit.model import BOTH, DUMMY, FOUR_PLANS, MEDICATION, THERAPY


def help_at_thoughts_of_suicide():
    """Wherever a sheet speaks of them to a leader, it says: stay, and ring the local number on the board."""
    said = {
        slug: re.findall(r"At thoughts of suicide,[^.]*", " ".join(sheet["watch"])) for slug, sheet in sheets().items()
    }
    told = {slug: found for slug, found in said.items() if found}
    assert {
        slug
        for slug, found in told.items()
        if not re.search(r"stay.* ring the (?:local )?number on the board", found[0])
    } == set()
    assert {LESSON.slug, toolkit.lessons.lesson(2).slug} <= set(told)


QUOTES = [
    *quotes(
        "01 sheet",
        (
            "Do not ask which is better. Ask: better at what, and when? | goal | 20 | Everybody has said once: better at "
            "what, and when? | 45 | People can find the week in which the two change places, and tell one bumpy life from "
            "an average.",
            across(ONE, OPENING, "Next winter", lambda soon, late: soon.result.lead > 1 and late.result.lead < -1),
            also("01", "Do not ask which is better. Ask: better at what, and when?"),
            holds(changes_places_in_week_21_only),
            holds(lambda: np.std(jumps()[0]) > 3 * np.std(jumps(OPENING)[0])),
        ),
        (
            "People have filled the table of what each does, and can weigh the two boxes of studies without a winner.",
            holds(lambda: jobs.READ["matrix"]["columns"] == [MEDICATION, THERAPY]),
            also("01", "The study most often quoted for it", "The study that speaks most clearly against it"),
        ),
        (
            "points | 20 | Tablets now, therapy later | Next winter | 45 | Tablets now, therapy later | Next winter | No "
            "wait for therapy | Four lives of one person | late | No wait for therapy | early | They change places",
            points_are_presets(1),
        ),
        (
            "wait | Tablets now, therapy later | nearly half. With a dummy pill and visits alone, 11.0 of 24.0 points have "
            "gone by week 12. | Next winter | two. With therapy or both it is 0.3 points, with medication or the dummy pill "
            "3.2: what is left is what was learned.",
            toy(ONE, OPENING, lambda s: "dummy pill and visits alone, 11.0 of 24.0 points have gone" in s.sentence),
            toy(
                ONE,
                "Next winter",
                lambda s: [f"{s.last(f'{arm} (points)'):.1f}" for arm in FOUR_PLANS] == ["3.2", "3.2", "0.3", "0.3"],
            ),
        ),
        (
            "No wait for therapy | medication, and by little: 0.5 points. | Four lives of one person | the same bad weeks "
            "in all four lines. They are luck, and no treatment made them.",
            toy(ONE, "No wait for therapy", lambda s: f"{s.result.lead:.1f}" == "0.5"),
            holds(lambda: np.corrcoef([each[30:] for each in jumps()]).min() > 0.8),
            holds(the_same_four_lives),
            holds(lambda: len({int(each.argmax()) for each in jumps()}) == 1),
        ),
        (
            "You are in Mara's place today. Would you rather have what comes soon, or what comes later and may stay? And "
            "when would you choose the other way?",
            holds(tablets_now_therapy_in_two_months),
            holds(medication_goes_and_therapy_stays),
        ),
        (
            "Somebody says: I took it, and I got better. What does this picture add to that story? (Wait for: with a dummy "
            "pill some of it would have come too. The story stays true.)",
            toy(
                ONE,
                OPENING,
                lambda s: 0 < s.at(f"{DUMMY} (points)", 0) - s.at(f"{DUMMY} (points)", 12) > gain(s, MEDICATION) > 1,
            ),
            holds(lambda: judged(1, 4, 11, True) and judged(1, 4, 14, False)),
        ),
        (
            "You are a newspaper, and your trial ended with the picture before this one. What is your headline? The paper "
            "across the street waited for this picture. Who is wrong? (Wait for: neither.)",
            across(
                ONE,
                "Tablets now, therapy later",
                "Next winter",
                lambda first, late: first.result.lead > 1 > -1 > late.result.lead,
            ),
        ),
        (
            "Somebody will hear: medication does not last, so stop it. Say at once that it helps as long as it is taken, "
            "that staying on is a choice too, and that nobody stops alone. Then show it: Medication for, to 52.",
            holds(lambda: (control("stop").label, control("stop").high) == ("Medication for", 52)),
            holds(lambda: (at(stop=52).gains[MEDICATION][2:] > 0.3).all()),
            also("01", "In life nobody should do that alone", "Staying on is a choice too"),
        ),
        (
            "Somebody in the room takes medication, waits for therapy, or does both. Do not ask who. Nobody needs to defend "
            "a choice here.",
            holds(lambda: [plans()[BOTH].therapy.start > 0, plans()[MEDICATION].therapy is None] == [True, True]),
            also("01", "Nobody here will tell her what to do"),
        ),
        (
            "If a young person says that things got worse after starting a medication: it may happen, it is nobody's fault, "
            "and the prescriber should hear of it today. At thoughts of suicide, stay with them and ring the local number "
            "on the board.",
            why("tads2007", "adolescents", "suicidal events were most common with fluoxetine alone"),
            also("01", "above all if you are young, speak to the prescriber at once"),
            help_at_thoughts_of_suicide,
        ),
        (
            "Two professions may start to compete. The question is about weeks, and not about people.",
            holds(lambda: read_in(20).lead > 0 > read_in(21).lead),
        ),
        (
            "Draw an empty year on the board. Four volunteers draw one line each (dummy pill with visits, medication, "
            "therapy, both) while the room calls out the weeks; a fifth rings a bell when tablets stop. Then everybody "
            "marks the week in which they would have ended the trial.",
            holds(
                lambda: (
                    list(plans()) == [DUMMY, MEDICATION, THERAPY, BOTH]
                    and settings(ONE)[OPENING].table["week"][-1] == 52
                )
            ),
            holds(lambda: plans()[BOTH].medication.stop < 52),
        ),
        (
            "The score falls far with a dummy pill and visits. A treatment adds the distance between two lines. | "
            "Medication helps as long as it is taken, and goes within weeks. What therapy taught goes slowly. | One life is "
            "bumpy. Only many lives make a smooth curve.",
            toy(ONE, OPENING, lambda s: s.last(f"{DUMMY} (points)") < 0.3 * s.at(f"{DUMMY} (points)", 0)),
            toy(
                ONE,
                OPENING,
                lambda s: gain(s, MEDICATION, 40) < 0.1 < 2.5 < gain(s, MEDICATION, 26) and gain(s, THERAPY, 52) > 2.5,
            ),
            holds(
                lambda: (
                    np.diff(settings(ONE)[BUMPY].result.means[DUMMY], 2).std()
                    > 3 * np.diff(settings(ONE)[OPENING].result.means[DUMMY], 2).std()
                )
            ),
        ),
        (
            "Far fewer people relapsed in the year after therapy had ended than after medication was replaced by a dummy "
            "pill. | who | Hollon 2005 | against | finding | vanapeldoorn2010 | says | In panic, all three were equal a "
            "year after all treatment had been stopped, and none had lost what it had gained.",
            why("hollon2005", "relapsed far less over a year than patients withdrawn", "withdrawn to placebo"),
            why("vanapeldoorn2010", "equal at both follow-ups", "none lost its gains", "panic disorder", against=True),
        ),
    ),
]
