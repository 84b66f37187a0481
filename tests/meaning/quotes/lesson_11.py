"""What lesson 11 says of studies and of its model, and what holds it."""

import toolkit
from tests.meaning.lived import OPENING, settings
from tests.meaning.quoting import fills, quotes, share, text, told, toy, why
from toolkit.model import MEDICATION_KINDS, Drug

ELEVEN = "11_coming_off"
DRD, ANTLER, HENSSLER = "bockting2018_drd", "lewis2021_antler", "henssler2024_withdrawal"


def moved(**values):
    """What is seen with controls of the opening moved."""
    lesson = toolkit.lessons.lesson(11)
    return lesson.run(**lesson.opening | values)


@fills
def places(dose, before=None):
    """Places of 100 that a dose fills, or that are emptied on the way to it."""
    there = 100 * Drug().occupancy(dose)
    return f"{100 * Drug().occupancy(before) - there if before else there:.0f}"


@fills
def ill(group, **values):
    return f"{moved(**values).ill[group]:.0f}"


@fills
def part(arm, outcome, digits):
    [found] = [each for each in toolkit.finding(HENSSLER).arms if each.name == arm and outcome in each.outcome]
    return f"{100 * found.value:.{digits}f}"


def risk(end=None):
    """The risk with a taper and therapy against medication kept, or an end of its interval."""

    @fills
    def slot():
        [found] = [e for e in toolkit.finding("breedvelt2020").other_effects if "tapering" in e.comparison]
        return f"{found.value if end is None else found.ci[end]:.2f}"

    return slot()


@fills
def each_step():
    return f"{moved(way='hyperbolic').largest:.0f}"


@fills
def mistaken():
    return f"{moved(way='abrupt', taken=100).unwell['slope']:.0f}"


@fills
def last_week():
    return f"{moved(step_weeks=8).descent.last}"


def equal_doses_miss():
    assert moved(step_weeks=8).missed > 20
    assert round(moved(step_weeks=8).largest) == 33


def slow_is_felt_less():
    """Whichever idea holds, fewer feel withdrawal where steps are longer, and most where there is one step."""
    felt = [
        moved(way=way, step_weeks=weeks).feels.mean()
        for way, weeks in (("abrupt", 1), ("linear", 1), ("linear", 8), ("hyperbolic", 8))
    ]
    assert felt == sorted(felt, reverse=True)
    assert len(set(felt)) == 4


@fills
def guess(place):
    return str(list(toolkit.lessons.lesson(11).predict().guesses.values())[place])


def the_page_says_so():
    page = text("11")
    for said in (
        "do not stop or change a medication on your own",
        "Staying on is a choice too",
        "call that person the same day",
    ):
        assert said.lower() in page.lower(), said


def shows_no_doses():
    """Neither the table nor the picture has a dose in it: only what is filled."""
    shown = settings(ELEVEN)[OPENING]
    assert not [name for name in shown.table if "dose" in name]
    assert "milligram" not in text("11") + text("11 words")


def half_is_most():
    assert Drug().occupancy(0.5) > 0.8 * Drug().occupancy(1.0)


STOPPED, DUMMY = "stopping antidepressant", "stopping placebo"


def slope_never_half():
    for way in ("linear", "hyperbolic", "abrupt"):
        assert all(50 < moved(way=way, step_weeks=weeks, count="last").ill["slope"] < 60 for weeks in (1, 2, 4, 8))


def slow_spares():
    fast, slow = moved(way="abrupt"), moved(way="hyperbolic", step_weeks=8, count="last")
    assert slow.ill["tipping"] < slow.ill["kept"] + 1 < fast.ill["tipping"] - 10


def fooled(shown):
    return shown.result.counted["slope"] > shown.result.ill["slope"] + 3


def both_same(shown):
    return round(shown.result.ill["slope"]) == round(shown.result.ill["tipping"]) == 56


def nobody_compared():
    """No record that speaks of stepping down has a fast and a slow way in it."""
    for one in toolkit.evidence.findings():
        names = " ".join(arm.name for arm in one.arms).lower()
        assert not ("slow" in names and "taper" in names), one.id


def kinds_differ():
    """Half-lives are several times as long in one kind of medication here as in another."""
    kinds = [dict(kind.changes).get("drug.half_life_days", Drug().half_life_days) for kind in MEDICATION_KINDS.values()]
    assert max(kinds) > 2 * min(kinds)


