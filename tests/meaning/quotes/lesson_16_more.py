"""What lesson 16 says in sentences with slots, and of what carries an effect; and what holds it."""

import functools

import numpy as np

from tests.meaning.lived import settings
from tests.meaning.quotes.grounds import (
    also,
    filled,
    holds,
    own,
)
from tests.meaning.quotes.lesson_16 import (
    LARGE,
    above_left,
    above_right,
    attended,
    below,
    carried,
    choosing_flatters,
    designed,
    eight_in_ten,
    elsewhere,
    half_as_much_again,
    helps_alike,
    in_every_world,
    linked_in_every_world,
    looking_leaves_two,
    moves_first,
    part_two_is_drawn_so,
    practice_leaves_one,
    reported,
    trial,
    truth,
)
from tests.meaning.quotes.lesson_16_words import overestimate, says, two
from tests.meaning.quotes.reading import TWELVE
from tests.meaning.quoting import quotes
from toolkit.explore.mission import Run
from toolkit.lessons.how_would_we_know import lesson, mechanism, report, studies, worlds
from toolkit.lessons.how_would_we_know import people as town
from toolkit.lessons.how_would_we_know.chart import rows
from toolkit.model import BOTH, Model


def second(told, world="carries", measured="early", assigned="therapy", size=LARGE, seed=1):
    """What the second explorer says of a design has what is worked out here."""

    def hold():
        design = carried(world, measured, assigned, size, seed)
        said = mechanism.sentence(design)
        assert told(design) in said, f"{told(design)!r} is not in {said}"

    return hold


def fit(figure):
    value, low, high = figure
    return f"{abs(value):.1f} points", f"(the data fit {low:.1f} to {high:.1f}"


def practised(design):
    value, interval = fit(design.lead(worlds.MORE, worlds.THERAPY))
    return value, interval


@functools.cache
def less_far():
    """People numbers of a small trial in which extra practice, which does nothing there, seems to do harm."""
    return next(
        seed
        for seed in range(1, 60)
        if carried("follows", "never", "practice", 25, seed).lead(worlds.MORE, worlds.THERAPY)[0] < -0.1
    )


NONE_FITS = {"world": "carries", "assigned": "practice", "size": 200, "seed": 27}
"""A trial of bad luck, which leaves no world."""


def mechanism_mission(name):
    [asked] = [each for each in mechanism.LESSON.missions() if each.name == name]
    return asked


def mission_two(name, check):
    """The second explorer's mission is as a check of (condition, mission) finds."""

    def hold():
        asked = mechanism_mission(name)

        def reaches(hidden, **values):
            seed = next(
                number for number in range(1, 30) if worlds.run("hidden", "end", "therapy", 25, number).world == hidden
            )
            named = mechanism.LESSON.opening | {"seed": seed} | values
            return bool(asked.reached(Run(named, worlds.run(**named))))

        assert check(reaches, asked)

    return hold


def rows_of(check, **values):
    """The forest's rows at some values pass a check of {name: (estimate, truth)}."""
    return designed(lambda one: check({name: (value, whole) for name, value, whole, _ in rows(one)}), **values)


def halves_are_so(one):
    """Whether the two halves of the forest are the milder and the sicker people at entry."""
    start, told = one.course.symptoms[0, 0], {name: whole for name, _, whole, _ in rows(one)}
    milder, sicker = (np.flatnonzero(who) for who in (start <= np.median(start), start > np.median(start)))
    means = {
        name: [one.better[arm][who].mean() for arm in one.weights] for name, who in (("mild", milder), ("sick", sicker))
    }
    return np.isclose(told["the half with milder illness"], means["mild"][0] - means["mild"][1]) and np.isclose(
        told["the half with more severe illness"], means["sick"][0] - means["sick"][1]
    )


def winners_are_drawn_so():
    """Whether, where only winners are heard, the others are crosses and a dashed line is the mean of what is heard."""
    one = settings(TWELVE)["Only the winners are heard"]
    marks = {trace["name"]: trace for trace in one.chart["data"] if trace["xaxis"] == "x2"}
    assert "does not find it" not in marks
    assert marks["not heard of"]["marker"]["symbol"] == "x"
    return np.allclose(marks["what you hear, on average"]["x"], one.result.again[0][one.result.heard].mean())


