"""What lesson 11's table says of studies, and what holds it."""

from tests.meaning.quotes.grounds import holds, read_in
from tests.meaning.quotes.lesson_11 import (
    ANTLER,
    BREEDVELT,
    DRD,
    FELT,
    HENSSLER,
    LESSON,
    MARKS,
    both_meet_the_trial,
    ill,
    risk,
)
from tests.meaning.quoting import fills, quotes, share, told, why
from toolkit.lessons.coming_off import people
from toolkit.lessons.coming_off.people import KEPT, SLOPE, TIPPING

QUOTES = [
    *quotes(
        "11",
        (
            "Results are people of 100 who were ill again, if nothing else is said; the others were not.",
            holds(lambda: LESSON.study_panels[0]["title"] == "of 100 people, ill again"),
            why(ANTLER, "relapse from 39% to 56%"),
        ),
        (
            "289 people well on medication | stepped down with therapy / kept / kept with therapy | {} / {} / {} in two years "
            "| ▲ | read in reports, not in the paper; no difference shown is not the same as equal",
            share(DRD, "while tapering"),
            share(DRD, "antidepressant alone"),
            share(DRD, "preventive CT + antidepressant"),
            why(DRD, "289 people in remission", '"Not superior" is not equivalence', "read in two news reports"),
            read_in("secondary", DRD),
        ),
        (
            "424 people with three or more episodes | stepped down with mindfulness / kept | 44 and 47 in two years; which is "
            "which was not read | ▲ | read in a summary; {} of 100 stopped fully",
            told("kuyken2015_prevent", r"(71)% fully stopped"),
            why(
                "kuyken2015_prevent", "44-47%", "424 primary-care", "three or more episodes", "Mindfulness", "24 months"
            ),
            read_in("secondary", "kuyken2015_prevent"),
        ),
        (
            "11 trials for all its questions | stepped down with therapy / kept | risk × {} ({} to {}) | ▲ | did not show a "
            "difference",
            risk(),
            risk(0),
            risk(1),
            why(BREEDVELT, "11 trials", "neither better nor worse than the drug alone"),
        ),
        (
            "714 people, 4 trials | stepped down with therapy / kept | did not show a difference; size not read | ▲ | nothing "
            "about a person told who does better",
            why("breedvelt2021_ipd", "714 participants", "4 trials", "No patient factor predicted who does better"),
            why("breedvelt2021_ipd", "hazard ratio was not visible", "no detectably different relapse risk"),
        ),
        (
            "40 people well on medication | stepped down with therapy / without | {} / {} in two years | ◆ | perhaps 20 in "
            "each group, one team; later trials found far less",
            share("fava1998", "CBT of residual"),
            share("fava1998", "clinical management"),
            why("fava1998", "40 people", "in remission on antidepressants", "not stated", "one therapist team"),
            why("fava1998", "later pooled effects are far smaller", "2-year"),
        ),
        (
            "478 people well on medication for long | kept / stopped | {} / {} in a year | ○ | {} of 100 who stopped stayed "
            "well; both ideas are set to it",
            share(ANTLER, "maintenance"),
            share(ANTLER, "discontinuation"),
            share(ANTLER, "discontinuation", turned=True),
            why(ANTLER, "478 primary-care", "long-term antidepressant users who felt well"),
            both_meet_the_trial,
        ),
        (
            "4,410 people, 31 trials | kept / stopped | {} / {} | ○ | withdrawal may be counted as relapse",
            share("geddes2003", "continued"),
            share("geddes2003", "switched"),
            why("geddes2003", "31 trials, 4,410 participants", "withdrawal effects may be counted as relapse"),
        ),
        (
            "about 1,500 people, four trials | kept / stopped | most people stayed well on either | ○ | read in a news item",
            why("gueorguieva2017_trajectories", "About 1,500", "most people stayed well", "on drug or on placebo"),
            why("gueorguieva2017_trajectories", "four discontinuation trials", "Read in a news item"),
        ),
        (
            "people with panic disorder | medication stepped down, with therapy or without | gains were kept | ▲ | no dummy "
            "pill, nobody blind",
            why(
                "vanapeldoorn2013_speed", "SSRI and the combination", "gains were kept after the medication was tapered"
            ),
            why("vanapeldoorn2013_speed", "panic disorder", "No placebo arm and no blinding"),
        ),
        (
            "93 trials, anxiety | after treatment had stopped | gains held after medication as well | ▲ | time is in it; some "
            "went on taking it",
            why(
                "bandelow2018_enduring",
                "93 RCTs",
                "gains held after medication too",
                "Some people went on taking drugs",
            ),
            why("bandelow2018_enduring", "natural recovery", "After treatment for anxiety had stopped"),
        ),
        (
            "154 people with panic | a calming drug stepped down, after therapy | what the drug had given was lost | ▼ | a "
            "calming drug, no antidepressant",
            why(
                MARKS,
                "154 patients",
                "taper to week 16",
                "gains from the drug were lost",
                "not an antidepressant",
                against=True,
            ),
        ),
        (
            "21,002 people, 79 studies | stopped / dummy pill stopped | {} / {} felt something; severe {} / {} | ○ | read on a "
            "summary page; mostly short use; disputed",
            *FELT,
            why(HENSSLER, "79 studies, 21,002 people", "Mostly short-term use", "disputes"),
            read_in("secondary", HENSSLER),
        ),
        (
            "77 people | usual doses of five antidepressants | about {} of 100 places filled | ○ | one target, one kind of "
            "medication",
            told("meyer2004_sert", r"about (80)%"),
            why("meyer2004_sert", "77 subjects", "five antidepressants", "serotonin transporters"),
        ),
        (
            "{} simulated, as it opens | kept / slope / tipping point | {} / {} / {} in a year | | set to meet "
            "lewis2021_antler after a stop",
            fills(lambda: f"{people.PEOPLE:,}")(),
            *(ill(group) for group in (KEPT, SLOPE, TIPPING)),
            both_meet_the_trial,
        ),
    ),
]