QUOTES = [
    *quotes(
        "11",
        (
            "The first step takes {} of the {} filled places and the last one takes {}",
            places(0.875, 1.0),
            places(1.0),
            places(0.125),
        ),
        ("Every step takes {} places", each_step()),
        (
            "Both ideas have {} of 100 ill again, because we set them so",
            ill("slope", way="abrupt"),
            toy(ELEVEN, "Everything in one day", both_same),
        ),
        (
            "At the tipping point more people stay well than with equal steps of dose",
            toy(ELEVEN, "Equal at the target", lambda s: s.result.ill["tipping"] < moved().ill["tipping"] - 3),
        ),
        (
            "On the slope the steps change little",
            toy(ELEVEN, "Equal at the target", lambda s: abs(s.result.ill["slope"] - moved().ill["slope"]) < 2),
        ),
        (
            "Some people fell ill on the way and are not in the count",
            toy(ELEVEN, "From the last step", lambda s: min(s.result.early.values()) > 5),
        ),
        ("The trial counts people as ill again who are not", toy(ELEVEN, "Taken for relapse", fooled)),
        (
            "Of 100 who stepped down with therapy, {} stayed well; of 100 who stayed on without therapy, {} "
            "did, and with therapy {}",
            share(DRD, "while tapering", turned=True),
            share(DRD, "antidepressant alone", turned=True),
            share(DRD, "preventive CT + antidepressant", turned=True),
        ),
        (
            "Between the first two no difference was shown, which does not prove that there is none",
            why(DRD, "not significant", "is not equivalence"),
        ),
        (
            "{} of 100 stayed well for a year after it, and {} with medication kept",
            share(ANTLER, "discontinuation", turned=True),
            share(ANTLER, "maintenance", turned=True),
        ),
        ("No study in our records compared a slow way down with a fast one", nobody_compared),
        (
            "How fast a medication leaves the body and how a dose fills its target differ widely. No step here can be carried "
            "over to a tablet",
            kinds_differ,
            why("halflife_lithium", "half-life of about a day"),
            why("halflife_nortriptyline", "long and variable half-life"),
        ),
        (
            "In a review of 11 trials, people who stepped down with therapy had {} times the risk of those who stayed on",
            risk(),
            why("breedvelt2020", "11 trials", "tapering"),
        ),
        ("The data fit anything from {} to {} times", risk(0), risk(1)),
        (
            "{} of 100 people who stopped an antidepressant felt something, and {} of 100 who stopped a dummy pill; severe "
            "symptoms had {} and {} of 100",
            part(STOPPED, "any", 0),
            part(DUMMY, "any", 0),
            part(STOPPED, "severe", 1),
            part(DUMMY, "severe", 1),
        ),
        ("So {} of 100 who stopped felt nothing of the kind", share(HENSSLER, STOPPED, "any", turned=True)),
        (
            "Others dispute these figures, because most people had taken it for a short time only",
            why(HENSSLER, "Mostly short-term use", "disputes the estimate"),
        ),
        (
            "Where a calming drug was stepped down after therapy for panic, what the drug had given was lost",
            why(
                "marks1993_alprazolam",
                "gains from the drug were lost",
                "Benzodiazepine, not an antidepressant",
                against=True,
            ),
        ),
        (
            "stepped down with therapy / kept / kept with therapy | {} / {} / {} in two years | ▲",
            share(DRD, "while tapering"),
            share(DRD, "antidepressant alone"),
            share(DRD, "preventive CT + antidepressant"),
        ),
        ("289 people well on medication", why(DRD, "289 people in remission")),
        (
            "44 and 47 in two years; which is which was not read | ▲ | read in a summary; {} of 100 stopped fully",
            told("kuyken2015_prevent", r"(71)% fully stopped"),
            why("kuyken2015_prevent", "44-47%", "424 primary-care"),
        ),
        ("risk × {} ({} to {}) | ▲ | did not show a difference", risk(), risk(0), risk(1)),
        (
            "714 people, 4 trials | stepped down with therapy / kept | did not show a difference; size not "
            "read | ▲ | nothing about a person told who does better",
            why("breedvelt2021_ipd", "714 participants", "4 trials", "No patient factor predicted who does better"),
        ),
        (
            "stepped down with therapy / without | {} / {} in two years | ◆ | perhaps 20 in each group, one "
            "team; later trials found far less",
            share("fava1998", "CBT of residual"),
            share("fava1998", "clinical management"),
            why("fava1998", "40 people", "one therapist team", "later pooled effects are far smaller"),
        ),
        (
            "kept / stopped | {} / {} in a year | ○ | {} of 100 who stopped stayed well",
            share(ANTLER, "maintenance"),
            share(ANTLER, "discontinuation"),
            share(ANTLER, "discontinuation", turned=True),
        ),
        (
            "4,410 people, 31 trials | kept / stopped | {} / {} | ○ | withdrawal may be counted as relapse",
            share("geddes2003", "continued"),
            share("geddes2003", "switched"),
            why("geddes2003", "4,410 participants", "withdrawal effects may be counted as relapse"),
        ),
        (
            "about 1,500 people, four trials | kept / stopped | most people stayed well on either | ○",
            why(
                "gueorguieva2017_trajectories", "About 1,500", "most people stayed well", "four discontinuation trials"
            ),
        ),
        (
            "gains were kept | ▲ | no dummy pill, nobody blind",
            why(
                "vanapeldoorn2013_speed",
                "gains were kept after the medication was tapered",
                "No placebo arm and no blinding",
            ),
        ),
        (
            "93 trials, anxiety | after treatment had stopped | gains held after medication as well | ▲",
            why("bandelow2018_enduring", "93 RCTs", "gains held after medication too", "went on taking drugs"),
        ),
        (
            "154 people with panic | a calming drug stepped down, after therapy | what the drug had given was lost | ▼",
            why("marks1993_alprazolam", "154 patients"),
        ),
        (
            "21,002 people, 79 studies | stopped / dummy pill stopped | {} / {} felt something; severe {} / {} | ○",
            part(STOPPED, "any", 0),
            part(DUMMY, "any", 0),
            part(STOPPED, "severe", 1),
            part(DUMMY, "severe", 1),
            why(HENSSLER, "79 studies, 21,002 people"),
        ),
        (
            "77 people | usual doses of five antidepressants | about {} of 100 places filled",
            told("meyer2004_sert", r"about (80)%"),
            why("meyer2004_sert", "77 subjects", "five antidepressants"),
        ),
        ("kept / slope / tipping point | {} / {} / {} in a year", ill("kept"), ill("slope"), ill("tipping")),
        ("We took the {} more of 100 from a review", told(HENSSLER, r"31-17=(14)")),
        (
            "Both are set to one trial",
            toy(ELEVEN, "Everything in one day", both_same),
            toy(ELEVEN, OPENING, lambda s: round(s.result.ill["kept"]) == 39),
        ),
    ),
    *quotes(
        "11 words",
        (
            "everybody who feels withdrawal is counted as ill again. How far from the truth is the trial's number now",
            toy(ELEVEN, "Taken for relapse", fooled),
        ),
        ("a usual dose of a medication fills {} of 100 places at its target", places(1.0)),
        ("mostly filled. In the model, {} are still filled", places(0.5)),
        ("the next part of the dose. In the model, {} are still filled", places(0.5)),
        ("the last step takes 33 places, however long it waits", equal_doses_miss),
        ("Under both, fewer people feel withdrawal on a slow way", slow_is_felt_less),
        ("a slow way only moves the time", slope_never_half),
        ("a slow way spares them most of it", slow_spares),
        ("many people stayed well: more than 40 of 100", slope_never_half),
        ("About {} of 100 are counted though they are not ill again", mistaken()),
        ("With steps of eight weeks the last one comes in week {}", last_week()),
        ("Both ideas meet such a trial equally well: {} of 100 ill again", ill("slope", way="abrupt")),
        ("None of the studies in our records has done this", nobody_compared),
    ),
    *quotes(
        "11 sheet",
        ("nobody stops alone, staying on is a choice too, nothing here is a plan for a tablet", the_page_says_so),
        ("Both ideas say the same number", toy(ELEVEN, "Everything in one day", both_same)),
        ("Wait for: it depends on the idea, and we do not know the idea", slow_spares, slope_never_half),
        (
            "everybody who fell ill on the way: 15 of 100 on the slope, 18 at the tipping point",
            toy(ELEVEN, "From the last step", lambda s: min(s.result.early.values()) > 5),
        ),
        ("I cannot say, and neither can this model: medications and people differ", shows_no_doses),
        (
            "It may have been either, and nobody can tell afterwards from here",
            why("geddes2003", "withdrawal effects may be counted as relapse"),
        ),
        ("Half of the cards find a chair at once; the other half look for a free one and mostly fail", half_is_most),
        ("Whoever feels worse calls the person who prescribed it, the same day", the_page_says_so),
        ("Equal steps of dose are no equal steps at the target", half_is_most),
        (
            "In the largest trial here {} of 100 who stopped stayed well for the year",
            share(ANTLER, "discontinuation", turned=True),
        ),
        ("In the model the last of eight takes most", toy(ELEVEN, OPENING, lambda s: 33 < s.result.largest < 34)),
        (
            "Under one idea a slow way spares people, under the other it only takes longer",
            slow_spares,
            slope_never_half,
        ),
        ("No study here compared slow with fast", nobody_compared),
        (
            "63 fell ill again within two years, and {} of 100 who stayed on; the others stayed well. A difference "
            "was not shown",
            share(DRD, "antidepressant alone"),
        ),
        (
            "{} of 100 people who stopped fell ill again within a year, and {} of 100 who stayed on",
            share(ANTLER, "discontinuation"),
            share(ANTLER, "maintenance"),
        ),
    ),
]
