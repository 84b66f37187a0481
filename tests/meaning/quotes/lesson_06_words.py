"""What lesson 06 says in its words and on its sheet, and what holds it."""

from tests.meaning.quotes.lesson_02 import holds
from tests.meaning.quotes.lesson_06 import MISSED, USED, WITHOUT, at, here, sight, taught, usual
from tests.meaning.quoting import effect, quotes, told, why
from toolkit.model import BOTH, THERAPY

QUOTES = [
    *quotes(
        "06 words",
        (
            "Sessions from week 0 teach {} more things with the medication",
            here(lambda window: window.more),
        ),
        (
            "Five of the twelve sessions are enough, if they are the first five",
            holds(lambda: at().until - 7 == 5 and at(start=7).more >= 10),
        ),
        (
            "Starting in week 4 costs next to nothing, because the medication itself needs some weeks",
            holds(lambda: at().by_start[0][0] - at().by_start[4][0] < 1 and at().speed[2] < 1.6 < 1.75 < at().speed[8]),
        ),
        (
            "whoever misses the window altogether still learns what therapy teaches, about {} of 100 things",
            taught(1, start=16),
        ),
        (
            "There people learn more than twice as fast, and end with about {} things against {}",
            taught(0, gain=150, start=8, sessions=4),
            taught(1, gain=150, start=8, sessions=4),
            holds(lambda: at(gain=150, start=8, sessions=4).pace > 2),
        ),
        (
            "{} more things are worth less than 1 point of the score",
            here(lambda window: window.more),
            holds(lambda: 0 < at().extra < 1),
        ),
        (
            "In week 12 people with both are about 3 points better than people in therapy with a dummy pill",
            holds(lambda: round(at().here[BOTH] - at().here[THERAPY]) == 3),
        ),
        (
            "About half a point of the 3. You can see it in two ways: take the medication's own effect away, or "
            "read the points long "
            "after the last tablet",
            holds(
                lambda: all(
                    0.4 < now.here[BOTH] - now.here[THERAPY] < 0.65
                    for now in (at(medication=0.0), at(week=30), at(week=40))
                )
            ),
        ),
        (
            "In a trial with {} people it went the same way: with alprazolam, exposure did slightly better while it "
            "was taken and worse "
            "after it was tapered (Marks 1993). Its method was criticised",
            told("marks1993_alprazolam", r"(\d+) patients"),
            why(
                "marks1993_alprazolam",
                "helped slightly while taken but harmed outcome after the drug was tapered",
                "criticism of the method exists",
                against=True,
            ),
            holds(lambda: at(gain=-50, week=26).here[BOTH] < at(gain=-50, week=26).here[THERAPY]),
        ),
        (
            "Learning speeds up by 25 %, the size that other lessons use",
            holds(lambda: usual().plasticity.gain == 0.25),
        ),
        (
            "12 weekly sessions teach {} of 100 things to people with a dummy pill",
            WITHOUT,
        ),
        ("So it is in the model: about {} and {}", USED, MISSED),
        (
            "You are right about the timing. But whoever learns faster soon has less left to learn. So it is about "
            "{} in these weeks, "
            "and {} afterwards",
            USED,
            MISSED,
        ),
        (
            "In this model, and in mice, it closed when the drug was stopped. So it is about {} in these weeks, and {} afterwards",
            USED,
            MISSED,
            why("steinzeig2017", "adult mice", "closed as soon as it was stopped", against=False),
        ),
        ("so it has to be there. It is about {} in these weeks, and {} afterwards", USED, MISSED),
        (
            "four weeks after the last tablet less than a fifth of its effect is left, and soon it has gone",
            holds(lambda: at().speed[16] - 1 < 0.2 * (at().speed[12] - 1) and at().speed[22] < 1.02),
        ),
        (
            "from about {} to about {}. The window closes within some weeks, not in one day",
            WITHOUT,
            taught(0, start=12),
            holds(lambda: at().speed[13] > 1.5 and at().speed[20] < 1.1),
        ),
        (
            "a learned fear was lost lastingly only with both, fluoxetine (an antidepressant) and training (Karpova 2011)",
            why("karpova2011", "only the combination of chronic fluoxetine and extinction training gave lasting loss"),
        ),
        (
            "In rats it brought sight back. The trial in people did not show a difference from a dummy pill (Huttunen 2018)",
            why("mayavetencourt2008", "recover vision"),
            why("huttunen2018_amblyopia", "added nothing over placebo", against=True),
        ),
        (
            "Yes, in 21 trials put together, and less surely later on. D-cycloserine is no antidepressant. Early, "
            "smaller reviews had "
            "found more",
            why("mataixcols2017", "21 of 22", "not clearly at mid-treatment or follow-up", "gave larger values"),
        ),
        (
            "In mice it closed when the drug was stopped (Steinzeig). In people nobody knows",
            why("steinzeig2017", "closed as soon as it was stopped", "unknown in people"),
        ),
    ),
    *quotes(
        "06 sheet",
        (
            "In the window people learned {} of 100 things, with a dummy pill {}. Four weeks after the last tablet it was {}",
            USED,
            WITHOUT,
            MISSED,
        ),
        (
            "Fourteen things more are worth less than 1 point of the score here",
            holds(lambda: at().more == 14 and 0 < at().extra < 1),
        ),
        (
            "Whoever comes later still learned as much as people without the medication",
            holds(lambda: at(start=16).taught[1] <= at(start=16).taught[0]),
        ),
        (
            "Mice lost a learned fear lastingly only with both, fluoxetine and training; neither alone did it",
            why("karpova2011", "only the combination", "neither alone did", against=False),
        ),
        (
            "In {} adults with a weak eye, training with fluoxetine did not show a difference from training with a "
            "dummy pill ({} worse; "
            "{} worse to {} better)",
            told("huttunen2018_amblyopia", r"(\d+) adults with"),
            effect("huttunen2018_amblyopia", "fluoxetine"),
            sight(1),
            sight(0, digits=3),
            why("huttunen2018_amblyopia", "added nothing over placebo", against=True),
        ),
        (
            "Which group would you look for in that trial first? (Wait for: the drug without therapy. It is not there.)",
            why("mitchell2023_mdma", "no arm with the drug and without the therapy"),
        ),
    ),
]