UNHEARD = {"compare": "therapy, dummy pill with visits", "size": 20000, "heard": "found", "truth": "none"}


def report_is_drawn_so():
    """Whether the report has how many are still well by weeks since they had responded."""
    layout = report.chart(trial())["layout"]
    assert layout["xaxis2"]["title"]["text"] == "weeks since responding"
    return "% still well" in layout["yaxis2"]["title"]["text"]


def told_of_both(one):
    """The line of the report on the group with both, worked out here."""
    people, course, arm = one.drawn[BOTH], one.course, one.course.arm(BOTH)
    responded = course.responded[arm, people]
    relapsed = np.isfinite(course.relapse_week[arm, people][responded]).sum()
    value, low, high = one.estimate(one.weights)
    return (
        f"Both: {people.size} drawn, {(course.stop_week[arm, people] < 16).sum()} stopped the medication, "
        f"{(course.dropout_week[arm, people] < 16).sum()} left therapy, {people.size} counted. At entry "
        f"{course.symptoms[0, 0][people].mean():.1f} points; in week 16 {course.ratings(16)[arm, people].mean():.1f} points. Of "
        f"{responded.sum()} who had clearly improved by week 12, {relapsed} relapsed within the year. Gain over medication alone: "
        f"{value:.1f} ({low:.1f} to {high:.1f})."
    )


def on_board(told):
    """The scoreboard's words have each figure so."""
    said = settings(TWELVE)["Sixty in each group"]
    return holds(lambda: all(told(one) in said.studies_sentence for one in studies.judged("both, medication")))


def board_is_counted():
    """Whether the scoreboard counts its figures as they are judged."""
    verdicts = [studies.verdict(one) for one in studies.judged("both, medication")]
    inside, outside, fitted = (verdicts.count(name) for name in ("inside", "outside", "set to fit"))
    said = settings(TWELVE)["Sixty in each group"].studies_sentence
    assert all(one.figure.fits for one in studies.judged("both, medication") if studies.verdict(one) == "set to fit")
    return said.startswith(
        f"Published figures of this design: {len(verdicts)}. Inside the model's interval {inside}, outside {outside}. The model "
        f"was set to {fitted} more,"
    )


def table_is_the_flow():
    """Whether the table's columns are the ways that people went."""
    found, one = lesson.table(trial()), trial()
    left = [(one.of(one.course.dropout_week, arm)[one.drawn[arm]] < 16).sum() for arm in one.weights]
    stopped = [(one.of(one.course.stop_week, arm)[one.drawn[arm]] < 16).sum() for arm in one.weights]
    assert [*found["left therapy"]] == left
    assert [*found["stopped the medication"]] == stopped
    return (found["then relapsed"] <= found["clearly improved by week 12"]).all() and [*found["drawn"]] == [60, 60]


def sets(name, **values):
    """A preset of the second explorer sets just that."""
    [found] = [each for each in mechanism.LESSON.presets if each.name == name]
    return holds(lambda: found.values == values)


def third_looks_like_carries():
    """Whether all that looking shows is the same where skills carry and where a third thing moves both."""
    one, other = carried("carries"), carried("third")
    return all(
        np.allclose(getattr(one, what)[group][week], getattr(other, what)[group][week])
        for what in ("skills", "falls")
        for group in one.groups
        for week in (4, 16)
    )


def harm_is_told():
    """Whether extra practice that seems to do harm is told as "less far"."""
    design = carried("follows", "never", "practice", 25, less_far())
    value, interval = practised(design)
    told = f"With extra practice, scores fell {value} less far {interval} further; below 0: less far); 2.5 further were to be"
    return told in mechanism.sentence(design)


