"""What lesson 09's words and sheet say of studies and of its model, and what holds it."""

import numpy as np

from tests.meaning.quotes.lesson_02 import holds
from tests.meaning.quotes.lesson_09 import VAN_DIS, WHITE, at, fewer_ill, here, later
from tests.meaning.quoting import quotes, share, why
from toolkit.lessons.what_therapy_teaches.people import CARRIED

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
            "a calming drug together with exposure helped slightly while it was taken. After the drug was "
            "tapered, those people did "
            "worse than with exposure alone, whose gains lasted (Marks 1993)",
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
        "09 sheet",
        (
            "between {} % and {} % fell ill again within 3 to 12 months; the others stayed well",
            share(VAN_DIS, "lowest"),
            share(VAN_DIS, "highest"),
            why(VAN_DIS, "within 3 to 12 months", against=False),
        ),
        (
            "{} % fell ill again without further sessions and {} % with nine monthly ones; the others stayed well",
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
