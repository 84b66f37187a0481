"""What lesson 11's notebook says of studies and of its model, and what holds it; its table of studies is in lesson_11_more.py."""

import functools

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import also, answer, asked, figure, first_lines, holds, last_lines, sources, tasks_are
from tests.meaning.quoting import fills, quotes, share, text, the_effect, told, toy, why, words
from toolkit.explore import source
from toolkit.explore.picture import COLOURS
from toolkit.lessons.coming_off import people
from toolkit.lessons.coming_off.people import KEPT, SLOPE, TIPPING
from toolkit.model import MEDICATION_KINDS, Drug, Taper

moved = functools.partial(lived.at, 11)
seen = functools.partial(figure, 11)

ELEVEN = "11_coming_off"
DRD, ANTLER, HENSSLER = "bockting2018_drd", "lewis2021_antler", "henssler2024_withdrawal"
BREEDVELT, MARKS = "breedvelt2020", "marks1993_alprazolam"
STOPPED, DUMMY = "stopping antidepressant", "stopping placebo"
LESSON = toolkit.lessons.lesson(11)
WAYS = ("abrupt", "linear", "hyperbolic")


def ill(group, **values):
    return seen(lambda there: there.ill[group], **values)


@fills
def places(dose, before=None):
    """Places of 100 that a dose fills, or that are emptied on the way to it."""
    there = 100 * Drug().occupancy(dose)
    return f"{100 * Drug().occupancy(before) - there if before else there:.0f}"


def felt(arm, outcome="any", digits=0):
    """The percentage who felt something on stopping."""
    return share(HENSSLER, arm, outcome, digits=digits)


FELT = (felt(STOPPED), felt(DUMMY), felt(STOPPED, "severe", 1), felt(DUMMY, "severe", 1))


@fills
def risk(end=None):
    """The risk with a taper and therapy against medication kept, or an end of its interval."""
    found = the_effect(BREEDVELT, "tapering", "RR of relapse")
    return f"{found.value if end is None else found.ci[end]:.2f}"


def doses(way):
    """The usual dose, those on the way down, and nothing."""
    return np.array([1.0, *Taper(way, people.STEPS).doses(1.0), 0.0])


def drops(way):
    """What each step takes, places of 100."""
    return -100 * np.diff(Drug().occupancy(doses(way)))


def small_then_large():
    """Equal steps of dose take more and more of the target, equal steps at the target the same each time."""
    assert (np.diff(drops("linear")) > 0).all()
    assert np.allclose(np.diff(doses("linear")), -1 / 8)
    assert np.allclose(drops("hyperbolic"), 10)


def fewer_and_fewer():
    """Each further part of a dose fills fewer places, and less of it leaves more than its share."""
    filled = Drug().occupancy(np.linspace(0, 1, 9))
    assert (np.diff(filled) > 0).all()
    assert (np.diff(filled, 2) < 0).all()
    assert 0 == filled[0] < filled[-1] < 1


def slow_is_felt_less():
    """Whichever idea holds, fewer feel withdrawal where steps are longer, and most where there is one step."""
    felt = [
        moved(way=way, step_weeks=weeks).feels.mean()
        for way, weeks in (("abrupt", 1), ("linear", 1), ("linear", 8), ("hyperbolic", 8))
    ]
    assert felt == sorted(felt, reverse=True)
    assert len(set(felt)) == 4


def shows_no_doses():
    """Neither the table nor the picture has a dose in it: only what is filled."""
    shown = settings(ELEVEN)[OPENING]
    assert not [name for name in shown.table if "dose" in name]
    assert "milligram" not in text("11") + text("11 words")


def only_shares():
    """Doses are shares of a usual one, in the model too; nobody can set one."""
    assert doses("linear").max() == doses("hyperbolic").max() == 1
    assert dict(LESSON.controls()[0].options).keys() == set(WAYS)


def nothing_of_a_person():
    """No control stands for somebody's medication, body, history or reasons."""
    assert [control.name for control in LESSON.controls()] == ["way", "step_weeks", "count", "taken", "half", "seed"]