def marks_are_people():
    """Whether each mark is what a person in therapy had learned and how far the score had fallen, by week 16."""
    design = carried("carries")
    chart = mechanism.chart(design)
    [marks] = [trace for trace in chart["data"] if trace["name"] == "a person in therapy"]
    titles = [chart["layout"][axis]["title"]["text"] for axis in ("xaxis2", "yaxis2")]
    assert np.array_equal(marks["x"], design.skills[worlds.THERAPY][16])
    return np.array_equal(marks["y"], design.falls[worlds.THERAPY][16]) and titles == [
        "skills by week 16 (of 100)",
        "points fallen by week 16",
    ]


def early_is_drawn_so():
    """Whether the whole ways are drawn with what was seen of skills and of relief."""
    design = carried("carries")
    drawn = [trace for trace in mechanism.chart(design)["data"] if trace["name"] == "had come, 95 % interval"]
    shown = [float(trace["x"][0]) for trace in drawn if trace["mode"] == "markers"]
    return np.allclose(shown, [design.early(design.skills)[0], design.early(design.falls)[0]])


def falls_are_drawn_so():
    """Whether a group's mark says its mean with both ends."""
    design = carried("carries")
    falls = design.falls[worlds.THERAPY][16]
    error = 1.96 * falls.std(ddof=1) / np.sqrt(falls.size)
    told = f"therapy: {falls.mean():.1f} ({falls.mean() - error:.1f} to {falls.mean() + error:.1f})"
    return any(
        told in str(trace.get("hovertext", trace.get("text", ""))) + str(trace)
        for trace in mechanism.chart(design)["data"]
    )


def second_table():
    """Whether the second table has what was fallen and learned, early and at the end."""
    design = carried("carries")
    table = mechanism.table(design)
    return all(
        np.allclose(table[name], [design_part[group][week].mean() for group in design.groups])
        for name, design_part, week in (
            ("points fallen by week 4", design.falls, 4),
            ("points fallen by week 16", design.falls, 16),
            ("skills learned by week 16 (of 100)", design.skills, 16),
        )
    )


LEFT = {
    "carries": "skills carry the relief",
    "follows": "relief came first and skills followed",
    "third": "a third thing moved both",
}


def this_one(one):
    """This trial's gain without a sign, and both ends, in words."""
    value, low, high = one.estimate(one.weights)
    return f"by {abs(value):.1f} points, and the data fit anything from {low:.1f} to {high:.1f}"


def ahead(design):
    value, interval = fit(design.lead(worlds.THERAPY, worlds.WAITING))
    return f"Therapy is ahead of waiting by {value} {interval})"


