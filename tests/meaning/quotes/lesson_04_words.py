"""What lesson 04's own words say: controls, presets, missions, tasks and the sentences, and what holds it."""

import functools

import numpy as np

import toolkit
from tests.meaning.lived import OPENING, Shown
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import asked, holds, is_ours, missions, promises
from tests.meaning.quotes.lesson_03 import two_levels
from tests.meaning.quotes.lesson_04 import (
    EXCHANGED,
    HOUSES,
    NO_PULL,
    WAITS,
    a_diamond_stands_half_way,
    at,
    bars_lie_end_to_end,
    control,
    first_where_its_door_is,
    floors_are_stronger_the_more_they_gain,
    lead,
    leaves_the_sum,
    lives_where_it_says,
    marked,
    scores,
    seen_as,
    strongest_is_three_times,
)
from tests.meaning.quotes.reading import THREE, exactly_added, together, warmth
from tests.meaning.quoting import across, quotes, told, toy, why
from toolkit.lessons.bottom_up_top_down.people import FLOORS
from toolkit.lessons.bottom_up_top_down.studies import STUDIES
from toolkit.model import MEDICATION, THERAPY, parameters

LESSON = toolkit.lessons.lesson(4)
is_reached, reached, answer = (
    functools.partial(made, 4) for made in (grounds.is_reached, grounds.reached, grounds.answer)
)
PRESETS = {preset.name: preset.values for preset in LESSON.presets}
HALF_WAY_UP = {"medication_door": 0.5, "therapy_door": 0.5}
SPEEDS, SLOWS = {"interaction": "speeds", "week": 8}, {"interaction": "slows", "week": 8}
CURVES = [(MEDICATION, "body"), (MEDICATION, "thinking"), (THERAPY, "thinking"), (THERAPY, "body")]


def moves(name, path, *, turned=False, high=1.0, more=False):
    """A control moves that number of the model and opens where the number usually is, or at what is left of it to 1."""

    def hold():
        moved = control(name)
        usual = parameters()[path]["default"]
        assert (moved.opening, moved.more) == (1 - usual if turned else usual, more)
        assert (moved.allowed[0], moved.allowed[-1]) == (0.5 if name == "speed" else 0.0, high)
        for value in (moved.allowed[0], high):
            found = LESSON.model(**LESSON.opening | {name: value}).value(path)
            assert np.isclose(found, 1 - value if turned else value)

    return hold


def pulls(name, from_floor, to_floor):
    """That pull alone, at its strongest, brings the other floor something of what enters at the floor that pulls; at 0 nothing."""
    treatment = {"body": "medication", "thinking": "therapy"}[from_floor]
    pulled, none = (at(**NO_PULL | values) for values in ({name: 0.7}, {}))
    assert pulled.now(treatment, to_floor) > 1 > 0.05 > abs(none.now(treatment, to_floor))
    other = {"medication": "therapy", "therapy": "medication"}[treatment]
    return abs(pulled.now(other, from_floor)) < 0.05


def told_as_added(shown):
    """The first sentence, worked out anew: what both gain, whether that is the two added, and what each gains alone."""
    week, said = shown.values["week"], shown.sentence.replace("\u00a0", " ")
    one, other, both = (together(shown, each) / 2 for each in HOUSES)
    parts = f"medication alone {one:.1f}, therapy alone {other:.1f})"
    assert said.startswith(f"By week {week}, both together gain {both:.1f} points")
    away = both - one - other
    if abs(away) < 1e-6:
        assert f"points, and that is exactly the two added: 100 % (rounded: {parts}." in said
    else:
        way, share = "more" if away > 0 else "less", 100 * both / (one + other)
        assert f"That is {abs(away):.1f} points {way} than the two added: {share:.0f} % ({parts}." in said
    return True


def shown_at(**values):
    """What a setting shows that no preset has."""
    return Shown(LESSON, str(values), LESSON.opening | values)


def told_without_a_pull(shown):
    """What both would gain without the pull is said where there is a pull, and only there."""
    pulled = bool(shown.values["up"] or shown.values["down"])
    without = at(**NO_PULL, week=shown.values["week"]).score_gain("both")
    assert (f"Without the pull between the floors, both would gain {without:.1f}." in shown.sentence) == pulled
    return True