def slope_never_half():
    for way in WAYS:
        assert all(50 < moved(way=way, step_weeks=weeks, count="last").ill[SLOPE] < 60 for weeks in (1, 2, 4, 8))


def slow_spares():
    fast, slow = moved(way="abrupt"), moved(way="hyperbolic", step_weeks=8, count="last")
    assert slow.ill[TIPPING] < slow.ill[KEPT] + 1 < fast.ill[TIPPING] - 10


def held_up():
    """On a slope the risk is that with medication kept as long as all is there, and rises whenever the effect goes."""
    way, full = people.descend("linear", 8, Drug()), float(Drug().occupancy(1.0))
    daily = np.diff(people.strain(way, full, people.fitted()[0]))
    there = way.used_to[way.weeks >= 0]
    assert np.allclose(daily[there > 0.9999 * full], kept_daily(), rtol=1e-3)
    assert ((np.diff(daily) > 0) == (np.diff(there) < 0)).mean() > 0.99


def kept_daily():
    """The risk a day with medication kept."""
    return -np.log(1 - people.KEPT_ILL) / people.YEAR / people.DAYS


def unless_pushed():
    """At a tipping point those fall ill who do with medication kept, and those whose limit is passed; nobody else."""
    seen, bears = moved(way="abrupt"), people.fitted()[1]
    limits = bears * people.nature(1)[1]
    ill_again, kept_ill = (seen.among(group)[1] for group in (TIPPING, KEPT))
    assert (ill_again == (kept_ill | (limits < seen.descent.missed.max()))).all()
    assert np.allclose(np.diff(np.sort(limits)), bears / people.PEOPLE)


def both_meet_the_trial():
    """Stopped in one day, both ideas have as many ill again as the trial had; so has medication kept."""
    there = moved(way="abrupt")
    arms = {arm.name: round(100 * arm.value) for arm in toolkit.finding(ANTLER).arms}
    assert {round(there.ill[idea]) for idea in (SLOPE, TIPPING)} == {arms["discontinuation"]}
    assert round(there.ill[KEPT]) == arms["maintenance"]


def one_height_by_chance():
    """Who feels withdrawal goes by the most that is missed and by nothing else; with another people number others do."""
    ways = [moved(way=way, step_weeks=weeks) for way in WAYS for weeks in (1, 2, 8)]
    share, missed = (np.array(each) for each in zip(*((way.feels.mean(), way.missed) for way in ways), strict=True))
    assert np.allclose(share, people.FELT * missed / missed.max(), atol=0.001)
    one, other = (moved(way="abrupt", seed=seed).feels for seed in (1, 2))
    assert one.sum() == other.sum() == 140
    assert (one != other).any()


def nobody_compared():
    """No record that speaks of stepping down has a fast and a slow way in it."""
    for one in toolkit.findings():
        names = " ".join(arm.name for arm in one.arms).lower()
        assert not ("slow" in names and "taper" in names), one.id


def kinds_differ():
    """Half-lives are several times as long in one kind of medication here as in another."""
    kinds = [dict(kind.changes).get("drug.half_life_days", Drug().half_life_days) for kind in MEDICATION_KINDS.values()]
    assert max(kinds) > 2 * min(kinds)


def is_drawn_so(shown):
    """Blue and dashed lines on the left, three hundreds on the right; open circles are ill again, squares feel withdrawal."""
    lines = {trace["name"]: trace["line"] for trace in shown.chart["data"] if trace["mode"] == "lines"}
    marks = [trace for trace in shown.chart["data"] if trace["mode"] == "markers"]
    left, right = (shown.chart["layout"][axis] for axis in ("xaxis", "xaxis2"))
    assert COLOURS["medication"] in lines["filled"]["color"]
    assert lines["the body is used to"]["dash"] == "dash"
    assert left["domain"][1] < right["domain"][0]
    assert right["ticktext"] == ["kept", "slope", "tipping<br>point"]
    assert sum(len(trace["x"]) for trace in marks) == 300
    for trace in marks:
        symbol = trace["marker"]["symbol"]
        assert (symbol == "circle-open") == (trace["name"] == "ill again")
        assert ("square" in symbol) == ("feels withdrawal" in trace["name"])
        assert ("open" in symbol) != trace["name"].startswith("still well")
    return True


