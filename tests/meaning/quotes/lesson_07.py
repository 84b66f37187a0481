"""What lesson 07 says of studies and of its toy, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import SIX, taking
from tests.meaning.quoting import across, effect, people, quotes, share, told, toy, why


def near(one, other):
    """Whether trust and improvement correlate about alike in two settings."""
    return abs(one.result.correlation - other.result.correlation) < 0.08


QUOTES = [
    *quotes(
        "07",
        ("only {} % went past 90 days (Olfson 2006)", share("olfson2006", "all starters", "continued beyond 90")),
        (
            "{} % had stopped by half a year, pauses counted (Dave 2012)",
            share("dave2012_uk", "SSRI starters", "incl. gaps"),
        ),
        (
            "With psychotherapy more people stayed: {} against {} % past the first month (Olfson 2006). Nobody drew lots",
            share("olfson2006", "with psychotherapy"),
            share("olfson2006", "without psychotherapy"),
        ),
        (
            "Alliance goes with outcome, at {} over {} studies (Flückiger 2018)",
            effect("fluckiger2018", "face-to-face", digits=2),
            told("fluckiger2018", r"(\d+) studies, more"),
            why("fluckiger2018", "better outcome"),
        ),
        (
            "about as much with medication (Totura 2018)",
            why("totura2018", "In medication treatment too, a better relationship"),
        ),
        ("even with a dummy pill (Krupnick 1996)", why("krupnick1996", "just as much in the drug and placebo arms")),
        (
            "A correlation of {} is about 8 % of what makes people differ",
            effect("fluckiger2018", "face-to-face", digits=2),
            why("fluckiger2018", "about 8% of outcome variance"),
        ),
        (
            "odds of staying {} times those of usual care after 3 months, {} after 12 (González de "
            "León 2022). Collaborative care did best, at {}",
            effect("gonzalezdeleon2022_adherence", "", "3 months"),
            effect("gonzalezdeleon2022_adherence", "", "12 months"),
            effect("gonzalezdeleon2022_adherence", "collaborative"),
            why("gonzalezdeleon2022_adherence", "collaborative care worked best", "fading by a year"),
        ),
        (
            "were likelier to stay (odds {} times) and did slightly better ({} of a standard "
            "deviation; {} studies, Swift 2018)",
            effect("swift2018_preference", "", "OR"),
            effect("swift2018_preference", "", "d, outcome"),
            told("swift2018_preference", r"(\d+) studies"),
            why("swift2018_preference", "dropped out less and did slightly better"),
        ),
        (
            "Of {} programmes {} % raised adherence, {} % raised adherence and eased depression",
            people("chong2011_adherence", "interventions", "significant for adherence and"),
            told("chong2011_adherence", r"(\d+)% improved antidepressant"),
            share("chong2011_adherence", "interventions", "and depression"),
        ),
        (
            "who got the treatment they preferred stayed more and got well no more often (Dunlop 2017)",
            why("dunlop2017_predict", "made people stay but not remit more", against=True),
        ),
        (
            "found no consistent sign of what works (Pampallona 2002)",
            why("pampallona2002_adherence", "no consistent sign of which ones work", against=True),
        ),
        (
            "Added therapy was not shown to lower dropout overall: in a review of 16 trials only the longer ones "
            "showed it, by an unusual count",
            why(
                "pampallona2004",
                "overall it did not reduce dropout, but in treatments longer than 12 weeks it did",
                "unusual contrast",
                "16",
            ),
        ),
        (
            "{} % of people some three months into a common type of antidepressant named at least one, "
            "{} % a bothersome one",
            share("hu2004_sideeffects", "SSRI starters", "any"),
            share("hu2004_sideeffects", "SSRI starters", "bothersome side"),
        ),
        ("without a comparison group", why("hu2004_sideeffects", "no placebo group")),
        (
            "Half-lives differ more than tenfold between antidepressants, from some hours to more than two weeks",
            why("halflives_ssri_table", "more than tenfold", "only hours"),
        ),
        (
            "drop-out with medicine alone was {} times that with both (Cuijpers 2020",
            effect("cuijpers2020_nma", "combined vs pharmacotherapy", "acceptability"),
        ),
    ),
    *quotes(
        "07 sheet",
        (
            "Over nearly 300 studies a better alliance went with a better outcome (correlation {})",
            effect("fluckiger2018", "face", digits=2),
            why("fluckiger2018", "nearly 300 studies", "better outcome", against=False),
        ),
        (
            "Of {} programmes 57% raised adherence, but only 43% raised adherence and eased depression",
            people("chong2011_adherence", "interventions", "and depression"),
            why("chong2011_adherence", "57% improved", "only 43% improved both"),
        ),
    ),
    *quotes(
        "07 words",
        (
            "Many stop by themselves, most in the first month. With a trusted therapist, fewer do",
            toy(
                SIX,
                "Routine care",
                lambda s: (
                    100 - taking(s, "medication", 4) > taking(s, "medication", 4) - taking(s, "medication", 26)
                    and taking(s, "both", 16) > taking(s, "medication", 16)
                ),
            ),
        ),
        (
            "Far fewer stop. Watch the first link of the chain: this gap is wider than the one that trust makes",
            across(
                SIX,
                "A trial's care",
                "Routine care",
                lambda trial, routine: (
                    taking(trial, "both", 16) - taking(routine, "both", 16)
                    > 2 * (taking(routine, "both", 16) - taking(routine, "medication", 16))
                ),
            ),
        ),
        (
            "trust in the one then does nothing for the other: the two curves become one",
            toy(
                SIX,
                "In silos",
                lambda s: np.allclose(
                    s.table["both (% still taking it)"], s.table["medication (% still taking it)"], atol=2
                ),
            ),
        ),
        (
            "Three days in ten are missed and the medicine leaves fast",
            toy(SIX, "Forgetful, half a day", lambda s: s.values["missed"] == 30 and s.values["half_life"] == 0.5),
        ),
        (
            "a medicine that leaves slowly. The level drifts instead of jumping, and the target stays fuller",
            across(
                SIX,
                "Forgetful, a week",
                "Forgetful, half a day",
                lambda slow, fast: (
                    slow.result.occupied > fast.result.occupied
                    and np.diff(slow.result.levels).std() < np.diff(fast.result.levels).std()
                ),
            ),
        ),
        (
            "Three times the typical side effects. In the toy only what is beyond bearing drives "
            "people away, so the curves bend in the first weeks",
            across(
                SIX,
                "Hard side effects",
                OPENING,
                lambda hard, usual: (
                    hard.values["side_effects"] == 3
                    and taking(hard, "medication", 4) < taking(usual, "medication", 4) - 3
                ),
            ),
        ),
        (
            "Here trust causes nothing: people who feel better simply rate it higher. The correlation is about as large "
            "as where trust is the cause",
            across(
                SIX,
                "Trust that only follows",
                OPENING,
                lambda back, cause: back.result.correlation > 0.2 and near(back, cause),
            ),
        ),
        (
            "Trust helps, and feeling better raises trust. Once more the correlation is about the same",
            across(SIX, "Each feeds the other", OPENING, lambda both, cause: near(both, cause)),
        ),
    ),
    *quotes(
        "07",
        (
            "Most who stop do so early. The curves fall in the first weeks and then flatten",
            toy(
                SIX,
                OPENING,
                lambda s: (
                    100 - taking(s, "medication", 8) > 2 * (taking(s, "medication", 8) - taking(s, "medication", 26))
                ),
            ),
        ),
        (
            "One link leaks most: stopping. The others look harmless, and still less than half arrives",
            toy(SIX, OPENING, lambda s: s.result.lost.argmax() == 0 and s.result.chain[-1] < 50),
        ),
        (
            "Each world of the toy gives about the published correlation, whether trust is the cause, only follows, "
            "or both",
            across(SIX, "Trust that only follows", OPENING, near),
            across(SIX, "Each feeds the other", OPENING, near),
        ),
        (
            "a better alliance was followed by fewer symptoms, and fewer symptoms by a better alliance (Flückiger 2020; "
            "not randomised",
            why(
                "fluckiger2020_withinpatient",
                "fewer symptoms AND fewer symptoms by a better alliance",
                "not randomised",
            ),
        ),
    ),
    *quotes(
        "07 sheet",
        (
            "Most who stop do so early: the curve falls in the first weeks",
            toy(
                SIX,
                OPENING,
                lambda s: (
                    100 - taking(s, "medication", 8) > 2 * (taking(s, "medication", 8) - taking(s, "medication", 26))
                ),
            ),
        ),
        (
            "One link leaks most: stopping. The others look harmless, and still less than half arrives",
            toy(SIX, OPENING, lambda s: s.result.lost.argmax() == 0 and s.result.chain[-1] < 50),
        ),
        (
            "A long half-life forgives a missed day. It does not bring it back",
            across(
                SIX,
                "Forgetful, a week",
                "Forgetful, half a day",
                lambda slow, fast: slow.result.occupied > fast.result.occupied and slow.result.occupied < 0.8,
            ),
        ),
    ),
]
