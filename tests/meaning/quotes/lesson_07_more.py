"""What lesson 07's notebook says of studies, of its own limits and at its end, and what holds it."""

import dataclasses
import math

import toolkit
from tests.meaning.quotes.grounds import (
    claim,
    fitted,
    holds,
    interval,
    is_invented,
    last_lines,
    not_read,
    sides,
    sides_are_as_drawn,
    sized,
    sources,
    tasks_are,
)
from tests.meaning.quotes.lesson_07 import (
    LINK,
    at,
    brought,
    forgotten_at_random,
    here,
    lines_are_intervals,
    odds,
    open_marks_are_the_model,
    pairs,
    still,
    survey_apart,
    tanh,
    three_places,
    without,
)
from tests.meaning.quoting import effect, people, quotes, read, share, the_effect, told, why
from toolkit.model import BOTH, MEDICATION, TRUST_WORLDS, parameters

QUOTES = [
    *quotes(
        "07",
        (
            "The claim, in one line. Trust keeps people on treatment, and that is why they get better",
            # It is the chain of C8, and each of its steps is what the lesson looks at.
            holds(
                lambda: (
                    "trust, motivation, staying on it" in claim("C8")["says"]
                    and "C8" in toolkit.lessons.lesson(7).claims
                )
            ),
        ),
        (
            "The study most often quoted for it reviews {} studies of therapy [fluckiger2018]. Of 100 pairs of people, the one "
            "who trusted more improved more in about {} (our sum), where a coin would say 50. How sure? The link is sure, but "
            "early relief also raises trust",
            told("fluckiger2018", r"(\d+) studies, more"),
            pairs(),
            why("fluckiger2018", "better outcome", "early symptom improvement also raises alliance", against=False),
        ),
        (
            "The study that speaks most clearly against it is a randomised trial of cards for choosing a tablet together "
            "[leblanc2015_sdm]. People felt more involved ({} against {} of 100 points), but it was not shown that they took "
            "more tablets or were less depressed. How sure? It is one trial, and cards are not all of trust",
            read("leblanc2015_sdm", "decision cards", "involvement", digits=0),
            read("leblanc2015_sdm", "usual care", "involvement", digits=0),
            why(
                "leblanc2015_sdm",
                "Decision cards for choosing an antidepressant",
                "medication use and depression did not change",
                "more involved",
                "Cluster RCT",
                against=True,
            ),
        ),
        (
            "Put together. Within the same person, more trust was followed by fewer symptoms, and fewer symptoms by more trust "
            "[fluckiger2020_withinpatient]",
            why(
                "fluckiger2020_withinpatient",
                "fewer symptoms AND fewer symptoms by a better alliance",
                "within the same person",
            ),
        ),
        (
            "What would settle it. Therapists trained in building trust, or not, at random, and trust rated every session",
            holds(
                lambda: (
                    "Train the therapists of half of the people, chosen at random, in building trust"
                    in toolkit.lessons.lesson(7).said_tasks[1]["right"]
                ),
                lambda: at(arrow="follows", rated=0).link < at(arrow="follows", rated=8).link,
            ),
        ),
        (
            "Like our third world? What happened within the same person looks like it, but chance had not decided who trusts, "
            "so something else may have moved both. A trial would have to rate trust before anybody feels better",
            why("fluckiger2020_withinpatient", "both directions", "still not randomised: a third thing may drive both"),
            holds(
                lambda: TRUST_WORLDS["both"].causes and TRUST_WORLDS["both"].follows > 0,
                lambda: abs(at(arrow="follows", rated=0).correlation) < 0.08,
            ),
        ),
        (
            "The link is sure because anything from {} to {} pairs fits. The trial with cards had {} adults, and chance decided "
            "which clinics used the cards. We read no interval for staying or for mood",
            pairs(0),
            pairs(1),
            told("leblanc2015_sdm", r"(\d+) adults"),
            why("leblanc2015_sdm", "Cluster RCT", "10 primary care practices"),
            holds(lambda: toolkit.finding("leblanc2015_sdm").effect is None),
        ),
        ("The picture below. Open marks are the model, and follow the picture above", open_marks_are_the_model),
        ("All studies, in a picture. ▲ for, ▼ against, ○ background; lines are 95 % intervals", lines_are_intervals),
        (
            "(▲ for, ▼ against this claim, ◆ mixed, ○ background)",
            lambda: sides_are_as_drawn(7),
            holds(
                lambda: all(mark == "▼" for id, mark in sides(7).items() if toolkit.finding(id).counter_evidence),
            ),
        ),
        (
            "Pairs: of 100 pairs of people, those in which the one who trusts more improved more; $50 + 100 \\arcsin(r)/\\pi$ "
            "for a correlation $r$, our sum. Odds: people who stay for each one who does not",
            holds(
                lambda: math.isclose(at().pairs, 50 + 100 * math.asin(at().correlation) / math.pi),
                lambda: math.isclose(at().odds_ratio, odds(at().still(BOTH, 13)) / odds(at().still(MEDICATION, 13))),
            ),
        ),
        (
            "| fluckiger2018 | {} studies of therapy | more / less trust | correlation {} ({} to {}) | ▲ | a link; the model "
            "was fitted to it |",
            told("fluckiger2018", r"(\d+) studies, more"),
            *sized("fluckiger2018", "face-to-face", "Pearson"),
            fitted("fluckiger2018", "contact.alliance"),
            why("fluckiger2018", "Correlation, not proof of cause", against=False),
        ),
        (
            "| totura2018 | 1,065 people, 8 studies, medication | more / less trust in the prescriber | correlation {} ({} to {}) "
            "| ▲ | a link, few studies; outcome, not staying |",
            tanh(),
            tanh(0),
            tanh(1),
            why(
                "totura2018",
                "8 studies, 1,065 participants",
                "outcome not adherence",
                "relationship with the prescriber",
            ),
        ),
        (
            "| krupnick1996 | 225 people, one trial | trust and outcome, in four groups | linked as closely with a dummy pill as "
            "in therapy; size not read | ◆ | a link; with a dummy pill, staying on it cannot be the reason |",
            why(
                "krupnick1996",
                "just as much in the drug and placebo arms as in the psychotherapy arms",
                "225 cases",
                "IPT, CBT, imipramine + clinical management, placebo + clinical management",
            ),
            not_read("krupnick1996"),
        ),
        (
            "| fluckiger2020_withinpatient | 5,350 people, 17 studies | session by session, within one person | both directions; "
            "sizes not read | ◆ | not assigned at random |",
            why(
                "fluckiger2020_withinpatient",
                "5,350 patients from 17 studies",
                "Session by session within the same person",
                "both directions",
                "not randomised",
            ),
            not_read("fluckiger2020_withinpatient"),
        ),
        (
            "| the model | 1,000 simulated, as it opens | more / less trust | correlation {} | | set to be near the first row |",
            here(lambda seen: f"{seen.correlation:.2f}"),
            holds(lambda: at().course.cohort.size == 1000 and abs(at().correlation - LINK) < 0.05),
        ),
        (
            "| johns2019_therapist | {} studies | which therapist | {} % of the differences between people | ▲ | mostly not "
            "assigned at random |",
            told("johns2019_therapist", r"(\d+) studies since"),
            share("johns2019_therapist", "all studies"),
            why("johns2019_therapist", "Mostly not randomised", "outcome variance"),
        ),
        (
            "| king2017_therapist_variability | 910 people, 15 studies | the same treatment with / without a therapist | neither "
            "staying nor outcome differed much; sizes not read | ▼ | people who accept self-help |",
            why(
                "king2017_therapist_variability",
                "910 people starting",
                "15 studies",
                "neither completion nor outcome differed much",
                "people who accept self-help",
                against=True,
            ),
            not_read("king2017_therapist_variability"),
        ),
        (
            "| mckay2006_psychiatrist | 112 people, 9 psychiatrists | which psychiatrist / which tablet | {} / {} % of the "
            "differences between people | ▲ | tiny; on another scale {} / {} % |",
            *(
                share("mckay2006_psychiatrist", arm)
                for arm in ("psychiatrist, BDI", "medication, BDI", "psychiatrist, HAM-D", "medication, HAM-D")
            ),
            why("mckay2006_psychiatrist", "112 patients", "9 psychiatrists", "share of variance"),
        ),
        (
            "| posternak2007_visits | {} trials | one more visit / none | {} points further fall | ▲ | visits not assigned at "
            "random |",
            told("posternak2007_visits", r"(\d+) double-blind"),
            effect("posternak2007_visits", "week 3", "HRSD"),
            why("posternak2007_visits", "not randomised visit frequency"),
        ),
        (
            "| leblanc2015_sdm | {} adults, {} practices | talk with cards / as usual | more involved, {} / {} points; staying and "
            "mood not shown to differ | ▼ | one way of talking |",
            told("leblanc2015_sdm", r"(\d+) adults"),
            told("leblanc2015_sdm", r"(\d+) primary care practices"),
            read("leblanc2015_sdm", "decision cards", "involvement", digits=0),
            read("leblanc2015_sdm", "usual care", "involvement", digits=0),
            why("leblanc2015_sdm", "medication use and depression did not change", against=True),
        ),
        (
            "| lemmens2016_mediators | {} studies | steps on the way to recovery | none settles which step causes which | ▼ | not "
            "shown is not shown false |",
            told("lemmens2016_mediators", r"(\d+) mediation studies"),
            why(
                "lemmens2016_mediators",
                "none settles which change causes which",
                "Absence of proof, not proof of absence",
                against=True,
            ),
        ),
        (
            "| olfson2006 | {} adults, United States | with / without psychotherapy, past 30 days | {} / {} of 100 still take it | "
            "▲ | people chose; all starters past 90 days: {} |",
            told("olfson2006", r"(\d+) adults"),
            share("olfson2006", "with psychotherapy"),
            share("olfson2006", "without psychotherapy"),
            share("olfson2006", "all starters", "continued beyond 90"),
            why("olfson2006", "not randomised", "US national sample"),
        ),
        (
            "| the model | as it opens, week 4 | with / without a therapist | {} / {} of 100 | | 4 apart, and not 24 |",
            still(BOTH, 4),
            still(MEDICATION, 4),
            holds(lambda: round(at().still(BOTH, 4)) - round(at().still(MEDICATION, 4)) == 4, survey_apart),
        ),
        (
            "| dave2012_uk | {} people, British practices | half a year | {} of 100 still take it | ○ | pauses counted as "
            "stopping; the model {} / {} |",
            people("dave2012_uk", "SSRI starters", "incl. gaps"),
            share("dave2012_uk", "SSRI starters", "incl. gaps", turned=True),
            still(BOTH, 26),
            still(MEDICATION, 26),
            why("dave2012_uk", "UK general practice", "includes temporary gaps", "by six months"),
        ),
        (
            "| cuijpers2020_nma | 11,910 people, 101 trials | both / medication alone | fewer leave with both: ratio {} ({} to {}) "
            "| ▲ | not said which way round; the model was fitted to it |",
            *sized("cuijpers2020_nma", "combined vs pharmacotherapy", "acceptability"),
            why("cuijpers2020_nma", "101 studies, 11,910", "Which way that ratio was formed is not in the abstract"),
            why("cuijpers2020_nma", "above 1 = first named more acceptable"),
            fitted("cuijpers2020_nma", "adherence.alliance"),
        ),
        (
            "| pampallona2004 | 1,842 people, 16 trials | both / medication alone | leaving, odds × {} ({} to {}): did not show a "
            "difference | ▼ | in longer trials × {} ({} to {}); an unusual count |",
            *sized("pampallona2004", "all studies", "dropout"),
            *sized("pampallona2004", "studies >12 weeks", "dropout"),
            why("pampallona2004", "16 trials, 932 drug alone and 910 combined", "unusual contrast"),
            holds(
                lambda: (lambda low, high: low < 1 < high)(*the_effect("pampallona2004", "all studies", "dropout").ci)
            ),
        ),
        (
            "| swift2018_preference | {} studies | wanted / other treatment | odds of staying × {}; lead {} | ▲ | preference is "
            "not trust |",
            told("swift2018_preference", r"(\d+) studies"),
            effect("swift2018_preference", "", "OR"),
            effect("swift2018_preference", "", "d, outcome"),
            why("swift2018_preference", "preferred dropped out less and did slightly better"),
        ),
        (
            "| dunlop2017_predict | {} adults | wanted / other treatment | stayed more; getting well was not shown to differ | ▼ "
            "| shares by wish not read |",
            told("dunlop2017_predict", r"(\d+) treatment-naive adults"),
            why("dunlop2017_predict", "made people stay but not remit more", against=True),
            holds(lambda: not any("prefer" in arm.name for arm in toolkit.finding("dunlop2017_predict").arms)),
        ),
        (
            "| gonzalezdeleon2022_adherence | 24,324 adults, 46 trials | programmes / usual care | odds of staying × {} ({} to {}) "
            "at 3 months, × {} ({} to {}) at 12 | ▲ | fades; working together in one team × {} |",
            effect("gonzalezdeleon2022_adherence", "", "3 months", digits=2),
            interval("gonzalezdeleon2022_adherence", "", "3 months", 0),
            interval("gonzalezdeleon2022_adherence", "", "3 months", 1),
            effect("gonzalezdeleon2022_adherence", "", "12 months", digits=2),
            interval("gonzalezdeleon2022_adherence", "", "12 months", 0),
            interval("gonzalezdeleon2022_adherence", "", "12 months", 1),
            effect("gonzalezdeleon2022_adherence", "collaborative", digits=2),
            why(
                "gonzalezdeleon2022_adherence",
                "fading by a year",
                "collaborative care worked best",
                "46 trials, 24,324",
            ),
        ),
        (
            "| the model | as it opens, week 13 | with / without a therapist | odds × {} |",
            here(lambda seen: f"{odds(seen.still(BOTH, 13)) / odds(seen.still(MEDICATION, 13)):.2f}"),
        ),
        (
            "| chong2011_adherence | {} programmes | programmes / usual care | 16 kept people on it; 12 of these eased depression "
            "too | ▼ | counts of “significant” results |",
            told("chong2011_adherence", r"(\d+) interventions"),
            why("chong2011_adherence", "only 43% improved both", "Vote counting of significance"),
            holds(lambda: [arm.events for arm in toolkit.finding("chong2011_adherence").arms] == [16, 12]),
        ),
        (
            "| pampallona2002_adherence | {} studies | programmes | no consistent sign of what works | ▼ | up to 1999 |",
            told("pampallona2002_adherence", r"(\d+) studies"),
            why("pampallona2002_adherence", "no consistent sign of which ones work", "1973-1999", against=True),
        ),
        (
            "| ho2016 | {} studies | those who stay / stop | fewer relapses; sizes read in a summary only | ▲ | people who stay "
            "differ in other ways |",
            told("ho2016", r"(\d+) studies"),
            why("ho2016", "more relapse", "secondary page", "adherent people differ in other ways"),
        ),
        (
            "| hu2004_sideeffects | {} people, three months | everybody on an SSRI (a common kind of antidepressant) | {} of 100 "
            "had a bothersome side effect, {} had no bothersome one | ○ | read from a list, no comparison group |",
            told("hu2004_sideeffects", r"(\d+) patients"),
            share("hu2004_sideeffects", "SSRI starters", "bothersome side"),
            share("hu2004_sideeffects", "SSRI starters", "bothersome side", turned=True),
            why("hu2004_sideeffects", "About three months into an SSRI", "checklist", "no placebo group"),
        ),
        (
            "| halflives_ssri_table | a table | antidepressants | half-lives differ more than tenfold | ○ |",
            why("halflives_ssri_table", "Elimination half-lives differ more than tenfold between antidepressants"),
        ),
        (
            "The links are fitted. All three worlds were set to show the published link [fluckiger2018], so the match is no test. "
            "How much extra trust would help comes almost entirely from that fit",
            fitted("fluckiger2018", "contact.alliance"),
            holds(
                lambda: all(abs(at(arrow=arrow).correlation - LINK) < 0.05 for arrow in TRUST_WORLDS),
                lambda: 0 <= without("contact.alliance").gain <= 2 < 15 < at().gain,
            ),
        ),
        (
            "Staying on would hardly show. If trust did no more than keep people on treatment, the link in this model would be "
            "below 0.1, much smaller than in studies. Here most of it comes from being seen, and that is built in",
            holds(
                lambda: 0 < without("contact.alliance").correlation < 0.1 < LINK - 0.1,
                lambda: without("dropout.alliance", "adherence.alliance").correlation > 0.9 * at().correlation,
            ),
        ),
        (
            "The model disagrees with a large survey. There, 24 more of 100 still took the medication with psychotherapy "
            "[olfson2006]; here it is 4. But the survey did not assign therapy at random, so part of its difference may come from "
            "who gets a therapist",
            why("olfson2006", "psychotherapy association is not randomised", "household survey"),
            holds(survey_apart, lambda: round(at().still(BOTH, 4)) - round(at().still(MEDICATION, 4)) == 4),
        ),
        (
            "Nobody gives trust like a tablet. The extra trust is a thought experiment, for a training may raise trust in some "
            "people and not in others",
            holds(lambda: (at().given.cohort.traits.alliance > brought(at()) + 0.03).all()),
        ),
        (
            "Hope is missing. Something else, such as hope, could cause both trust and recovery, and then even an early rating "
            "would mislead. No world here has that",
            holds(
                lambda: abs(at(arrow="follows", rated=0).correlation) < 0.08,
                lambda: (
                    {field.name for field in dataclasses.fields(TRUST_WORLDS["both"])}
                    == {"follows", "causes", "changes", "says"}
                ),
            ),
            three_places,
        ),
        (
            "One number stands for trust in everybody, while in life therapist and prescriber are two relationships, and each is "
            "linked to recovery [totura2018]. - Trust is steady here, but in life it grows, breaks and is mended",
            holds(lambda: brought(at()).shape == (1000,)),
            why(
                "totura2018",
                "In medication treatment too, a better relationship with the prescriber went with better outcome",
            ),
        ),
        (
            "People forget at random here, while in life they forget on bad days, on journeys, on early shifts, or they decide",
            holds(forgotten_at_random),
            is_invented,
        ),
        (
            "A fuller target need not mean more effect, although we pretend here that it does",
            why("meyer2004_sert", "Occupancy is not the same as benefit"),
            holds(lambda: math.isclose(at().chain[3], at().chain[1] * at().occupied)),
        ),
        ("Five short tasks. No code is needed", tasks_are(7, 5)),
        (
            "The last two are behind the model's own numbers, for how full a target is and for who stays",
            holds(
                lambda: (
                    [parameters()[name]["source"] for name in ("drug.half_occupancy_level", "adherence.stopping")]
                    == sources(7)[-2:]
                ),
            ),
        ),
        *last_lines(7),
    ),
]