def first_two_from_the_opening():
    missions = LESSON.missions()
    assert [mission.core for mission in missions] == [True, True, False, False]
    assert not any("preset" in step for mission in missions[:2] for step in mission.recipe)


def sides(panel, *expected):
    """The marks before the studies of a panel."""
    return holds(lambda: {row["side"] for row in LESSON.study_panels[panel]["rows"] if "side" in row} == set(expected))


def mark(trace):
    return trace.get("marker", {}).get("symbol")


def missed_again():
    """What is missed, and the formula: what the body is used to beyond what is filled, never below 0."""
    way = moved(way="abrupt").descent
    return way.missed, np.maximum(way.used_to - way.filled, 0)


def the_formulas():
    """The effect follows, the body misses, and the risk on the slope grows, as the formulas have it."""
    assert np.array_equal(*missed_again())
    drug, way, full = Drug(), moved(way="abrupt").descent, float(Drug().occupancy(1.0))
    rate = np.diff(way.used_to) * people.DAYS
    middle = (way.filled - way.used_to)[:-1] + np.diff(way.filled - way.used_to) / 2
    assert np.allclose(rate, middle / drug.delay_weeks, atol=0.005)
    pull = people.fitted()[0]
    daily = np.diff(people.strain(way, full, pull))
    assert np.allclose(daily, kept_daily() * np.exp(pull * (1 - way.used_to[way.weeks >= 0] / full)))


