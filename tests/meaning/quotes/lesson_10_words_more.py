"""What lesson 10's words call its groups, say beside the studies' picture, and say in its Python's sentences, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import holds, percent, spoken, study_row
from tests.meaning.quotes.lesson_10 import HOLLON, at, ill
from tests.meaning.quotes.reading import SEVEN, relapsed
from tests.meaning.quoting import quotes, the_arm, toy, why
from toolkit.lessons import lesson
from toolkit.lessons.stopping_trials import ENDINGS, TRIALS

ANTLER, HARD = "A year on medication", "Something hard"


def group(id, name):
    """A group's plan in a trial, and the week in which people are well there."""
    trial = TRIALS[id]
    return trial.plans(trial.well, None, trial.well + trial.follow)[name], trial.well


def ends(id, name):
    """Whether a group's medication, and its therapy, end when people are well, go on, or are not there."""
    plan, well = group(id, name)
    return [given and ("over" if given.stop <= well else "kept") for given in (plan.medication, plan.therapy)]


def labels_are_the_plans():
    """What a group is called is what its plan does."""
    called = {
        ("hollon2005", "stopped"): ("medication stopped", ["over", None]),
        ("hollon2005", "kept"): ("medication kept", ["kept", None]),
        ("hollon2005", "therapy"): ("therapy over", [None, "over"]),
        ("reynolds1999", "therapy kept"): ("therapy kept", ["over", "kept"]),
        ("reynolds1999", "both ended"): ("both over", ["over", "over"]),
        ("reynolds1999", "both kept"): ("both kept on", ["kept", "kept"]),
    }
    stepped, _ = group("bockting2018_drd", "tapered")
    tapered = ENDINGS["tapered"].label == "stepped down with therapy" and stepped.medication.taper and stepped.therapy
    return tapered and all((ENDINGS[name].label, ends(id, name)) == said for (id, name), said in called.items())


def arms(id, *names, outcome=""):
    return [percent(id, name, outcome) for name in names]


def told(what, setting=OPENING):
    """A setting's sentence has these words, made of what is shown there."""
    return toy(SEVEN, setting, lambda s: what(s) in s.sentence)


def hovers(part, setting=OPENING):
    """Something in the picture tells this."""
    return toy(SEVEN, setting, lambda s: any(part in str(each.get("hovertemplate")) for each in s.chart["data"]))


def after_68_weeks(name):
    """The share of a group of Paykel's trial that is ill again, or not well, in the week of the words."""
    return lambda: 100 * the_arm("paykel1999_relapse", name, "relapse", 68).value


