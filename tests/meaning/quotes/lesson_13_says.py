"""What lesson 13's study rows, sentences and names say, and what holds them."""

import functools
import math

from tests.meaning.quotes.grounds import holds, row_values, says_by
from tests.meaning.quotes.lesson_13 import (
    AFTER,
    ARROLL,
    BECAUSE,
    GOT_WORSE,
    HU,
    LESSON,
    ONE_OR_BOTH,
    SEXUAL,
    THIS,
    WORSE,
    YOUNG,
    at,
    costs_stay,
)
from tests.meaning.quoting import quotes, share, the_arm, the_effect, why
from toolkit.lessons.benefit_and_harm.people import RECORDS, count
from toolkit.lessons.studies import panel_rows
from toolkit.lessons.words import Words
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY, WAITING, proportion

from .lesson_13_words import chart, costs_are_counted, legend

says = functools.partial(says_by, 13)


def row(about):
    """The figure of the study row of that name: the study's, or the toy's own."""
    return row_values(13, about)[0]


WORDS = Words("toolkit.lessons.benefit_and_harm")
NAMED = {
    WAITING: "the waiting list",
    DUMMY: "the dummy pill",
    MEDICATION: "medication",
    THERAPY: "therapy",
    BOTH: "both treatments",
}


def near(value, other):
    return math.isclose(value, other, rel_tol=1e-3)


def not_drawn(panel, **values):
    """What is said in a panel of a row that cannot be drawn."""
    return next(row.said for row in panel_rows(LESSON.study_panels[panel], at(**values)) if row.said)


def by_hand(decision):
    """The slots of the benefit, of 1,000 people, from who has improved in each life."""
    one, two = (decision.improved(course) for course in (decision.one, decision.two))
    return {
        "because": (two & ~one).sum(),
        "anyway": (one & two).sum(),
        "other": (one & ~two).sum(),
        "neither": (~one & ~two).sum(),
        "of": 1000,
        "week": decision.week,
        "improved": "improve clearly" if decision.benefit == "symptoms" else "are halfway back in everyday life",
        "one": NAMED[decision.otherwise],
        "two": NAMED[decision.chosen],
    }


def of_one_plan(decision):
    return by_hand(decision) | {"improved": by_hand(decision)["anyway"]}


def gain_by_hand(decision):
    """The difference of two shares with Newcombe's interval."""
    people = by_hand(decision)
    (two, two_low, two_high), (one, one_low, one_high) = (
        proportion(people[kind] + people["anyway"], 1000) for kind in ("because", "other")
    )
    low = two - one - math.hypot(two - two_low, one_high - one)
    return two - one, low, two - one + math.hypot(two_high - two, one - one_low)


def needed_by_hand(decision):
    gain, *ends = gain_by_hand(decision)
    low, high = sorted(abs(1 / end) for end in ends)
    named = {"one": NAMED[decision.otherwise], "two": NAMED[decision.chosen]}
    return {"number": abs(1 / gain), "low": low, "high": f"{high:.0f}" if high <= 100 else "more than 100"} | named


def unsure_by_hand(decision):
    written = (f"{100 * share:.0f}".replace("-", "−") for share in gain_by_hand(decision))
    return dict(zip(("more", "low", "high"), written, strict=True))


def taking_by_hand(decision):
    """Who has not stopped by the week that is read, and who has improved by then."""
    taking = (decision.two.stop_week[0] >= decision.week).mean()
    improved = decision.two.responders(decision.week)[0].mean()
    return {"week": decision.week, "taking": 100 * taking, "improved": 100 * improved}


def review_by_hand(_=None):
    """The review's figures, of 1,000."""
    more, added = (
        the_effect(YOUNG, "placebo, depression", what) for what in ("difference of response", "difference of suicidal")
    )
    anyway, without = (the_arm(YOUNG, "placebo, depression", what, None).value for what in ("response", "suicidal"))
    shares = {
        "anyway": anyway,
        "more": more.value,
        "more_low": more.ci[0],
        "more_high": more.ci[1],
        "neither": 1 - anyway - more.value,
        "without": without,
        "added": added.value,
        "fewer": -added.ci[0],
        "most": added.ci[1],
    }
    return {name: 1000 * share for name, share in shares.items()}


def axes(**values):
    """What stands below each square."""
    layout = chart(**values)["layout"]
    return {name: layout[name]["title"]["text"] for name in ("xaxis", "xaxis2")}


def ledger_of(**values):
    """The ledger's own numbers, those of the two people."""
    costs, *people = LESSON.own(LESSON.opening | values)
    assert set(costs.value.split(", ")) == {id for id, _ in RECORDS.values()}
    return [entry.value for entry in people if ("Ines" in entry.what) == (entry is people[0])]


