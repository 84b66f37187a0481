"""What lesson 16 says of studies and of its toy, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import TWELVE
from tests.meaning.quoting import across, effect, people, quotes, share, toy, why

QUOTES = [
    *quotes(
        "16",
        (
            "could not repeat that gain (Kocsis 2009)",
            why("kocsis2009_revamp", "COUNTER-EXAMPLE to keller2000, by an overlapping team"),
        ),
        (
            "In social anxiety therapy alone did better a year later than both (Nordahl 2016)",
            why("nordahl2016_sad", "alone left more people recovered a year later", against=True),
        ),
        (
            "doubled response in people whom a medicine had not helped enough, {} against {} % (Wiles 2013)",
            share("cobalt2013", "CBT + usual care", "response"),
            share("cobalt2013", "usual care", "response"),
            why("cobalt2013", "doubled response"),
        ),
        (
            "Added to a medicine that was actively adjusted, it was not shown to bring more people to remission "
            "within 12 weeks, with {} people (Kocsis 2009)",
            people("kocsis2009_revamp", "all three arms", "remission"),
            why("kocsis2009_revamp", "actively changed medication", against=True),
        ),
        (
            "therapy against relaxation and education in adults with ADHD (Safren 2010), exposure "
            "against stress management in OCD (Simpson 2008)",
            why("safren2010_adhd", "relaxation plus education"),
            why("simpson2008_ocd", "stress management"),
        ),
        (
            "the gain from CBT is small, {} of a standard deviation (Furukawa 2017)",
            effect("furukawa2017_cbt_severity"),
            why("furukawa2017_cbt_severity", "small benefit"),
        ),
        (
            "Against all kinds of controls the gain from therapies is {}, much of it against waiting lists (Papola 2026)",
            effect("papola2026_severity", "psychotherapy vs control"),
            why("papola2026_severity", "inflated by waiting-list"),
        ),
        (
            "Both together led at 12 weeks in teenagers, {} against {} and {} %; at 36 weeks all three "
            "arms were above 80 % (TADS 2007)",
            *(share("tads2007", arm, "response", 12) for arm in ("combination", "fluoxetine", "CBT")),
            why("tads2007", "all three active arms had response rates above 80%"),
        ),
        (
            "four arms of about 300 each: together were not shown to be better than either (Anton 2006)",
            why("combine2006", "together was no better than either", against=True),
        ),
        (
            "reported that severe, not chronic depression gained most from both. It was retracted and "
            "replaced after counting errors, and the difference between groups was no longer "
            "significant",
            why(
                "hollon2014_RETRACTED_REPLACED",
                "severe, non-chronic",
                "because of counting errors",
                "lost significance",
            ),
        ),
        (
            "show a benefit or none, depending on what is assumed of the people who were not seen again; 69 % were not",
            why("raise2022_5yr", "Only 31% seen at 5 years"),
        ),
        (
            "The one trial here that looks like synergy, remission in social anxiety (Blanco 2010), "
            "had about 30 people in each arm",
            why("blanco2010_sad", "looks super-additive", "27+34+35+32"),
        ),
    ),
    *quotes(
        "16 sheet",
        (
            "looks like synergy, in social anxiety. Its arms were small, and its result cannot be told from adding up",
            why("blanco2010_sad", "not distinguishable from additive", "Small arms", against=False),
        ),
        (
            "with large arms, both together were not shown to do better than either",
            why("combine2006", "together was no better than either", against=True),
        ),
    ),
    *quotes(
        "16 words",
        (
            "About four in ten of such trials find the benefit; the others are run just as honestly and do not",
            toy(
                TWELVE,
                "Sixty in each arm",
                lambda s: s.values["size"] == 60 and 0.35 < s.result.significant.mean() < 0.45,
            ),
        ),
        (
            "the interval is wider than the whole effect",
            toy(
                TWELVE,
                "The same sixty, four arms",
                lambda s: (
                    s.values["compare"] == "four"
                    and (lambda e: e.high - e.low)(s.result.estimate(s.result.weights))
                    > abs(s.result.truth(s.result.weights))
                ),
            ),
        ),
        (
            "Forty thousand people, and synergy as small as this toy's is still missed by more than half of such trials",
            toy(
                TWELVE,
                "Ten thousand in each arm",
                lambda s: 4 * s.values["size"] == 40_000 and 0.5 < 1 - s.result.significant.mean() < 0.62,
            ),
        ),
        (
            "Mostly the lucky trials reach significance, and those show far too much",
            toy(
                TWELVE,
                "Small and lucky",
                lambda s: (
                    s.values["size"] == 20
                    and np.abs(s.result.again[0][s.result.significant]).mean() > 1.3 * s.result.truth(s.result.weights)
                ),
            ),
        ),
        (
            "More than half of the gain is gone, and about five times as many people are needed",
            across(
                TWELVE,
                "A fairer comparison",
                OPENING,
                lambda fair, plain: (
                    0.4 < fair.result.truth(fair.result.weights) / plain.result.truth(plain.result.weights) < 0.5
                    and 4 < fair.result.needed / plain.result.needed < 6
                ),
            ),
        ),
        (
            "The gain looks larger than it is for everybody who was drawn",
            across(
                TWELVE,
                "Only those who stayed",
                OPENING,
                lambda stayed, all_: (
                    stayed.result.truth(stayed.result.weights) > all_.result.truth(all_.result.weights)
                ),
            ),
        ),
        (
            "About one trial in twenty finds something all the same",
            toy(
                TWELVE, "Nothing to find", lambda s: s.values["truth"] == "none" and s.result.significant.mean() < 0.11
            ),
        ),
    ),
    *quotes(
        "16 words",
        (
            "About 170 people in each arm are enough to show, 8 times in 10, that both together do better than medication",
            toy(TWELVE, OPENING, lambda s: "about 170 in each arm" in s.sentence),
        ),
    ),
    *quotes(
        "16",
        (
            "The opening trial, sixty in each arm, did not find the benefit, though it is there",
            toy(TWELVE, OPENING, lambda s: "0 is inside" in s.sentence and s.result.truth(s.result.weights) > 1),
        ),
    ),
    *quotes(
        "16 sheet",
        (
            "A trial of sixty in each arm finds the benefit about four times in ten",
            toy(TWELVE, OPENING, lambda s: 0.35 < s.result.significant.mean() < 0.45),
        ),
        (
            "Where only lucky trials are printed, the printed effect is too large",
            toy(
                TWELVE,
                "Small and lucky",
                lambda s: (
                    np.abs(s.result.again[0][s.result.significant]).mean() > 1.3 * s.result.truth(s.result.weights)
                ),
            ),
        ),
        (
            "that is why it takes tens of thousands",
            toy(TWELVE, "The same sixty, four arms", lambda s: s.result.needed > 20_000),
        ),
    ),
]