QUOTES = [
    *quotes(
        "11",
        *first_lines(11),
        (
            "What does a step down take away, and what can a year of watching tell?",
            toy(ELEVEN, OPENING, lambda s: "takes 33 of the 80 places" in s.sentence and "the 52 weeks" in s.sentence),
        ),
        (
            "Her neighbour has been well for two years and wonders whether he still needs his tablets",
            why(ANTLER, "felt well", "2+ years on drug"),
        ),
        (
            "Nothing here is a plan for anybody: the steps are shares of a usual dose in a model, and medications differ.",
            only_shares,
            shows_no_doses,
            kinds_differ,
            also("11 sheet", "nothing here is a plan for a tablet"),
        ),
        (
            "Whether to stop, when, and how slowly is decided together with the person who prescribed it, and staying on is a "
            "choice too. If you feel worse after stopping or changing a medication, above all if you are young, call that "
            "person the same day. If you think of harming yourself, call your local emergency number.",
            also(
                "11 sheet",
                "nobody stops alone, staying on is a choice too",
                "calls the person who prescribed it, the same day",
            ),
            also(
                "11 words",
                "call the person who prescribed it, the same day",
                "get help at once: the local emergency number",
            ),
            also("index", "above all if you are young, tell that person at once"),
        ),
        (
            "tell the dose from the share of its target that it fills",
            answer(11, 1, 33.3, hinted=(12.5, 10, 50)),
            small_then_large,
        ),
        (
            "say why withdrawal and relapse cannot always be told apart",
            answer(11, 2, "withdrawal, relapse or neither"),
        ),
        (
            "compare two ideas of illness, and say what a trial would need to tell them apart",
            answer(11, 3, "stopped fast or stopped slowly at random"),
        ),
        (
            "ask of a trial when its year begins and whom it leaves out.",
            answer(11, 4, "fallen ill before the last step"),
        ),
        (
            "Stepping down (tapering): taking less and less over time, together with the person who prescribed it. - Target: "
            "what a medication acts on in the body. It has many places, of which a dose fills a share (occupancy).",
            holds(lambda: all((np.diff(doses(way)) < 0).all() for way in WAYS[1:])),
            fewer_and_fewer,
            also("11 sheet", "nobody stops alone"),
        ),
        (
            "Withdrawal: what a body feels when it gets less than it is used to. For some people it is severe or long, and "
            "nobody is to blame for it.",
            holds(lambda: np.array_equal(*missed_again())),
            why(HENSSLER, "stopping antidepressant: severe symptoms"),
            also("11 words", "It is nobody's fault"),
        ),
        (
            "Relapse: falling ill again after having got well. It can look like withdrawal, and withdrawal can look like it.",
            why("geddes2003", "responders", "withdrawal effects may be counted as relapse"),
            why(HENSSLER, "Withdrawal can be mistaken for relapse"),
        ),
        (
            "Slope and tipping point: two ideas of illness. On a slope, the medication holds a person up for as long as it is "
            "there. At a tipping point, a person who is well stays well unless a jolt pushes them over.",
            held_up,
            unless_pushed,
        ),
        (
            "Who finds a seat at once, and who has to look for one? Skip is fine too.",
            fewer_and_fewer,
            holds(lambda: asked(11).panel["skip"] == "Skip"),
            also("11 sheet", "find a chair at once; the other half look for a free one"),
        ),
        (
            "On the left, the blue line is the share of the target that is filled, and the dashed line is what the body is "
            "used to. On the right stand 100 people with medication kept and 100 under each idea of illness: open circles are "
            "ill again, squares feel withdrawal. Every filled mark is a person who is still well.",
            toy(ELEVEN, "Everything in one day", is_drawn_so),
            toy(
                ELEVEN,
                "Taken for relapse",
                lambda s: {"square-open", "circle"} <= {mark(each) for each in s.chart["data"]},
            ),
        ),
        (
            "The first two missions are the core. Start each of them from Reset. None of them looks for a way down that you "
            "could use.",
            first_two_from_the_opening,
            only_shares,
        ),
        (
            "please do not follow any of this at home. It leaves out your medication, your body, your history and your "
            "reasons. If you want to stop, say so to the person who prescribed it, because it is a good question and you have "
            "a right to ask it. If you want to stay on, that is a good choice too, and you need not defend it.",
            nothing_of_a_person,
            also(
                "11 words",
                "It is a good question to take to the person who prescribed it",
                "staying on is a choice too",
            ),
            also("11 sheet", "And some people choose to stay on. Both are decisions to make with somebody."),
        ),
        (
            "Have you stopped before, and fallen ill again, or felt awful? You did nothing wrong, for it happens to many "
            "people, and people who fall ill again can get well again.",
            why(ANTLER, "stopping raised one-year relapse from 39% to 56%"),
            why(DRD, "in remission on antidepressants with 2+ episodes"),
            also("11 sheet", "It is not your fault"),
        ),
        (
            "Have you stopped already? Tell the person who prescribed it, and the same day if you feel unwell. You owe nobody "
            "an excuse. Stopping in one day can make people feel very unwell, and with some medications, calming drugs among "
            "them, it can be dangerous.",
            also("11 sheet", "Please call the person who prescribed it today"),
            why(HENSSLER, "severe symptoms 2.8%"),
            slow_is_felt_less,
        ),
        (
            "The first step takes {} of the {} filled places and the last one takes {}",
            places(0.875, 1.0),
            places(1.0),
            places(0.125),
        ),
        (
            "Every step takes {} places. At the tipping point more people stay well than with equal steps of dose. On the "
            "slope the steps change little.",
            seen(lambda there: there.largest, way="hyperbolic"),
            small_then_large,
            toy(ELEVEN, "Equal at the target", lambda s: s.result.ill[TIPPING] < moved().ill[TIPPING] - 3),
            toy(ELEVEN, "Equal at the target", lambda s: abs(s.result.ill[SLOPE] - moved().ill[SLOPE]) < 2),
        ),
        (
            "Both ideas have {} of 100 ill again, because we set them so. That is why this trial cannot tell which is right. "
            "It is no reason to stop in one day, for more people feel withdrawal then than on the other ways here.",
            ill(SLOPE, way="abrupt"),
            both_meet_the_trial,
            slow_is_felt_less,
        ),
        (
            "Some people fell ill on the way and are not in the count. - Taken for relapse. The trial counts people as ill "
            "again who are not.",
            toy(ELEVEN, "From the last step", lambda s: min(s.result.early.values()) > 5),
            toy(ELEVEN, "Taken for relapse", lambda s: s.result.counted[SLOPE] > s.result.ill[SLOPE] + 3),
        ),
        (
            "A dose fills a share of the target, and each further part of the dose finds fewer empty places. On the way down "
            "it is the other way round, so the first steps take little and the last ones take much. The body gets used to "
            "what is filled, although it does so some weeks late, and what it misses is the difference.",
            fewer_and_fewer,
            small_then_large,
            holds(lambda: Drug().delay_weeks == 2 and np.array_equal(*missed_again())),
        ),
        (
            "On the slope, the risk of falling ill again grows as the effect goes. At the tipping point, the risk stays as it "
            "is with medication kept, except for people for whom what is missed at one time goes beyond a limit of their own. "
            "We set both ideas so that they meet one trial after a stop, and nobody has measured where such limits lie.",
            held_up,
            unless_pushed,
            both_meet_the_trial,
            holds(lambda: not [one for one in toolkit.findings() if "tipping point" in words(one.id).lower()]),
        ),
        (
            r"fills $O$ of the target: $$O = \frac{{D}}{{D + {}}}$$ The effect follows it with $\dot e = (O - e)/{}$ a week, and "
            r"the body misses $\max(e - O, 0)$. On the slope the risk is $h \cdot e^{{\,p\,(1 - e/e_0)}}$, where $e_0$ is the "
            "effect of the usual dose and $h$ the risk with medication kept.",
            fills(lambda: f"{Drug().half_occupancy_level:g}")(),
            fills(lambda: f"{Drug().delay_weeks:g}")(),
            the_formulas,
        ),
        (
            "At the tipping point the risk is $h$, and those fall ill whose own limit is lower than what is missed; limits are "
            "spread evenly among people. `toolkit.explore.source(toolkit.model.Taper.doses)` shows how the steps are made.",
            unless_pushed,
            holds(lambda: "occupancy = drug.occupancy(dose) * left" in str(source(Taper.doses).data)),
        ),
        (
            "If people step down with therapy beside it, no more of them fall ill again than of those who stay on.",
            holds(lambda: LESSON.study_panels[0]["rows"][1]["side"] == "▲"),
            why(DRD, "cognitive therapy while tapering did about as well as staying on the drug alone"),
            also("11", "▲ for, ▼ against this claim"),
        ),
        (
            "The study most often quoted for it lasted two years [bockting2018_drd]. Of 100 who stepped down with therapy, {} "
            "stayed well; of 100 who stayed on without therapy, {} did, and with therapy {}. How sure? Between the first two "
            "no difference was shown, which does not prove that there is none.",
            share(DRD, "while tapering", turned=True),
            share(DRD, "antidepressant alone", turned=True),
            share(DRD, "preventive CT + antidepressant", turned=True),
            why(DRD, "24 months", "not significant", "is not equivalence"),
        ),
        (
            "The study most often held against it had no therapy beside the stop [lewis2021_antler]. {} of 100 stayed well "
            "for a year after it, and {} with medication kept. How sure? We did not read how slowly people stopped.",
            share(ANTLER, "discontinuation", turned=True),
            share(ANTLER, "maintenance", turned=True),
            why(ANTLER, "52 weeks"),
            holds(lambda: not {"taper", "therapy", "weeks of", "slow"} & {*words(ANTLER).lower().split()}),
            also("11 sheet", "Without therapy beside it, 56 of 100"),
        ),
        (
            "Stepping down with therapy was not shown to be worse than staying on, nor to be as safe. No study in our records "
            "compared a slow way down with a fast one.",
            why(BREEDVELT, "neither better nor worse than the drug alone"),
            why("breedvelt2021_ipd", "No difference found is not proof of equivalence"),
            nobody_compared,
        ),
        (
            "What would settle it. A trial in which people stay on, stop fast or stop slowly, at random.",
            answer(11, 3, "kept, stopped fast or stopped slowly at random"),
        ),
        (
            "In a review of 11 trials, people who stepped down with therapy had {} times the risk of those who stayed on "
            "[breedvelt2020]. The data fit anything from {} to {} times. So a difference was not shown, in either direction.",
            risk(),
            risk(0),
            risk(1),
            why(BREEDVELT, "11 trials", "neither better nor worse"),
            holds(lambda: float(risk(0)()) < 1 < float(risk(1)())),
        ),
        (
            "In one large review, {} of 100 people who stopped an antidepressant felt something, and {} of 100 who stopped a "
            "dummy pill; severe symptoms had {} and {} of 100 [henssler2024_withdrawal]. So {} of 100 who stopped felt "
            "nothing of the kind. And what the {} felt was real, too, although another cause was behind it.",
            *FELT,
            share(HENSSLER, STOPPED, "any", turned=True),
            felt(DUMMY),
            why(HENSSLER, "79 studies, 21,002 people", "at least one discontinuation symptom"),
        ),
        (
            "Most people had taken it for a short time only, and others dispute these figures.",
            why(HENSSLER, "Mostly short-term use", "disputes the estimate"),
        ),
        (
            "Where a calming drug was stepped down after therapy for panic, what the drug had given was lost "
            "[marks1993_alprazolam]. Do not read that as a result about antidepressants, or the reverse.",
            why(MARKS, "gains from the drug were lost", "Benzodiazepine, not an antidepressant", against=True),
        ),
        (
            "Stopping a calming drug suddenly can be dangerous, so nobody should do it alone.",
            also("09", "Stopping suddenly can be dangerous"),
            also("11 sheet", "nobody stops alone"),
        ),
        (
            "All studies, in a picture. ▲ for, ◆ mixed, ○ background; lines are 95 % intervals.",
            sides(0, "▲", "◆", "○"),
            holds(lambda: {"people"} <= LESSON.study_panels[0]["rows"][1]["figures"][0].keys()),
        ),
        (
            "The two ideas are ours. Both are set to one trial [lewis2021_antler], so they cannot be tested with it.",
            both_meet_the_trial,
        ),
        (
            "The model disagrees with itself on purpose. One idea says that a slow way spares people, and the other that it "
            "does not. No study in our records compared slow with fast.",
            slow_spares,
            slope_never_half,
            nobody_compared,
        ),
        (
            "It has no therapy beside the steps, although the trials in the first part of the table all did.",
            nothing_of_a_person,
            why(BREEDVELT, "psychological intervention while tapering"),
            why("breedvelt2021_ipd", "psychological relapse prevention while tapering"),
            why("fava1998", "CBT (plus lifestyle and well-being work) while tapering"),
            why("kuyken2015_prevent", "Mindfulness-based cognitive therapy with support to taper"),
        ),
        (
            "Withdrawal here has one height and no length. We took the {} more of 100 from a review "
            "[henssler2024_withdrawal], let it grow with what is missed, and gave it to people by chance.",
            told(HENSSLER, r"31-17=(14)"),
            holds(lambda: people.FELT == 0.14),
            one_height_by_chance,
        ),
        (
            "How fast a medication leaves the body and how a dose fills its target differ widely. No step here can be carried "
            "over to a tablet",
            kinds_differ,
            why("halflife_lithium", "half-life of about a day"),
            why("halflife_nortriptyline", "long and variable half-life"),
        ),
        (
            "Nobody here has reasons of their own, such as side effects, a wish for children, or the memory of an illness "
            "that was terrible",
            nothing_of_a_person,
        ),
        ("Four short tasks. No code is needed.", tasks_are(11, 4)),
        (
            "The last small step is the large one, and nobody should take it alone.",
            small_then_large,
            also(
                "11 sheet",
                "The last small step is the large one, and nobody should take it alone.",
                "nobody stops alone",
            ),
        ),
        (
            "Most were read in abstracts, some in reports.",
            holds(lambda: any(toolkit.finding(id).source_kind.startswith("secondary") for id in sources(11))),
        ),
        *last_lines(11),
    ),
]