def told_by_floor(shown):
    """What each treatment has gained on each floor over the dummy pill, and when it had half of its last value there."""
    floors, week = [], shown.values["week"]
    for each in (MEDICATION, THERAPY):
        body, thinking = (warmth(shown, each, floor) + 0.0 for floor in FLOORS)
        floors.append(f"{each} {abs(round(body, 1)):.1f} in the body and {abs(round(thinking, 1)):.1f} in thinking")
    assert f"Points better than with a dummy pill in week {week}: {'; '.join(floors)}." in shown.sentence
    halves = []
    for each, floor in CURVES:
        curve = np.array(shown.table[f"{each}, {floor} (points)"])
        place = {"body": "the body", "thinking": "thinking"}[floor]
        if curve[-1] < 0.3:
            halves.append(f"{each} in {place} never (hardly anything gets there)")
            continue
        after = int((curve >= curve[-1] / 2).argmax())
        half = after - 1 + (curve[-1] / 2 - curve[after - 1]) / (curve[after] - curve[after - 1])
        halves.append(f"{each} in {place} {half:.1f}")
    return f"Half-way weeks: {', '.join(halves)}." in shown.sentence


def hovers_tell(shown):
    """Curves are told in points of a week, diamonds in weeks, floors and bars in points."""
    for each in shown.chart["data"]:
        told_there = each.get("hovertemplate", "")
        if each["xaxis"] == "x2" and len(each["x"]) == 27:
            assert "%{y:.1f} points in week %{x:.0f}" in told_there
        if each["name"].startswith("half of"):
            assert "week %{x:.1f}" in told_there
    axes = shown.chart["layout"]
    titles = [axes[axis]["title"]["text"] for axis in ("xaxis", "yaxis2", "xaxis3")]
    week = shown.values["week"]
    assert titles[0] == f"points better than with a dummy pill, week {week}"
    assert titles[1] == "points better than with a dummy pill"
    return titles[2] == f"points gained in the score by week {week}"


def votes(shown):
    """The model's row, and the studies for the claim, against it and mixed, by their marks; all of them are named."""
    said, week = shown.studies_sentence, shown.values["week"]
    for_it, against, mixed = (
        ", ".join(toolkit.finding(each.finding).short for each in STUDIES if each.side == side) for side in "▲▼◆"
    )
    assert f"For the claim: {for_it}. Against it: {against}. Mixed: {mixed}." in said
    moved = []
    for each in (MEDICATION, THERAPY):
        gains = {place: warmth(shown, each, floor) for floor, place in (("body", "the body"), ("thinking", "thinking"))}
        most = max(gains.values())
        moved.append(f"{each} moves {' and '.join(place for place, gain in gains.items() if gain >= most / 2)}")
    return said.startswith(f"The model in week {week}: {'; '.join(moved)}. ")


def guess_told():
    """What is said beside a guess is what both gain of the two added."""
    faster = at(**SPEEDS)
    return f"both together gain {faster.share:.0f}" in LESSON.compare_guess(130, faster) and faster.share > 110


def speeds_are_told():
    """The ledger has how much faster sessions teach: twice as fast, or half as fast, at the full effect."""
    said = {name: LESSON.own({**LESSON.opening, "interaction": name})[0].value for name in ("none", "speeds", "slows")}
    return said == {"none": "0\u00a0%", "speeds": "100\u00a0%", "slows": "-50\u00a0%"}


def one_door_does_as_well():
    """Both together help more than one, also where both treatments enter at the same door."""
    one, other, both = scores(therapy_door=0.0)
    return both > one + 1 and both > other + 1


def guesses():
    return list(asked(4).guesses.values())


