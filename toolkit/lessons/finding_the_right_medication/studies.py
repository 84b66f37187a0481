"""Published figures on steps, doses, side effects and visits, with what toy people under a rule do beside them."""

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import Row, Rows

from ..format import marked, row, size, spoken


def published(care):
    """Rows of people, or of the target, in percent."""
    meyer, respond, guo = finding("meyer2004_sert"), "response", "guo2015_mbc"
    low, high = (100 * meyer.arm(f"minimum therapeutic dose, {end} end of means").value for end in ("low", "high"))
    occupied = {"": ((low + high) / 2, low, high)}
    measured, usual, hard = care.response("rule", 24), care.response("usual", 24), "bothersome side effect"
    left, again = care.if_nobody_left("rule"), care.counted("rule")
    return [
        *(
            row("stard2006", f"well after step {step}", f"step {step}", toy=success)
            for step, success in enumerate(care.success("rule"), start=1)
        ),
        row("stard2006", "all four, if nobody left", "cumulative, theoretical", toy=left),
        row("pigott2023", "all four, counted again", "cumulative, reanalysis", toy=again),
        row(guo, "respond, measured care", "measurement-based care", respond, toy=measured),
        row(guo, "respond, usual care", "standard care", respond, toy=usual),
        Row(marked(meyer.id, "target occupied, lowest usual dose"), occupied, {"": care.occupied("usual")}),
        row("hu2004_sideeffects", "a bothersome side effect", "SSRI starters", hard, toy=care.hard("rule", 13)),
    ]


def gained(care):
    """Rows in points: a medicine against a dummy pill, and what visits add on a dummy pill."""
    visits, (dummy, usual) = (
        finding("posternak2007_visits"),
        (care.courses[who].mean(8)[0] for who in ("dummy", "usual")),
    )
    against = {"": size(finding("jakobsen2017_ssri").effect, lambda fall: -fall)}
    return [
        Row(marked("jakobsen2017_ssri", "medicine, against dummy"), against, {"": dummy - usual}),
        *(
            Row(
                marked(visits.id, f"an {effect.comparison.removesuffix(' vs none')}"),
                {"": size(effect)},
                {"": care.values["contact"]},
            )
            for effect in (visits.effect, visits.other_effects[0])
        ),
    ]


def studies_chart(care):
    return explore.compared(
        Rows("% of people, or of the target", (-3, 103), published(care)),
        Rows("points gained", (-0.5, 6), gained(care), "%{x:.1f} points"),
    )


def studies_sentence(care):
    """Where the toy, as set, meets the published figures and where it misses."""
    told = [*(spoken(row) for row in published(care)), *(spoken(row, "{:.2f} points") for row in gained(care))]
    return f"Published, and the toy as set above. {'; '.join(told)}."