QUOTES = [
    *quotes(
        "10 words",
        (
            "medication stopped | colour | medication | dash | dash | symbol | square-open | kept | label | "
            "medication kept | colour | medication | dash | solid | symbol | square | therapy | label | therapy over "
            "| colour | therapy | dash | dashdot | symbol | triangle-up | therapy kept | label | therapy kept | "
            "colour | therapy | dash | solid | symbol | triangle-down | tapered | label | stepped down with therapy | "
            "colour | therapy | dash | dash | symbol | triangle-up-open | both ended | label | both over | colour | "
            "both | dash | dash | symbol | diamond-open | both kept | label | both kept on",
            holds(labels_are_the_plans),
            holds(
                lambda: (
                    {name: look.dash for name, look in ENDINGS.items() if look.dash == "solid"}
                    == dict.fromkeys(("kept", "therapy kept", "both kept"), "solid")
                )
            ),
        ),
        (
            "of 100 people, ill again | ends | hover | %{{x:.0f}} of 100 | rows | label | the model, as set above",
            study_row(
                10, "the model, as set above", *(lambda name=name: ill(name) for name in ("therapy", "stopped", "kept"))
            ),
            toy(SEVEN, HARD, lambda s: relapsed(s)["stopped"] in s.studies_chart["data"][0]["x"]),
        ),
        (
            "1 year | side | ▲ | figures | who | therapy | arm | prior CT (withdrawn, <=3 boosters) | outcome | "
            "relapse | week | people | who | stopped | arm | medication withdrawn to placebo | outcome | relapse | "
            "week | people | who | kept | arm | continued medication | outcome | relapse",
            study_row(10, "▲ Hollon 2005: 1 year", *arms("hollon2005", HOLLON[0], HOLLON[2], HOLLON[1])),
            why("hollon2005", "12 months"),
        ),
        (
            "1 year | side | ▲ | figures | who | stopped | arm | discontinuation | outcome | relapse | week | people "
            "| who | kept | arm | maintenance | outcome | relapse",
            study_row(10, "▲ Lewis 2021: 1 year", *arms("lewis2021_antler", "discontinuation", "maintenance")),
        ),
        (
            "31 trials | side | ▲ | figures | who | stopped | arm | switched to placebo | outcome | relapse | who | "
            "kept | arm | continued antidepressant | outcome | relapse",
            study_row(10, "▲ Geddes 2003: 31 trials", *arms("geddes2003", "switched to placebo", "continued")),
            why("geddes2003", "31 trials"),
        ),
        (
            "2 years | side | ▲ | figures | who | kept | arm | antidepressant alone | outcome | relapse or "
            "recurrence, cumulative | week | people | who | tapered | arm | preventive CT while tapering | outcome | "
            "relapse or recurrence, cumulative | week | people | who | both kept | arm | preventive CT + "
            "antidepressant | outcome | relapse or recurrence, cumulative",
            study_row(
                10,
                "▲ Bockting 2018: 2 years",
                *arms("bockting2018_drd", "antidepressant alone", "while tapering", "CT + antidepressant"),
            ),
            why("bockting2018_drd", "Over two years"),
        ),
        (
            "68 weeks | side | ▲ | figures | who | kept | arm | drug + clinical management | outcome | relapse or "
            "persistent symptoms, cumulative | week | who | both kept | arm | CBT + drug + clinical management | "
            "outcome | relapse or persistent symptoms, cumulative",
            study_row(
                10,
                "▲ Paykel 1999: 68 weeks",
                after_68_weeks("drug + clinical management"),
                after_68_weeks("CBT + drug"),
            ),
        ),
        (
            "over 59, 3 years | side | ◆ | figures | who | both ended | arm | placebo + clinic visits | outcome | "
            "recurrence | week | who | kept | arm | nortriptyline + clinic visits | outcome | recurrence | week | who "
            "| therapy kept | arm | IPT + placebo | outcome | recurrence | week | who | both kept | arm | "
            "nortriptyline + IPT | outcome | recurrence",
            study_row(
                10,
                "◆ Reynolds 1999: over 59, 3 years",
                *arms(
                    "reynolds1999", "placebo + clinic", "nortriptyline + clinic", "IPT + placebo", "nortriptyline + IPT"
                ),
            ),
            why("reynolds1999", "over-59s", "three-year"),
        ),
        (
            "70 and over, 2 years | side | ▼ | figures | who | both ended | arm | placebo + clinical management | "
            "outcome | recurrence | week | people | who | kept | arm | paroxetine + clinical management | outcome | "
            "recurrence | week | people | who | therapy kept | arm | placebo + psychotherapy | outcome | recurrence | "
            "week | people | who | both kept | arm | paroxetine + psychotherapy | outcome | recurrence",
            study_row(
                10,
                "▼ Reynolds 2006: 70 and over, 2 years",
                *arms(
                    "reynolds2006",
                    *(
                        "placebo + clinical",
                        "paroxetine + clinical",
                        "placebo + psychotherapy",
                        "paroxetine + psychotherapy",
                    ),
                ),
            ),
            why("reynolds2006", "70 and older", "two-year"),
        ),
        (
            "A year after they got well, {{therapy:.0f}} of 100 people whose therapy was over were still well: about "
            "as many as with medication kept ({{kept:.0f}}), and {{ahead:.0f}} more than with medication stopped "
            "({{stopped:.0f}})",
            told(
                lambda s: (
                    f"A year after they got well, {100 - relapsed(s)['therapy']:.0f} of 100 people whose therapy was over"
                )
            ),
            told(
                lambda s: f"about as many as with medication kept ({100 - relapsed(s)['kept']:.0f}), and 20 more than"
            ),
            told(lambda s: f"more than with medication stopped ({100 - relapsed(s)['stopped']:.0f})."),
            holds(lambda: round(100 - ill("therapy")) - round(100 - ill("stopped")) == 20 and at().trial.follow == 52),
        ),
        (
            "Of 100 people, {{more:.0f}} more fell ill again with {{one}} than with {{other}}; {{well:.0f}} of 100 "
            "stayed well with {{one}} all the same. | alike | Of 100 people, about as many fell ill again with "
            "{{one}} as with {{other}}",
            told(
                lambda s: (
                    f"{relapsed(s)['stopped'] - relapsed(s)['kept']:.0f} more fell ill again with medication stopped than"
                ),
                ANTLER,
            ),
            told(
                lambda s: (
                    f"kept; {100 - relapsed(s)['stopped']:.0f} of 100 stayed well with medication stopped all the same"
                ),
                ANTLER,
            ),
            spoken(10, "about as many fell ill again with medication stopped as with medication kept", later=52),
            holds(lambda: abs(at(later=52).more("stopped", "kept")) < 1),
        ),
        (
            "In {{weeks}} weeks, of 100: {{shares}}. | share | {{ending}} {{well:.0f}} still well, {{ill:.0f}} ill "
            "again",
            told(lambda s: f"In {s.result.trial.follow} weeks, of 100: both over ", "Over 59"),
            told(lambda s: f"kept {100 - relapsed(s)['kept']:.0f} still well, {relapsed(s)['kept']:.0f} ill again"),
        ),
        (
            "Published, ill again: {{shares}}. | one_published | {{ending}} {{ill:.0f}} of 100 ({{low:.0f}} to "
            "{{high:.0f}})",
            told(
                lambda s: "Published, ill again: therapy over {:.0f} of 100 ({:.0f} to {:.0f})".format(
                    *s.result.trial.relapsed["therapy"]
                )
            ),
            toy(SEVEN, "Well after both", lambda s: "Published" not in s.sentence),
        ),
        (
            "What happened in week {{when}} made so many more of 100 ill again: {{costs}}",
            told(
                lambda s: f"What happened in week {s.values['when']} made so many more of 100 ill again: therapy over ",
                HARD,
            ),
            told(
                lambda s: f"medication stopped {ill('stopped', hard=2.0) - ill('stopped'):.0f}, medication kept", HARD
            ),
        ),
        (
            "Simulated people who had got well and are followed: {{counts}}. | one_count | {{ending}} {{count:,}}",
            told(
                lambda s: f"had got well and are followed: therapy over {len(s.result.relapsed['therapy'])}, medication"
            ),
            holds(lambda: all(len(each) < 1000 for each in at().weeks.values())),
        ),
        (
            "In the picture as it is set now, {{well:.0f}} of 100 whose therapy is over stay well",
            holds(
                lambda: (
                    f"now, {100 - ill('therapy', hard=2.0):.0f} of 100 whose"
                    in lesson(10).compare_guess("", at(hard=2.0))
                )
            ),
            holds(lambda: lesson(10).compare_guess("", at(sessions="monthly")) == ""),
        ),
        (
            "still well, of 100 | since | weeks since they were well | hover | %{{{{y:.0f}}}} of 100 well in week "
            "%{{{{x:.0f}}}} | marked | published: {{well:.0f}} of 100 well ({{low:.0f}} to {{high:.0f}})",
            hovers("medication kept: %{y:.0f} of 100 well in week %{x:.0f}"),
            toy(SEVEN, OPENING, lambda s: s.chart["layout"]["xaxis"]["title"]["text"] == "weeks since they were well"),
            toy(SEVEN, OPENING, lambda s: s.at("medication kept (of 100 well)", 0) == 100),
            hovers("therapy over: published: 69 of 100 well (53 to 82)"),
            holds(lambda: np.allclose([100 - each for each in at().trial.relapsed["therapy"]], [69, 82, 53], atol=0.5)),
        ),
        (
            "100 people in each group, week {{week}} | well | still well | ill_again | ill again",
            toy(
                SEVEN,
                "Over 59",
                lambda s: s.chart["layout"]["xaxis2"]["title"]["text"] == "100 people in each group, week 156",
            ),
        ),
        (
            "{{ending}} (of 100 well) | followed_column | {{ending}} (still followed)",
            toy(
                SEVEN,
                OPENING,
                lambda s: s.last("therapy over (still followed)") == (s.result.weeks["therapy"] >= 52).sum(),
            ),
            toy(
                SEVEN, OPENING, lambda s: np.isclose(s.last("therapy over (of 100 well)"), 100 - relapsed(s)["therapy"])
            ),
        ),
    ),
]