def columns_by_hand():
    """The table's columns in the week of the picture, as they are called."""
    one, two = (at().improved(course) for course in (at().one, at().two))
    table = LESSON.table(at())
    kinds = {"because": two & ~one, "anyway": one & two, "otherwise": one & ~two, "neither": ~one & ~two}
    kinds["taking"] = at().two.stop_week[0] >= 12
    return all(near(table[WORDS.says("columns")[kind]][12], 100 * who.mean()) for kind, who in kinds.items())


def review_columns_by_hand():
    table, review = LESSON.table(at(cost="young")), review_by_hand()
    kinds = {"because": "more", "anyway": "anyway", "neither": "neither", "added": "added", "either": "without"}
    return all(near(table[WORDS.says("columns")[f"review {kind}"]][0], review[name]) for kind, name in kinds.items())


QUOTES = [
    *quotes(
        f"{THIS[:2]} words",
        (
            """
            more people of 100 than with a dummy pill (0: no difference) | ends | hover | %{{x:.1f}} of 100 | spoken |
            {{:.1f}} | none | no difference | rows | label | the model: improve on medication | toy | more | said | shown for
            medication beside a dummy pill |""",
            holds(lambda: row("improve on medication") == (at().counts[0] - at().counts[1]) / 10),
            holds(lambda: not_drawn(0, otherwise=THERAPY) == "shown for medication beside a dummy pill"),
        ),
        (
            """
            bridge2007_youth | about | improve, under 19 | side | ▲ | figures | how | hundred | comparison | antidepressant vs
            placebo, depression | measure | risk difference of response |""",
            holds(
                lambda: near(
                    row("improve, under 19"), 100 * the_effect(YOUNG, "placebo, depression", "of response").value
                )
            ),
        ),
        (
            """
            bridge2007_youth | about | suicidal thoughts or attempts, under 19 | side | ◆ | figures | how | hundred |
            comparison | antidepressant vs placebo, depression (number needed to harm 112) | measure | risk difference of
            suicidal ideation or attempt |""",
            holds(lambda: near(row("suicidal thoughts or attempts, under 19"), 0.9)),
            why(YOUNG, "(number needed to harm 112)", "risk difference of suicidal ideation or attempt"),
        ),
        (
            """
            arroll2009_primarycare | about | stop because of side effects, SSRI, fewest | side | ▲ | figures | how | needed |
            comparison | SSRI | measure | number needed to harm (stopping for side effects), highest |""",
            holds(lambda: near(row("SSRI, fewest"), 100 / 90) and row("SSRI, fewest") < row("SSRI, most")),
        ),
        (
            """
            arroll2009_primarycare | about | stop because of side effects, SSRI, most | side | ▲ | figures | how | needed |
            comparison | SSRI | measure | number needed to harm (stopping for side effects), lowest |""",
            holds(lambda: near(row("SSRI, most"), 100 / 20)),
        ),
        (
            """
            arroll2009_primarycare | about | the same, older tricyclics, fewest | side | ◆ | figures | how | needed |
            comparison | tricyclic | measure | number needed to harm (stopping for side effects), highest |""",
            holds(lambda: near(row("tricyclics, fewest"), 100 / 30)),
        ),
        (
            """
            arroll2009_primarycare | about | the same, older tricyclics, most | side | ◆ | figures | how | needed | comparison
            | tricyclic | measure | number needed to harm (stopping for side effects), lowest |""",
            holds(lambda: near(row("tricyclics, most"), 100 / 4)),
        ),
        (
            """
            ratio of people who improve clearly (1: no difference) | ends | hover | %{{x:.2f}} | spoken | {{:.2f}} | none | no
            difference | rows | finding | arroll2009_primarycare | about | SSRI / dummy pill | side | ▲ | figures | how |
            effect | comparison | SSRI vs placebo | measure | RR of response |""",
            holds(lambda: near(row("SSRI / dummy pill"), the_effect(ARROLL, "SSRI vs placebo", "RR").value)),
        ),
        (
            """
            cuijpers2020_nma | about | both / medication | side | ○ | figures | how | effect | comparison | combined vs
            pharmacotherapy alone | measure | RR of response |""",
            holds(
                lambda: near(
                    row("both / medication"), the_effect(ONE_OR_BOTH, "vs pharmacotherapy alone", "RR of resp").value
                )
            ),
        ),
        (
            """
            cuijpers2020_nma | about | both / therapy | side | ○ | figures | how | effect | comparison | combined vs
            psychotherapy alone | measure | RR of response |""",
            holds(
                lambda: near(
                    row("both / therapy"), the_effect(ONE_OR_BOTH, "combined vs psychotherapy", "RR of resp").value
                )
            ),
        ),
        (
            "the model: plan 2 / plan 1 | toy | times | said | not known at this setting |",
            holds(lambda: near(row("plan 2 / plan 1"), at().counts[0] / at().counts[1])),
            holds(lambda: not_drawn(1, cost="young") == "not known at this setting"),
        ),
        (
            """
            hu2004_sideeffects | about | bothered on an SSRI, nothing to compare | side | ▼ | figures | arm | SSRI starters |
            outcome | bothersome side effect |""",
            holds(lambda: near(row("bothered on an SSRI"), 100 * 219 / 401)),
            why(HU, "no placebo group"),
        ),
        (
            """
            henssler2024_withdrawal | about | symptoms after stopping it | side | ▼ | figures | arm | stopping antidepressant
            | outcome | any discontinuation symptom |""",
            holds(lambda: near(row("symptoms after stopping it"), float(share(AFTER, "antidepressant", "any")()))),
        ),
        (
            """
            henssler2024_withdrawal | about | symptoms after stopping a dummy pill | side | ▼ | figures | arm | stopping
            placebo | outcome | any discontinuation symptom |""",
            holds(lambda: near(row("symptoms after stopping a dummy pill"), float(share(AFTER, "placebo", "any")()))),
        ),
        (
            "cuijpers2018_deterioration |",
            holds(lambda: near(row("got worse in therapy"), float(GOT_WORSE()))),
        ),
        (
            """
            crawford2016_negative | about | lasting bad effects of therapy, nothing to compare | side | ○ | figures | arm |
            people in psychological treatment | outcome | lasting bad effects |""",
            holds(
                lambda: near(
                    row("lasting bad effects of therapy"), float(share("crawford2016_negative", "people", digits=1)())
                )
            ),
            why("crawford2016_negative", "No comparison group"),
        ),
        (
            """
            {{because}} of {{of:,}} people {{improved}} by week {{week}} only with {{two}}. {{anyway}} do so under both plans,
            {{other}} only with {{one}}. {{neither}} have not done so yet under either. |""",
            says("benefit", by_hand, of=1000),
            says("benefit", by_hand, of=1000, otherwise=THERAPY, chosen=MEDICATION, week=26),
            says("benefit", by_hand, of=1000, benefit="everyday life"),
        ),
        (
            """
            Both plans are the same: {{improved}} of {{of:,}} people have improved by week {{week}}, and nobody because of the
            choice. |""",
            says("same_plan", of_one_plan, of=1000, otherwise=THERAPY, chosen=THERAPY),
        ),
        (
            """
            About {{number:.0f}} people get {{two}} instead of {{one}} for one more to improve; a trial with 1,000 people in
            each group would report {{low:.0f}} to {{high}}. |""",
            says("needed", needed_by_hand),
            says("needed", needed_by_hand, benefit="everyday life"),
        ),
        (
            """
            Here {{one}} does better: about {{number:.0f}} people get it instead of {{two}} for one more to improve; a trial
            with 1,000 people in each group would report {{low:.0f}} to {{high}}. |""",
            says("needed_turned", needed_by_hand, otherwise=MEDICATION, chosen=WAITING),
        ),
        (
            """
            more than 100 | unsure | A trial with 1,000 people in each group could not be sure of a difference: {{more}} of
            100 (it would fit anything from {{low}} to {{high}}). So there is no single number needed to treat. |""",
            holds(lambda: needed_by_hand(at(benefit="everyday life"))["high"] == "more than 100"),
            says("unsure", unsure_by_hand, otherwise=MEDICATION, chosen=THERAPY),
        ),
        (
            "Nobody whom we read has counted this cost with {{two}}. Not counted is not the same as none. |",
            says("not_counted", lambda decision: {"two": "medication"}, cost="worse"),
            holds(lambda: count("worse", MEDICATION) is None),
        ),
        (
            "This was counted in people with {{of}} alone.",
            says("counted_alone", lambda decision: {"of": "the medication"}, cost="bothered", chosen=BOTH),
            says("counted_alone", lambda decision: {"of": "therapy"}, cost="worse", chosen=BOTH),
            holds(lambda: not any("alone." in LESSON.sentence(at(cost=cost)) for cost in RECORDS)),
        ),
        (
            """
            In week {{week}}, {{taking:.0f}} of 100 still take the medication, and {{improved:.0f}} of 100 have improved. |""",
            says("taking", taking_by_hand, wish="met", week=26),
        ),
        (
            "For one more who improves, at most {{ratio:.1f}} are bothered. |",
            says(
                "at_most",
                lambda decision: {"ratio": 219 / 401 * 1000 / by_hand(decision)["because"]},
                cost="bothered",
                of=1000,
            ),
        ),
        (
            """
            Ines would accept {{most}}: she takes plan 2. | ines_does_not | Ines would accept {{most}}: she does not take plan
            2. | pavel_takes | Pavel would accept {{most}}: he takes plan 2. The page does not know what you would accept. |""",
            says("ines_takes", lambda decision: {"most": 6}, cost="bothered", ines=6),
            says("ines_does_not", lambda decision: {"most": 5}, cost="bothered", ines=5),
            says("pavel_takes", lambda decision: {"most": 6}, cost="bothered", pavel=6),
            says("pavel_does_not", lambda decision: {"most": 5}, cost="bothered", pavel=5),
            holds(lambda: 5 < at(cost="bothered").ratio < 6),
        ),
        (
            """
            Both squares show a review of trials with young people, whatever is set above. Of 1,000, about {{anyway:.0f}}
            improved with a dummy pill and about {{more:.0f}} more with an antidepressant ({{more_low:.0f}} to
            {{more_high:.0f}}); {{neither:.0f}} had not yet. Suicidal thoughts or attempts were reported in about
            {{without:.0f}} with a dummy pill, and in about {{added:.0f}} more with an antidepressant. The data fit anything
            from {{fewer:.0f}} fewer to {{most:.0f}} more, so there is no single number needed to harm. What to do stands in
            the box above. |""",
            says("young", review_by_hand, cost="young"),
            holds(lambda: at(cost="young", chosen=BOTH, week=30).kinds() == at(cost="young").kinds()),
            why(YOUNG, "under 19", "Meta-analysis"),
        ),
        (
            "In the picture as it is set now, {{because}} of {{of:,}} people improve only with {{two}}. |",
            holds(
                lambda: (
                    LESSON.compare_guess("", at()) == WORDS.say("guessed", because=BECAUSE(), of=100, two="medication")
                )
            ),
        ),
        (
            """
            {{of}} other people, counted in studies | own_costs | what plan 2 may cost: counted in studies, not simulated |
            own_ines | people bothered whom Ines accepts, for one more who improves | own_pavel | people bothered whom Pavel
            accepts, for one more who improves | in_people |""",
            holds(lambda: axes(of=1000)["xaxis2"] == "1,000 other people, counted in studies"),
            holds(costs_stay),
            holds(lambda: ledger_of(ines=7, pavel=3) == ["7 people", "3 people"]),
        ),
        (
            """
            improve clearly | everyday life | are halfway back in everyday life | axes | below | {{of}} people, two plans,
            week {{week}} |""",
            says("benefit", by_hand, of=1000, benefit="everyday life"),
            holds(lambda: axes(week=26)["xaxis"] == "100 people, two plans, week 26"),
        ),
        (
            "{{of}} young people in trials | called | benefit |",
            holds(lambda: axes(cost="young", of=1000)["xaxis"] == "1,000 young people in trials"),
        ),
        (
            """
            short_costs | stopping | stop for side effects | bothered | bothered | sexual problem | sexual problem | after
            stopping | symptoms after stopping | worse | got worse | lasting | lasting bad effects | young | suicidal
            thoughts, attempts |""",
            holds(costs_are_counted),
            holds(lambda: list(WORDS.says("short_costs")) == list(RECORDS)),
        ),
        (
            """
            improved only with {{two}} | anyway | improved under both plans | otherwise | improved only with {{one}} | neither
            | not improved so far | added | cost: more than with a dummy pill | perhaps | cost: perhaps so many more | either
            | cost: as many in both groups | alone | cost: nothing to compare with | spared | more without therapy | free |
            cost: not reported | uncounted | cost: nobody counted |""",
            holds(
                lambda: (
                    legend(otherwise=MEDICATION, chosen=THERAPY)["x"]
                    == {
                        "improved only with therapy": 4,
                        "improved under both plans": 42,
                        "improved only with medication": 5,
                        "not improved so far": 49,
                    }
                )
            ),
            holds(
                lambda: (
                    legend()["x2"]
                    == {
                        "cost: more than with a dummy pill": 1,
                        "cost: perhaps so many more": 4,
                        "cost: not reported": 95,
                    }
                )
            ),
            holds(
                lambda: (
                    legend(cost="after stopping")["x2"]
                    == {
                        "cost: more than with a dummy pill": 14,
                        "cost: as many in both groups": 17,
                        "cost: not reported": 69,
                    }
                )
            ),
            holds(
                lambda: legend(cost="bothered")["x2"] == {"cost: nothing to compare with": 55, "cost: not reported": 45}
            ),
            holds(lambda: legend(cost="after stopping", chosen=DUMMY)["x2"]["cost: nothing to compare with"] == 17),
            holds(lambda: legend(cost="worse", chosen=THERAPY)["x2"]["more without therapy"] == 6),
            holds(lambda: legend(cost="worse")["x2"] == {"cost: nobody counted": 100}),
        ),
        (
            """
            so many more improved with an antidepressant | anyway | as many as improved with a dummy pill | neither | not
            improved so far |""",
            holds(
                lambda: (
                    legend(cost="young")["x"]
                    == {
                        "so many more improved with an antidepressant": 11,
                        "as many as improved with a dummy pill": 50,
                        "not improved so far": 39,
                    }
                )
            ),
        ),
        (
            """
            improved only under plan 2 (of 100) | anyway | improved under both plans (of 100) | otherwise | improved only
            under plan 1 (of 100) | neither | improved under neither so far (of 100) | taking | plan 2: still taking the
            medication (of 100) |""",
            holds(columns_by_hand),
        ),
        (
            """
            more improved with an antidepressant (of 1,000) | review anyway | improved with a dummy pill (of 1,000) | review
            neither | not improved so far (of 1,000) | review added | more with suicidal thoughts or attempts with an
            antidepressant (of 1,000) | review either | suicidal thoughts or attempts with a dummy pill (of 1,000) | costs |""",
            holds(review_columns_by_hand),
        ),
        (
            """
            In studies of 6 to 8 weeks, {{least:.0f}} to {{most:.0f}} more of 100 people stopped because of side effects than
            with a dummy pill. |""",
            says("costs.stopping", lambda _: {"least": 100 / 90, "most": 100 / 20}),
            why(ARROLL, "mostly 6 to 8 weeks", "than on placebo"),
        ),
        (
            """
            About three months into an SSRI, a side effect bothered {{share:.0f}} of 100 people. Nobody was asked without it,
            so it may add anything up to {{share:.0f}}. |""",
            says("costs.bothered", lambda _: {"share": 100 * 219 / 401}, cost="bothered"),
            why(HU, "About three months into an SSRI", "no placebo group"),
        ),
        (
            """
            About three months into an SSRI, a sexual problem bothered {{share:.0f}} of 100 people. Nobody was asked without
            it, so it may add anything up to {{share:.0f}}. |""",
            says("costs.sexual problem", lambda _: {"share": float(SEXUAL())}, cost="sexual problem"),
            why(HU, "About three months into an SSRI", "no placebo group"),
        ),
        (
            """
            Of 100 people who stop an antidepressant, {{share:.0f}} report symptoms; of 100 who stop a dummy pill,
            {{without:.0f}}. So it is {{more:.0f}} more. |""",
            says(
                "costs.after stopping", lambda _: {"share": 31, "without": 17, "more": 31 - 17}, cost="after stopping"
            ),
            why(AFTER, "About 31% of people stopping an antidepressant", "versus 17% stopping placebo"),
        ),
        (
            """
            In the middle one of the trials that counted it, {{share:.0f}} of 100 people got worse in therapy. Without therapy
            it was about {{worse:.0f}} (our sum). |""",
            says(
                "costs.worse", lambda _: {"share": float(GOT_WORSE()), "worse": 4 / 0.39}, cost="worse", chosen=THERAPY
            ),
            why(WORSE, "4 % in the middle study"),
        ),
        (
            """
            In a survey of people in therapy, {{share:.0f}} of 100 spoke of lasting bad effects. Nobody was asked without
            therapy, so it may add anything up to {{share:.0f}}. |""",
            says("costs.lasting", lambda _: {"share": 100 * 763 / 14587}, cost="lasting", chosen=THERAPY),
            why("crawford2016_negative", "survey", "No comparison group"),
        ),
        (
            "Even of 100 people who stop a dummy pill, {{share:.0f}} report symptoms. |",
            says("costs_without.after stopping", lambda _: {"share": 17}, cost="after stopping", chosen=DUMMY),
        ),
        (
            "Without therapy, about {{share:.0f}} of 100 people got worse (our sum). Waiting has a price as well.",
            says("costs_without.worse", lambda _: {"share": 4 / 0.39}, cost="worse", chosen=WAITING),
            holds(lambda: count("worse", WAITING) > count("worse", THERAPY)),
        ),
    ),
]