QUOTES = [
    *quotes(
        "04 words",
        (
            "Bottom-up and top-down | hook | Medication starts in the body, therapy in thinking, people say. What happens "
            "when both are in the house?",
            toy(THREE, OPENING, first_where_its_door_is),
            toy(THREE, OPENING, exactly_added),
        ),
        (
            "describe a house of two floors and two doors, and say what it forbids | read off a curve in which week half of "
            "an effect is reached | tell floors that help each other from treatments that change each other | say what the "
            "order of changes can show, and what it cannot",
            promises(4),
        ),
        (
            "A house with two floors and two doors | studies | Where studies saw a change",
            holds(lives_where_it_says),
            holds(lambda: all(each.medication or each.therapy for each in STUDIES)),
        ),
        (
            "Body pulls thinking along | help | You sleep better, and then you think better. 0: no pull. | parameter | "
            "symptoms.somatic_to_cognitive | high | kind | slider | name | down | label | Thinking pulls body along | help "
            "| You worry less, and then you sleep better. 0: no pull. | parameter | symptoms.cognitive_to_somatic",
            moves("up", "symptoms.somatic_to_cognitive", high=0.7),
            moves("down", "symptoms.cognitive_to_somatic", high=0.7),
            holds(lambda: pulls("up", "body", "thinking") and pulls("down", "thinking", "body")),
        ),
        (
            "Medication's door | value | help | 0 enters at the body, 1 at thinking. | parameter | drug.somatic_share | kind "
            "| slider | name | therapy_door | label | Therapy's door | help | 0 enters at the body, 1 at thinking. | "
            "parameter | skill.cognitive_share",
            moves("medication_door", "drug.somatic_share", turned=True),
            moves("therapy_door", "skill.cognitive_share"),
            holds(
                lambda: (
                    at(**EXCHANGED, **NO_PULL).now(MEDICATION, "thinking")
                    > 3
                    > 0.05
                    > at(**NO_PULL).now(MEDICATION, "thinking")
                )
            ),
            holds(
                lambda: (
                    at(**EXCHANGED, **NO_PULL).now(THERAPY, "body") > 3 > 0.05 > abs(at(**NO_PULL).now(THERAPY, "body"))
                )
            ),
        ),
        (
            "Read the gains in week | value | low | high | live | kind | slider | name | speed | label | Symptoms respond "
            "within | help | How long a floor takes to follow what drives it. | parameter | symptoms.relaxation_weeks | low "
            "| high | step | unit | weeks",
            moves("speed", "symptoms.relaxation_weeks", high=8.0, more=True),
            holds(
                lambda: control("speed").unit == "weeks" and (control("week").opening, control("week").high) == (26, 26)
            ),
            holds(lambda: is_ours("symptoms.relaxation_weeks")),
        ),
        (
            "How the treatments meet | value | none | help | Does medication change how fast sessions teach? | more | options "
            "| none | they leave each other alone | speeds | medication speeds learning in sessions | slows | medication "
            "slows learning in sessions",
            holds(
                lambda: (
                    [np.sign(round(at(interaction=each, week=8).share - 100)) for each in ("none", "speeds", "slows")]
                    == [0, 1, -1]
                )
            ),
            holds(
                lambda: control("interaction").more and control("interaction").allowed == ["none", "speeds", "slows"]
            ),
            holds(speeds_are_told),
        ),
        (
            "Medication enters at the body, therapy at thinking, and it is week 4. Which floor of which house has gained "
            "most? And who in the family would notice it first?",
            holds(lambda: PRESETS["The story, week 4"] == {"week": 4}),
            toy(
                THREE,
                "The story, week 4",
                lambda s: (
                    warmth(s, "medication", "body")
                    == max(
                        warmth(s, each, floor) for each in ("medication", "therapy") for floor in ("body", "thinking")
                    )
                    and s.result.doors == {MEDICATION: 0.0, THERAPY: 1.0}
                ),
            ),
        ),
        (
            "The floors do not pull each other at all. Which floors have gained nothing by week 26? What does that do to both "
            "together?",
            holds(lambda: PRESETS["No pull"] == NO_PULL),
            toy(THREE, "No pull", lambda s: s.values["week"] == 26 and abs(warmth(s, "therapy", "body")) < 0.05),
            toy(THREE, "No pull", exactly_added),
        ),
        (
            "Each floor pulls the other as hard as it can here. How much longer are the bars than without the pull? And "
            "which of the two long bars has grown more?",
            holds(
                lambda: set(PRESETS["The strongest pull"].values()) == {control("up").high} == {control("down").high}
            ),
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "The body pulls thinking along, and thinking does not pull back. Which treatment gains more than without any "
            "pull, and which does not?",
            toy(THREE, "One-way pull", lambda s: s.values["down"] == 0 < s.values["up"]),
            across(
                THREE,
                "One-way pull",
                "No pull",
                lambda one_way, none: (
                    together(one_way, "medication") > together(none, "medication") + 1.5
                    and abs(together(one_way, "therapy") - together(none, "therapy")) < 0.1
                ),
            ),
        ),
        (
            "Medication enters at thinking, therapy at the body. Which diamonds have changed places? Which bars have changed?",
            toy(THREE, "Doors exchanged", lambda s: s.values["medication_door"] == 1 and s.values["therapy_door"] == 0),
            holds(
                lambda: lead(**EXCHANGED) > 1 and lead("therapy", **EXCHANGED) < -1 and scores(**EXCHANGED) == scores()
            ),
        ),
        (
            "Get both together away from the two added: the green bar at least 0.5 % longer or shorter than the bar above it. "
            "The treatments must leave each other alone, so do not touch How the treatments meet.",
            toy(THREE, OPENING, bars_lie_end_to_end),
            holds(lambda: not missions(4)[0].recipe),
            holds(
                lambda: (
                    not any(
                        is_reached(0, **values) for values in (NO_PULL, {"up": 0.7, "down": 0.7}, EXCHANGED, SPEEDS)
                    )
                )
            ),
            holds(lambda: abs(at(**SPEEDS).share - 100) > 0.5),
            holds(lambda: control("interaction").label not in missions(4)[0].controls),
        ),
        (
            "Try the corners first: the strongest pull, no pull, a pull in one direction only. Then ask what the pull does to "
            "medication when it is alone.",
            holds(lambda: {"The strongest pull", "No pull", "One-way pull"} <= set(PRESETS)),
            *(toy(THREE, name, exactly_added) for name in ("The strongest pull", "No pull", "One-way pull")),
            holds(lambda: scores(up=0.7, down=0.7)[0] > 2 * scores()[0]),
        ),
        (
            "You cannot, and it is no lack of patience. The pull helps both together, but it also helps medication alone and "
            "therapy alone, and by just as much. So both sides of the comparison grow alike. Body and thinking helping each "
            "other is one thing. One treatment changing how the other works is another (an interaction), and only that can "
            "break this sum.",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
            toy(THREE, "Doors exchanged", exactly_added),
            holds(lambda: abs(at(interaction="slows").share - 100) > 2),
        ),
        (
            "In the house as it opens, one floor is always first to ease. Move the doors until neither floor is first: for "
            "each treatment, its two diamonds at most 0.2 weeks apart. Leave the two pulls as they open. What has the score "
            "noticed? | controls | Medication's door | Therapy's door | core | hint | Where would a treatment have to enter "
            "so that both floors feel it alike?",
            holds(lambda: lead() < -1 and lead("therapy") > 1),
            reached(1, {}, {"medication_door": 0.5}, HALF_WAY_UP | {"up": 0.4, "down": 0.4}, NO_PULL, **HALF_WAY_UP),
            holds(
                lambda: (
                    not is_reached(1, medication_door=0.4, therapy_door=0.4)
                    and 0.2 < abs(lead(medication_door=0.4)) < 0.3
                )
            ),
        ),
        (
            "Nothing: the bars are as long as before. Now medication and therapy enter half-way up, and bottom-up and "
            "top-down have become empty words. A trial that measures only the total score cannot tell this house from the "
            "house in the story. It has to measure sleep and thinking apart, and often.",
            holds(lambda: scores(**HALF_WAY_UP) == scores()),
            holds(lambda: abs(lead(**HALF_WAY_UP)) < 0.05 and abs(lead("therapy", **HALF_WAY_UP)) < 0.05),
            holds(lambda: abs(at(**HALF_WAY_UP).now(MEDICATION, "body") - at().now(MEDICATION, "body")) > 1),
        ),
        (
            "Let medication enter nearer to the body (Medication's door at 0.4 or lower), and still let thinking be first to "
            "ease: its diamond at least 0.3 weeks before the diamond of the body.",
            reached(
                2,
                WAITS | {"medication_door": 0.5},
                {"medication_door": 0.4},
                WAITS,
                **(WAITS | {"medication_door": 0.4}),
            ),
            holds(lambda: lead(medication_door=0.4, **WAITS) >= 0.3 and lead(medication_door=0.5, **WAITS) >= 0.3),
        ),
        (
            "A floor that waits for the other one is late. Which floor must wait, so that the body is late? And does thinking "
            "get anything at all with the door at 0?",
            holds(lambda: at(**WAITS).now(MEDICATION, "thinking") < 0.05 < 1 < at(**WAITS).now(MEDICATION, "body")),
            holds(lambda: lead(medication_door=0.4, **WAITS) >= 0.3 > -0.2 > lead(medication_door=0.4)),
        ),
        (
            "So the floor that changes first need not be the floor with the door. Here the body gets most of the push, and on "
            "top of that it waits for a pull from above. Whoever sees thinking change first, and concludes that the treatment "
            "began there, has concluded too much.",
            holds(lambda: lead(medication_door=0.4, **WAITS) >= 0.3),
            holds(lambda: at(medication_door=0.4, **WAITS).course.model.drug.somatic_share == 0.6),
            holds(lambda: at(medication_door=0.4, **WAITS).down > 0 == at(medication_door=0.4, **WAITS).up),
        ),
        (
            "Now you may touch How the treatments meet. Get both together at least 10 % away from the two added, in either "
            "direction. | controls | How the treatments meet | Read the gains in week | hint | Let medication change how fast "
            "sessions teach. Then look for the weeks in which people are still learning.",
            reached(3, {}, {"interaction": "speeds"}, SLOWS, {"week": 8}, **SPEEDS),
            holds(lambda: at(**SPEEDS).share >= 110 > 106 > at(interaction="speeds").share),
            holds(lambda: 91 < at(**SLOWS).share < 92),
        ),
        (
            "There it is: a real interaction, in one direction or the other. It is largest while people are still learning, "
            "and shrinks when those who learn slowly catch up. Whether anything like it happens in people is another "
            "question: lesson 06 asks it.",
            holds(lambda: leaves_the_sum("speeds") and leaves_the_sum("slows")),
            holds(lambda: at(**SPEEDS).share > 100 > at(**SLOWS).share),
            holds(lambda: "learning faster" in toolkit.lessons.lesson(6).goals[0]),
        ),
        (
            "A house has two floors, body and thinking. Medication enters at the body, therapy at thinking, and each floor "
            "pulls the other along. Make that pull as strong as it goes. What do both together give, compared with the two "
            "effects added up? | guesses | replies | More than the two added: each helps the other | It sounds right, because "
            "the floors do help each other. Now think of medication when it is alone in the house. Does the pull help it, "
            "too? | Exactly the two added, however strong the pull | So it is in this house. Can you say why? The first "
            "mission asks you to break it.",
            holds(lives_where_it_says),
            holds(lambda: at().up == at().down > 0 and scores(up=0.7, down=0.7)[0] > 2 * scores()[0]),
            across(THREE, "The strongest pull", "No pull", lambda *both: all(exactly_added(each) for each in both)),
            holds(lambda: [guess for guess in guesses() if guess == 100] == [guesses()[1]] and guesses()[0] > 100),
            holds(lambda: missions(4)[0].name == "Break the sum"),
        ),
        (
            "Less than the two added: they do the same work twice | That happens where there is a ceiling: nobody can sleep "
            "better than well. These floors have no ceiling, so two pushes simply add. | It depends on how strong the pull is "
            "| That is a careful answer. Try it: move the pull from 0 to its strongest, and watch the two upper bars.",
            why("foa2005", "may create a ceiling"),
            holds(lambda: guesses()[2] < 100 and np.isnan(guesses()[3])),
            holds(lambda: at().course.somatic[26].min() < 0),
            across(THREE, "The strongest pull", "No pull", lambda *both: all(exactly_added(each) for each in both)),
            toy(THREE, OPENING, bars_lie_end_to_end),
        ),
        (
            "In the house as it opens, in which order do the four curves reach half of what they gain by the last week? | "
            "right | medication, in the body | medication, in thinking | therapy, in thinking | therapy, in the body | ends | "
            "first | last | reply | Yes. Each treatment is first on the floor with its door. Medication needs no sessions, so "
            "it is earlier on both floors. | hint | The diamonds on the curves stand in the half-way weeks. Each treatment "
            "moves the floor with its door first.",
            toy(THREE, OPENING, first_where_its_door_is),
            holds(lambda: (np.diff([at().half_week(*curve) for curve in CURVES]) > 0).all()),
            holds(lambda: tuple(LESSON.said_tasks[0]["ends"]) == ("first", "last")),
            holds(lambda: not any(at().course.plans[MEDICATION].sessions(np.arange(27.0)))),
            toy(THREE, OPENING, a_diamond_stands_half_way),
        ),
        (
            "A treatment has gained 0 points in week 0, then 1.0 in week 2, 1.5 in week 4, 2.5 in week 6 and 4.0 in the end. "
            "In which week is half of it reached, if the curve is straight between two readings? | right | tolerance | unit | "
            "week | reply | Yes: half of 4.0 is 2.0, and 2.0 lies half-way between 1.5 (week 4) and 2.5 (week 6). | hint | "
            "Half of the final gain is 2.0 points. Between which two readings does the curve pass it? | hints | given | reply "
            "| In week 6 it is already past half. How far back between weeks 4 and 6 was it at 2.0? | given | reply | In week "
            "4 it is at 1.5, not yet half of 4.0. | given | reply | Half of the time to week 6 is not half of the gain. Look "
            "for 2.0 points.",
            answer(2, np.interp(4.0 / 2, [0, 1.0, 1.5, 2.5], [0, 2, 4, 6]), hinted=(6, 4, 6 / 2)),
            holds(lambda: 4.0 / 2 == 2.0 == (1.5 + 2.5) / 2 and 1.5 < 2.0 < 2.5),
        ),
        (
            "Which finding would speak most plainly against a house with two doors? | right | In a trial, each treatment "
            "eases the same symptoms in the same order | replies | Both treatments together help more than one | The house "
            "says so, but so do houses with a single door. Look for what only this house forbids. | In a trial, each "
            "treatment eases the same symptoms in the same order | Yes: two doors should show in who is first. You built a "
            "house in which nobody is first, in the mission Hide the doors. | Both treatments lower the total score by the "
            "same amount | Two doors allow that: the score is the mean of both floors. What does the house say about order? | "
            "Brain images change after treatment | Every picture of treatment expects some change in the brain. Ask where, "
            "and in which order.",
            answer(
                3,
                "In a trial, each treatment eases the same symptoms in the same order",
                "Both treatments together help more than one",
                "Both treatments lower the total score by the same amount",
                "Brain images change after treatment",
            ),
            holds(
                lambda: (
                    lead() < -1
                    and lead("therapy") > 1
                    and lead(therapy_door=0.0) < -1 > lead("therapy", therapy_door=0.0)
                )
            ),
            holds(one_door_does_as_well),
            holds(lambda: abs(lead(**HALF_WAY_UP)) < 0.05 and missions(4)[1].name == "Hide the doors"),
            holds(two_levels),
        ),
        (
            "An invented trial: medication alone gains 4 points, therapy alone 5, both together 9. “You see,” says the "
            "leaflet, “sleep and thinking pull each other along.” What does the 9 say about that? | right | Nothing: with a "
            "pull and without one, both would gain what the two gain, added | replies | It proves the pull: without it, both "
            "would gain less than 9 | Without the pull, medication alone and therapy alone would gain less as well. Then what "
            "would the two added be? | It disproves the pull: with it, both would gain more than 9 | That was the guess to "
            "test in the picture. Does the pull leave the 4 and the 5 as they are?",
            answer(
                4,
                "Nothing: with a pull and without one, both would gain what the two gain, added",
                "It proves the pull: without it, both would gain less than 9",
                "It disproves the pull: with it, both would gain more than 9",
                "It shows that medication makes therapy work better",
            ),
            holds(lambda: 4 + 5 == 9),
            holds(lambda: all(none < pulled for none, pulled in zip(scores(**NO_PULL), scores(), strict=True))),
            holds(lambda: all(abs(at(up=pull, down=pull).share - 100) < 1e-6 for pull in (0.0, 0.7))),
            holds(lambda: guesses()[0] > 100),
        ),
        (
            "Nothing: with a pull and without one, both would gain what the two gain, added | Yes, in a house like this one. "
            "To see the pull, one has to measure sleep and thinking apart, with one treatment alone. | It shows that "
            "medication makes therapy work better | If it did, both would gain more than 4 and 5 added. Nine is what they "
            "gain if they leave each other alone.",
            holds(lambda: all(abs(at(up=pull, down=pull).share - 100) < 1e-6 for pull in (0.0, 0.7))),
            across(
                THREE,
                OPENING,
                "No pull",
                lambda pulled, none: (
                    warmth(pulled, "medication", "thinking") > 1 > 0.05 > warmth(none, "medication", "thinking")
                ),
            ),
            holds(lambda: 4 + 5 == 9 and at(**SPEEDS).share > 105),
        ),
        (
            "In another invented trial, people on a medication first think less darkly, and sleep better some weeks later. "
            "What follows? | right | Thinking changed first; where the medication entered stays open | replies | The "
            "medication entered at thinking | It may have. But in the mission In below, out above, it entered nearer to the "
            "body, and thinking was still first. | Thinking changed first; where the medication entered stays open | Yes. The "
            "order is a hint. A floor can be late because it waits for the other one. | The medication was really a therapy | "
            "What something is does not depend on what it changes first. | Nothing was learned from the trial | The order "
            "itself was learned, and it makes some houses less likely. It does not settle where the door is.",
            answer(
                5,
                "Thinking changed first; where the medication entered stays open",
                "The medication entered at thinking",
                "The medication was really a therapy",
                "Nothing was learned from the trial",
            ),
            holds(lambda: missions(4)[2].name == "In below, out above"),
            holds(lambda: lead(medication_door=0.4, **WAITS) >= 0.3 and lead(**EXCHANGED) >= 0.3 and lead() < 0),
        ),
        (
            "deep inside; body | between | in between | front | behind the forehead; thinking | rows | finding | "
            "dimascio1979_differential | about | symptoms | side | ▲ | medication | deep | changed | therapy | front | "
            "changed | finding | nord2021 | about | pooled reviews | side | ▲ | medication | deep | changed | therapy | front "
            "| changed | finding | boccia2016 | about | pooled studies | side | ◆ | medication | between | changed | therapy | "
            "front | changed",
            why("dimascio1979_differential", "mainly on sleep and appetite", "mainly on mood", against=False),
            why("nord2021", "amygdala", "medial prefrontal", "across three meta-analyses", against=False),
            why("boccia2016", "right insula", "mainly left frontal", "Pooled imaging"),
            marked("▲", "dimascio1979_differential", "nord2021"),
        ),
        (
            "finding | goldapple2004 | about | {} and {} people | side | ◆ | medication | deep | down | between | down | front "
            "| up | therapy | deep | up | between | up | front | down | finding | kennedy2007 | about | {} people | side | ▼ | "
            "medication | front | down | therapy | front | down | finding | brody2001 | about | {} people | side | ▼ | "
            "medication | between | down | front | down | therapy | between | down | front | down | finding | ma2015_ale | "
            "about | {} studies | side | ▼ | medication | deep | changed | front | up | finding | sankar2018 | about | {} small "
            "studies | side | ▼ | therapy | between | up",
            told("goldapple2004", r"CBT \((\d+) completers"),
            told("goldapple2004", r"group of (\d+) paroxetine responders"),
            told("kennedy2007", r"(\d+) patients with MDD"),
            told("brody2001", r"(\d+) with MDD"),
            told("ma2015_ale", r"(\d+) (?:imaging|fMRI) studies"),
            told("sankar2018", r"meta-analysis (\d+) studies"),
            why("goldapple2004", "increases in hippocampus and dorsal cingulate and DEcreases in frontal"),
            why("goldapple2004", "prefrontal up, hippocampus and subgenual cingulate down"),
            why("kennedy2007", "SHARED reductions in prefrontal", against=True),
            why("brody2001", "both lowered prefrontal", "both lowered left anterior cingulate", against=True),
            why("ma2015_ale", "raised dorsolateral prefrontal", "limbic AND medial", against=True),
            why("sankar2018", "increased rostral anterior cingulate", "Five small studies"),
            marked("◆", "boccia2016", "goldapple2004"),
            seen_as("sankar2018", therapy={"between": "up"}),
        ),
        (
            "By week {{week}}, both together gain {{both}} points, and that is exactly the two added: {{share:.0f}} % (rounded: "
            "medication alone {{medication}}, therapy alone {{therapy}}). | more | By week {{week}}, both together gain "
            "{{both}} points. That is {{points}} points more than the two added: {{share:.0f}} % (medication alone "
            "{{medication}}, therapy alone {{therapy}}). | less | By week {{week}}, both together gain {{both}} points. That "
            "is {{points}} points less than the two added: {{share:.0f}} % (medication alone {{medication}}, therapy alone "
            "{{therapy}}). | nothing_yet | In week {{week}}, next to nothing has been gained so far, so there is nothing to "
            "add.",
            *(toy(THREE, name, told_as_added) for name in (OPENING, "The story, week 4", "The strongest pull")),
            holds(lambda: told_as_added(shown_at(**SPEEDS)) and told_as_added(shown_at(**SLOWS))),
            holds(lambda: LESSON.sentence(at(week=0)).startswith("In week 0, next to nothing has been gained so far")),
            holds(lambda: "next to nothing" not in LESSON.sentence(at(week=2))),
        ),
        (
            "Without the pull between the floors, both would gain {{both}}. | floors_now | Points better than with a dummy "
            "pill in week {{week}}: {{floors}}. | on_floors | {{treatment}} {{body}} in the body and {{thinking}} in thinking | "
            "halves | Half-way weeks: {{halves}}. | half | {{treatment}} in {{place}} {{week:.1f}} | never | {{treatment}} in "
            "{{place}} never (hardly anything gets there)",
            *(
                toy(THREE, name, told_without_a_pull)
                for name in (OPENING, "No pull", "One-way pull", "The story, week 4")
            ),
            *(toy(THREE, name, told_by_floor) for name in (OPENING, "No pull", "Doors exchanged", "The story, week 4")),
        ),
        (
            "half of {{curve}} | week | week | hover | %{{{{y:.1f}}}} points in week %{{{{x:.0f}}}} | hover_week | week {{week}} "
            "| hover_half | week %{{{{x:.1f}}}} | points | {{gain}} points | pull | pull between the floors | houses_axis | "
            "points better than with a dummy pill, week {{week}} | gain_axis | points better than with a dummy pill | sum_axis "
            "| points gained in the score by week {{week}} | in_percent | {{number:g}} % | own_speed | how much faster sessions "
            "teach at the full effect of the medication | guessed | In the picture as it is set now, both together gain "
            "{{share:.0f}} % of the two added.",
            toy(THREE, OPENING, a_diamond_stands_half_way),
            *(toy(THREE, name, hovers_tell) for name in (OPENING, "The story, week 4")),
            toy(THREE, OPENING, floors_are_stronger_the_more_they_gain),
            holds(speeds_are_told),
            holds(guess_told),
        ),
        (
            "the model, in the week set above | model_moves | {{treatment}} moves {{places}} | and | and | no_place | nothing "
            "so far | studies_said | The model in week {{week}}: {{model}}. For the claim: {{for_it}}. Against it: {{against}}. "
            "Mixed: {{mixed}}. They are too few and too different to be counted as votes. | floors | title_thinking | "
            "thinking: | deciding | deciding, | regulating | regulating | title_body | body: | sleep | sleep, energy, | "
            "appetite | appetite | rows | added | the two, added | both | both together | without | both, no pull | places | "
            "body | the body | thinking | thinking | directions | up | more activity | down | less activity | changed | a "
            "change",
            *(toy(THREE, name, votes) for name in (OPENING, "Doors exchanged", "The strongest pull")),
            toy(THREE, OPENING, bars_lie_end_to_end),
            holds(lambda: "medication moves nothing so far" in LESSON.studies_sentence(at(week=0))),
            holds(lives_where_it_says),
        ),
    ),
]
