"""What lesson 09's words and sheet say of studies and of its model, and what holds it."""

import numpy as np

from tests.meaning.quotes.lesson_02 import holds
from tests.meaning.quotes.lesson_09 import (
    VAN_DIS,
    WHITE,
    at,
    fewer_ill,
    here,
    later,
    lower_for_seven_weeks,
    slow_then_alone,
)
from tests.meaning.quoting import quotes, share, why
from toolkit.lessons.what_therapy_teaches.people import CARRIED
from toolkit.model import Exposure


def quick_share(days):
    """How much of what is felt is the quick memory's, some days after a session."""
    return Exposure().recency * np.exp(-days / Exposure().fading_days)


def quick_left():
    """What the quick memory still expects after twelve sessions, mean over people, of 100."""
    return 100 * Exposure().expectations(12, at().openness)[0].mean()


def insightful(after, **values):
    return at(show="kinds", kind="psychodynamic", after=after, **values)


QUOTES = [
    *quotes(
        "09 words",
        (
            "On the day after the last one, average fear is at {} of 100",
            here(lambda learning: learning.first),
        ),
        ("is slower to hear that the danger is over, and average fear goes to {} of 100", later()),
        ("and average fear goes back up to {} of 100", later()),
        ("Here average fear goes to {} of 100", later()),
        (
            "In trials most people stayed well, too",
            why(VAN_DIS, "0 to 14 % relapsed"),
            why(WHITE, "about 18%"),
        ),
        (
            "Here {} of every 100 points that were won in one room arrive in another",
            here(lambda learning: 100 * CARRIED["room"]),
        ),
        (
            "not even endless sessions in the first room bring fear in the other below {}",
            here(lambda learning: 100 * (1 - CARRIED["room"])),
            holds(lambda: at(where="room", sessions=20, boosters=9).now > 20),
        ),
        (
            "In laboratories, fear did return in another place, as a review below tells",
            why("vervliet2013_extinction", "in another place", "Narrative review"),
        ),
        (
            "Nothing about the sessions has changed, only who leaves",
            holds(lambda: (at(show="ending", ends=False).if_all_stay == at(show="ending").if_all_stay).all()),
        ),
        (
            "Only if chance decides who gets how many sessions do the two lines agree",
            holds(lambda: np.allclose(at(ends=False).ended, at().if_all_stay)),
        ),
        (
            "in such trials the differences were mostly small",
            why("steinert2017_psychodynamic", "a small difference is there"),
            why("khan2018_emdr_cbt", "no difference was found"),
        ),
        (
            "Yes: 0.85 multiplied by itself twelve times is 0.14. The picture shows {}, because it is an average",
            here(lambda learning: learning.slow[-1]),
            holds(lambda: abs(0.85**12 - 0.14) < 0.005),
        ),
        (
            "were assigned at random to further sessions once a month or to none (White 2013). About {} of 100 with the sessions "
            "and {} of 100 without them fell ill again",
            share(WHITE, "maintenance CBT"),
            share(WHITE, "assessment only"),
        ),
        (
            "18 − 5 = {} in this trial (anything from {} to {} fits, our sum). 82 would have stayed well without them, and 5",
            fewer_ill(),
            fewer_ill(0),
            fewer_ill(1),
            holds(lambda: 100 - 13 - 5 == 82),
        ),
        (
            "a calming drug together with exposure helped slightly while it was taken. After it had been lowered step "
            "by step and ended, those people did worse than people with exposure alone, whose gains lasted (Marks 1993)",
            why(
                "marks1993_alprazolam", "harmed outcome after the drug was tapered", "gains from exposure alone lasted"
            ),
        ),
        (
            "people who did so lost more afterwards (Başoğlu 1994, a small study)",
            why("basoglu1994_attribution", "lost more of their gains", "Small"),
        ),
        ("It fits: gains from the drug alone were lost", why("marks1993_alprazolam", "gains from the drug were lost")),
        (
            "{} of 100 people who ended after one session had recovered, and {} of 100 who ended after twelve (Barkham 2006)",
            share("barkham2006_gel", "1 session"),
            share("barkham2006_gel", "12 sessions"),
        ),
        (
            "here sessions help every single person, and the dashed line falls all the same",
            holds(lambda: (np.diff(at().if_all_stay) >= 0).all() and at().end(12) < at().end(1) - 20),
        ),
        (
            "with the very numbers of CBT in this picture",
            holds(lambda: np.allclose(at().learned("DBT"), at().learned("interpersonal"))),
        ),
    ),
    *quotes(
        "09 words",
        (
            "On the day after a session the quick memory is in charge, and it has unlearned nearly everything",
            holds(lambda: quick_share(1) > 0.8 and quick_left() < 3),
        ),
        (
            "it is not what people live with in winter. The honest day costs the advertisement something, but "
            "not much: most of what "
            "was won is still there a year later",
            holds(lambda: at().now > at().first + 10 and 100 - at().now > 0.8 * (100 - at().first)),
        ),
        (
            "If people end once they are well enough, those who go on are the ones who still need more, and they look worse",
            holds(lambda: at().end(12) < at().end(1) - 20 and at(ends=False).end(12) > at(ends=False).end(1) + 20),
        ),
        (
            "Which of the two lines does a booster push down for a while, and which one for good",
            holds(slow_then_alone),
        ),
        (
            "When is fear lower with it than without, and when is it higher",
            holds(lambda: lower_for_seven_weeks() and at(calm=30).now > at().now + 5),
        ),
        (
            "Every session helps every one of them. Why does one line rise, and the other fall",
            holds(lambda: (np.diff(at().if_all_stay) > 0).all() and at().end(12) < at().end(1)),
        ),
        (
            "slower to come, slower to go. Who has learned more on the day after the last session, and who has "
            "kept more a year later",
            holds(lambda: insightful(0).ahead < -5 and insightful(52).ahead > 0),
        ),
        (
            "the dashed line falls: the longer people stayed, the fewer are well enough",
            holds(lambda: at().end(1) > at().end(4) > at().end(12) > at().end(26)),
        ),
        (
            "One of two memories is slower to hear that the danger is over",
            holds(lambda: Exposure().slow < Exposure().fast / 4),
        ),
        (
            "Here nothing more is unlearned without a session",
            holds(lambda: np.ptp(at().slow[at().days > at().last]) == 0),
        ),
        (
            "It can, after you have moved one slider. Move it the other way, and CBT is ahead",
            holds(lambda: insightful(52, fades=0.5).ahead > 5 and insightful(52, fades=2.0).ahead < -5),
        ),
        (
            "Until the last session. A session that frightens less teaches less here",
            holds(lambda: at(calm=30).now > at(calm=10).now > at().now),
        ),
        (
            "In one review psychodynamic therapy did as well as proven treatments, within a margin",
            why("steinert2017_psychodynamic", "as well as treatments of proven worth, within a margin"),
        ),
        (
            "most people who had got well stayed well in the year after therapy",
            why(VAN_DIS, "0 to 14 % relapsed within 3 to 12 months"),
        ),
        (
            "because it is an average: people who learn more slowly keep more of their fear",
            holds(lambda: np.corrcoef(at().openness, at().fear[-1])[0, 1] < -0.8),
        ),
        (
            "So many stay well with the sessions. Most of them would have stayed well without any",
            why(WHITE, "from about 18% to about 5%"),
        ),
        (
            "This is one class of calming drugs; do not carry it over to antidepressants",
            why("marks1993_alprazolam", "Benzodiazepine, not an antidepressant"),
        ),
        (
            "Gains from exposure alone lasted to the end of the follow-up",
            why("marks1993_alprazolam", "gains from exposure alone lasted", "follow-up to week 43"),
        ),
        (
            "How it goes decides the number of sessions. The number tells who stays, and not what a session does",
            why("barkham2006_gel", "people leave when they are well enough", "dose is chosen by response"),
        ),
    ),
    *quotes(
        "09 sheet",
        (
            "If people end once they are well, those who go on look worse, although every session helps",
            holds(lambda: at().end(12) < at().end(1) - 20 and (np.diff(at().if_all_stay) > 0).all()),
        ),
        (
            "in trials most people kept what they gained, and the model is set to agree",
            why(VAN_DIS, "0 to 14 % relapsed"),
            holds(lambda: 100 - at().now > 0.8 * (100 - at().first)),
        ),
        (
            "In another room, or after a fright, more of it is felt",
            holds(lambda: min(at(where="room").now, at(where="fright").now) > at().now + 5),
        ),
        (
            "Somebody ends after one session. Why may that be good news? (Wait for: most of them are well enough.)",
            why("barkham2006_gel", "from 88% after one to 62% after twelve"),
        ),
        (
            "why most of what was won stays, what later sessions did in a trial, and why the line of those who end falls",
            holds(lambda: at().end(12) < at().end(1)),
            why(WHITE, "nine monthly booster sessions cut relapse"),
        ),
        (
            "between {} and {} fell ill again within 3 to 12 months; the others stayed well",
            share(VAN_DIS, "lowest"),
            share(VAN_DIS, "highest"),
            why(VAN_DIS, "within 3 to 12 months", against=False),
        ),
        (
            "{} fell ill again without further sessions, and {} with nine monthly ones; the others stayed well",
            share(WHITE, "assessment only"),
            share(WHITE, "maintenance CBT"),
            why(WHITE, "nine monthly"),
        ),
        (
            "Fear is lowest on the day after a session. A year later some of it is back, and most of what was won is still there",
            holds(lambda: at().first < at().now - 10 and 100 - at().now > 0.8 * (100 - at().first)),
        ),
        (
            "More sessions in the first room do not mend that here",
            holds(lambda: at(where="room", sessions=20).now > at(sessions=20).now + 10),
        ),
        (
            "The trial was about one class of calming drugs in one illness",
            why("marks1993_alprazolam", "Benzodiazepine", "panic with agoraphobia"),
        ),
    ),
]