QUOTES = [
    *quotes(
        "16 words",
        (
            "the half with milder illness | more_ill | the half with more severe illness",
            rows_of(lambda found: len(found) == 3),
            designed(halves_are_so),
        ),
        (
            "more than the sum",
            rows_of(
                lambda found: np.isclose(found["more than the sum"][1], truth(trial(compare="four"))), compare="four"
            ),
        ),
        ("people in each group", holds(below)),
        ("% that find it | town | the whole town", holds(below), holds(above_left)),
        ("this trial, 95 % interval", holds(above_left)),
        (
            "finds it: leaves 0 out | finds_not | does not find it | unheard | not heard of | reported | what you hear, on average",
            holds(above_right),
            holds(winners_are_drawn_so),
        ),
        ("of the {{labs:,}} labs", holds(lambda: town.LABS == 1000), holds(above_right)),
        ("does not find it", holds(above_right)),
        ("what you hear, on average", holds(winners_are_drawn_so)),
        (
            "About {{found:.0f}} of 100 trials like this one find a difference",
            says(
                lambda one: f"About {100 * one.significant.mean():.0f} of 100 trials like this one find a difference."
            ),
        ),
        (
            "About {{found:.0f}} of 100 trials like this one find that both differ from the sum of the two",
            says(
                lambda one: (
                    f"About {100 * one.significant.mean():.0f} of 100 trials like this one find that both differ from the sum"
                ),
                compare="four",
            ),
        ),
        (
            "There is nothing to find, and about {{found:.0f}} of 100 trials like this one find something all the same: false "
            "alarms",
            says(
                lambda one: (
                    f"There is nothing to find, and about {100 * one.significant.mean():.0f} of 100 trials like this one find "
                    "something all the same: false alarms."
                ),
                compare="both, dummy pill with visits",
                truth="none",
            ),
        ),
        (
            "This one {{found}}: {{tested}} did better than {{against}} by {{gain:.1f}} {{unit}}, and the data fit anything from "
            "{{low:.1f}} to {{high:.1f}}",
            says(lambda one: f"This one does: both did better than medication alone {this_one(one)}."),
            says(lambda one: f"This one does not: both did better than medication alone {this_one(one)}.", size=20),
        ),
        (
            "This one {{found}}: {{tested}} did worse than {{against}} by {{gain:.1f}} {{unit}}, and the data fit anything from "
            "{{low:.1f}} to {{high:.1f}} (below 0: worse)",
            says(
                lambda one: (
                    f"This one does not: both did worse than medication alone {this_one(one)} (below 0: worse)."
                ),
                size=20,
                seed=5,
            ),
        ),
        (
            "This one {{found}}: both did more than the sum by {{gain:.1f}} {{unit}}, and the data fit anything from {{low:.1f}} "
            "to {{high:.1f}}",
            says(lambda one: f"This one does not: both did more than the sum {this_one(one)}.", compare="four"),
        ),
        (
            "This one {{found}}: both did less than the sum by {{gain:.1f}} {{unit}}, and the data fit anything from {{low:.1f}} "
            "to {{high:.1f}} (below 0: less)",
            says(
                lambda one: f"This one does: both did less than the sum {this_one(one)} (below 0: less).",
                compare="four",
                seed=6,
            ),
        ),
        (
            "In truth it is {{truth:.1f}} {{unit}}. | heard_all | All {{labs:,}} labs are heard, and together they report "
            "{{mean:.1f}} {{unit}}",
            says(
                lambda one: (
                    f"In truth it is {truth(one):.1f} points. All 1,000 labs are heard, and together they report "
                    f"{one.again[0].mean():.1f} points."
                )
            ),
        ),
        (
            "You hear of {{count:,}} of {{labs:,}} labs, and together they report {{mean:.1f}} {{unit}}. | heard_none | You hear "
            "of none of {{labs:,}} labs. | times | That is {{times:.1f}} times the truth",
            says(
                lambda one: (
                    f"You hear of {one.heard.sum()} of 1,000 labs, and together they report {one.again[0][one.heard].mean():.1f} "
                    f"points. That is {overestimate(one):.1f} times the truth."
                ),
                size=20,
                heard="found",
            ),
            says(lambda one: "You hear of none of 1,000 labs.", **UNHEARD),
        ),
        (
            "To find it 8 times in 10 takes about {{needed:,}} people in each group",
            says(lambda one: f"To find it 8 times in 10 takes about {two(one.needed)} people in each group."),
            holds(eight_in_ten),
        ),
        (
            "In the model, as it is set: to find it 8 times in 10 takes about {{needed:,}} people in each group. | guess_first | "
            "Choose “four groups” under “Assigned at random to” to see how far your guess goes. | guess_nothing | As it is set "
            "now, there is nothing to find, with however many people",
            holds(
                lambda: (
                    lesson.compare_guess("", trial(compare="four"))
                    == "In the model, as it is set: to find it 8 times in 10 takes about "
                    f"{two(trial(compare='four').needed)} people in each group."
                )
            ),
            holds(
                lambda: lesson.compare_guess("", trial()).startswith(
                    "Choose “four groups” under “Assigned at random to”"
                )
            ),
            holds(
                lambda: lesson.compare_guess("", trial(compare="four", truth="none")).startswith(
                    "As it is set now, there is nothing"
                )
            ),
        ),
        (
            "mean score at entry",
            holds(
                lambda: (
                    [*lesson.table(trial())["mean score at entry"]]
                    == [trial().course.symptoms[0, 0][drawn].mean() for drawn in trial().drawn.values()]
                )
            ),
        ),
        (
            "people in the town from whom all are drawn",
            own(16, "people in the town from whom all are drawn", "2,048"),
        ),
        (
            "share who find the other treatment elsewhere",
            own(16, "usual care: share who find the other treatment elsewhere", f"{town.ELSEWHERE:.2f}"),
            holds(elsewhere),
        ),
        (
            "attention: what a visit teaches, as a share of a session",
            own(16, "attention: what a visit teaches, as a share of a session", f"{town.ATTENTION:.2f}"),
            holds(attended),
        ),
        (
            "standard errors on either side of an interval",
            own(16, "standard errors on either side of an interval", "1.96"),
        ),
        (
            "% still well | since | weeks since responding | still | %{{{{y:.0f}}}} % well in week %{{{{x:.0f}}}}",
            holds(report_is_drawn_so),
        ),
        (
            "{{group}}: {{drawn:,}} drawn, {{stopped:,}} stopped the medication, {{left:,}} left therapy, {{counted:,}} counted. "
            "At entry {{entry:.1f}} points; in week {{week}} {{end:.1f}} {{unit}}. Of {{responded:,}} who had clearly improved "
            "by week 12, {{relapsed:,}} relapsed within the year. | report_gain | Gain over {{over}}: {{gain:.1f}} ({{low:.1f}} "
            "to {{high:.1f}})",
            reported(lambda said: said.split("\n")[0] == told_of_both(trial())),
        ),
        (
            "published, seen from the model's interval",
            holds(
                lambda: (
                    settings(TWELVE)["Sixty in each group"].studies_chart["layout"]["xaxis"]["title"]["text"]
                    == "published, seen from the model's interval"
                )
            ),
            holds(
                lambda: all((abs(studies.off(one)) <= 1) == one.inside for one in studies.judged("both, medication"))
            ),
        ),
        (
            "{{published:.2f}} (model {{low:.2f}} to {{high:.2f}})",
            on_board(
                lambda one: f"{one.figure.label} {one.figure.published:.2f} (model {one.low:.2f} to {one.high:.2f})"
            ),
        ),
        (
            "Published figures of this design: {{all}}. Inside the model's interval {{inside}}, outside {{outside}}. The model "
            "was set to {{set_to_fit}} more, and to meet those is no achievement. By chance alone about one in twenty would be "
            "outside",
            holds(board_is_counted),
        ),
        (
            "therapy with a dummy pill | therapy with a dummy pill | dummy pill with visits | dummy pill | waiting list | "
            "waiting list | against | medication | medication alone | therapy | therapy alone | dummy pill with visits | a dummy "
            "pill | waiting list | a waiting list",
            rows_of(lambda found: "therapy with a dummy pill, over dummy pill" in found, compare="four"),
            says(lambda one: "therapy alone did better than a waiting list", compare="therapy, waiting list"),
            says(
                lambda one: "medication alone did better than a dummy pill",
                compare="medication, dummy pill with visits",
            ),
        ),
        (
            "stopped the medication | left | left therapy | counted | counted | responded | clearly improved by week 12 | "
            "relapsed | then relapsed",
            holds(table_is_the_flow),
        ),
        (
            "People who learned more skills improved more. Did the skills do it",
            holds(linked_in_every_world),
            holds(practice_leaves_one),
        ),
        (
            "Hidden: the People number has drawn one of the three",
            holds(
                lambda: (
                    {worlds.run("hidden", "end", "therapy", 25, seed).world for seed in range(9)} == set(worlds.WORLDS)
                )
            ),
            holds(lambda: mechanism.LESSON.opening["world"] == "hidden"),
        ),
        (
            "hidden: find out | carries | skills carry the relief | follows | relief comes first, skills follow | third | a "
            "third thing moves both",
            holds(moves_first),
            holds(practice_leaves_one),
        ),
        (
            "Symptoms are always measured, in weeks {} and {}",
            filled(lambda: worlds.EARLY),
            filled(lambda: worlds.WEEKS),
            in_every_world(
                lambda design: all([*weeks] == [4, 16] for weeks in design.falls.values()), measured="never"
            ),
        ),
        (
            "at the end, in week 16 | early | early, in week 4, and at the end",
            second(lambda design: f"correlation {design.linked:.2f}", measured="end"),
            second(lambda design: "By week 4, skills had come", measured="early"),
        ),
        (
            "nothing: people choose | therapy | therapy or waiting | practice | therapy or waiting, and extra practice",
            holds(choosing_flatters),
            in_every_world(lambda design: design.groups == (worlds.WAITING, worlds.THERAPY), assigned="therapy"),
            in_every_world(lambda design: design.groups[2] == worlds.MORE, assigned="practice"),
        ),
        (
            "Measured at the end | says | Skills are measured once, at the end. People who learned more improved more. In which "
            "of the three worlds would that be so? Try them",
            sets("Measured at the end", measured="end"),
            holds(linked_in_every_world),
        ),
        (
            "Measured early, too | says | Now skills are measured in week 4 as well. Which of the two had come further on its "
            "way by then, and what does that rule out",
            sets("Measured early, too", measured="early"),
            holds(moves_first),
            holds(looking_leaves_two),
        ),
        (
            "People choose | says | Nobody is assigned: the keener people go to therapy. What happens to therapy's lead",
            sets("People choose", measured="early", assigned="nothing"),
            holds(choosing_flatters),
        ),
        (
            "Leave the world hidden. Design a trial after which only one world is possible, and it is the right one. Then change "
            "the People number and try it again",
            mission_two(
                "One world left",
                lambda reaches, asked: (
                    all(reaches(world, **asked.recipe[0]["set"]) for world in worlds.WORLDS)
                    and not reaches("carries", measured="early", size=400)
                    and not reaches("carries", **asked.recipe[0]["set"] | {"world": "carries"})
                ),
            ),
        ),
        (
            "Two of the worlds look the same, however early you measure. What would you have to change in people, by chance",
            holds(looking_leaves_two),
            mission_two("One world left", lambda reaches, asked: asked.recipe[0]["set"]["assigned"] == "practice"),
        ),
        (
            "You looked early, so you know which moved first. And chance gave extra practice to some people, so you know what "
            "happens to symptoms when only the skills are changed. Both together tell the three worlds apart. A step on the way "
            "that carries an effect is called a mediator",
            holds(moves_first),
            holds(practice_leaves_one),
            also("16", "What carries an effect (mediator): a step on the way"),
        ),
        (
            "Without extra practice at random: leave only the world in which skills carry the relief",
            mission_two(
                "Only by looking",
                lambda reaches, asked: (
                    not asked.recipe
                    and not any(reaches("carries", measured="early", size=size) for size in (100, 400))
                    and not reaches("carries", measured="early", assigned="practice", size=200)
                ),
            ),
        ),
        ("Which other world has the skills moving first, too", holds(looking_leaves_two)),
        (
            "It cannot be done by looking, with however many people. If a third thing moves the skills first and the symptoms "
            "later, all that you see is the same. To learn what something does, one has to change it, and let chance decide for "
            "whom",
            holds(looking_leaves_two),
            holds(third_looks_like_carries),
            holds(practice_leaves_one),
        ),
        (
            "Therapy is ahead of waiting by {{value:.1f}} points (the data fit {{low:.1f}} to {{high:.1f}}), in all three worlds "
            "alike",
            second(lambda design: f"{ahead(design)}, in all three worlds alike."),
            holds(helps_alike),
        ),
        (
            "Therapy is ahead of waiting by {{value:.1f}} points (the data fit {{low:.1f}} to {{high:.1f}}), but people chose, "
            "so a part of it may be who they are",
            second(
                lambda design: f"{ahead(design)}, but people chose, so a part of it may be who they are.",
                assigned="nothing",
            ),
            holds(choosing_flatters),
        ),
        (
            "Nobody measured skills, so this trial says nothing about what carries the effect",
            second(
                lambda design: (
                    "Nobody measured skills, so this trial says nothing about what carries the effect. Still possible are all three"
                ),
                measured="never",
            ),
        ),
        (
            "At the end, people who had learned more had improved more (correlation {{linked:.2f}})",
            second(
                lambda design: (
                    f"At the end, people who had learned more had improved more (correlation {design.linked:.2f})."
                )
            ),
        ),
        (
            "By week {{week}}, skills had come {{skill:.0f}} % of their way, and relief {{relief:.0f}} %",
            second(
                lambda design: (
                    f"By week 4, skills had come {design.early(design.skills)[0]:.0f} % of their way, and relief "
                    f"{design.early(design.falls)[0]:.0f} %."
                )
            ),
        ),
        (
            "With extra practice, scores fell {{value:.1f}} points less far (the data fit {{low:.1f}} to {{high:.1f}} further; "
            "below 0: less far); {{expected:.1f}} further were to be expected if skills carry the relief",
            holds(harm_is_told),
        ),
        (
            "With extra practice, scores fell {{value:.1f}} points further (the data fit {{low:.1f}} to {{high:.1f}}); "
            "{{expected:.1f}} were to be expected if skills carry the relief",
            second(
                lambda design: (
                    "With extra practice, scores fell {} further {}); 2.5 were to be expected if skills carry the relief.".format(
                        *practised(design)
                    )
                ),
                assigned="practice",
            ),
            holds(lambda: worlds.PRACTICE * worlds.RELIEF == 2.5),
        ),
        (
            "Still possible are all three: {{a}}, {{b}}, and {{c}}. | open_2 | Still possible are two: {{a}}, and {{b}}. | "
            "open_1 | Only one is still possible: {{a}}",
            second(
                lambda design: "Still possible are all three: " + "{}, {}, and {}.".format(*LEFT.values()),
                measured="end",
            ),
            second(lambda design: f"Still possible are two: {LEFT['carries']}, and {LEFT['third']}."),
            second(lambda design: f"Only one is still possible: {LEFT['follows']}.", world="follows"),
        ),
        (
            "None of the three fits. About one interval in twenty misses the truth, and this is such a trial",
            second(lambda design: "None of the three fits.", **NONE_FITS),
        ),
        (
            "skills by week 16 (of 100) | fallen | points fallen by week 16 | share | % of its way by week 4",
            holds(part_two_is_drawn_so),
            holds(marks_are_people),
        ),
        ("points fallen by week 16, mean", holds(part_two_is_drawn_so)),
        ("a person in therapy", holds(part_two_is_drawn_so)),
        ("had come, 95 % interval", holds(early_is_drawn_so)),
        ("{{value:.1f}} ({{low:.1f}} to {{high:.1f}})", holds(falls_are_drawn_so)),
        (
            "points fallen by week {{week}} | column_skill | skills learned by week {{week}} (of 100)",
            holds(second_table),
        ),
        (
            "points by which therapy lowers scores, on average",
            own(mechanism.LESSON, "points by which therapy lowers scores, on average", "5"),
            in_every_world(lambda design: abs(design.lead(worlds.THERAPY, worlds.WAITING)[0] - 5) < 0.6),
        ),
        (
            "extra practice: how much more is learned, as a share of the usual",
            own(mechanism.LESSON, "extra practice: how much more is learned, as a share of the usual", "0.5"),
            holds(half_as_much_again),
        ),
        (
            "weeks in which what moves first has come most of its way",
            own(mechanism.LESSON, "weeks in which what moves first has come most of its way", "4"),
            holds(lambda: worlds.first(4) > 0.5 > worlds.first(2)),
        ),
        (
            "weeks by which the other follows",
            own(mechanism.LESSON, "weeks by which the other follows", "6"),
            holds(lambda: worlds.second(4) < worlds.first(4) - 0.2),
        ),
        (
            "how far a rating strays from the true score (SD) | own_tested | how far a test of skills strays (SD, of 100)",
            own(mechanism.LESSON, "how far a rating strays from the true score (SD)", f"{worlds.RATED:.1f}"),
            own(mechanism.LESSON, "how far a test of skills strays (SD, of 100)", f"{worlds.TESTED:.0f}"),
            holds(lambda: Model().assessment.error == worlds.RATED),
        ),
        (
            "skills carry the relief | follows | relief came first and skills followed | third | a third thing moved both",
            second(lambda design: f"Only one is still possible: {LEFT['follows']}.", world="follows"),
            second(lambda design: f"Only one is still possible: {LEFT['third']}.", world="third", assigned="practice"),
        ),
    ),
]
