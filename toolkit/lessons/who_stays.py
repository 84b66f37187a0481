"""The studies of lesson 06 beside the toy: who stays, how trust and outcome go together, what programmes did."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, axis

TOY_WEEKS = {"the toy, week 4": 4, "the toy, week 13": 13, "the toy, week 26": 26}
PERCENT = {"tickvals": [0, 20, 40, 60, 80, 100]}


def published_shares():
    """Rows {label: {arm or "all": percentage}} of studies that counted who stays, or which programmes worked."""
    olfson, dave, chong = finding("olfson2006"), finding("dave2012_uk"), finding("chong2011_adherence")

    def past(name, days=30):
        return 100 * olfson.arm(name, f"continued beyond {days} days").value

    return {
        "▲ Olfson 2006: past day 30": {"medication": past("without psychotherapy"), "both": past("with psychotherapy")},
        "▲ Olfson 2006: past day 90": {"all": past("all starters", 90)},
        "▲ Dave 2012: past 26 weeks": {"all": 100 - 100 * dave.arm("SSRI starters", "discontinued (incl. gaps)").value},
        "▼ Chong 2011: programmes that helped staying": {
            "all": 100 * chong.arm("interventions", "significant for adherence").value
        },
        "▼ … that also eased depression": {
            "all": 100 * chong.arm("interventions", "significant for adherence and depression").value
        },
    }


def correlations():
    """Rows {label: (r, low, high)} of studies that correlated alliance with outcome; Fisher's z turned into r."""
    therapy, medication = finding("fluckiger2018").effect, finding("totura2018").effect
    return {
        "▲ Flückiger 2018: therapy": (therapy.value, *therapy.ci),
        "▲ Totura 2018: medication": tuple(np.tanh([medication.value, *medication.ci])),
    }


def programmes():
    """Rows {label: (odds ratio, low, high)} of programmes that support staying on an antidepressant."""
    found = finding("gonzalezdeleon2022_adherence")
    named = {effect.comparison + effect.measure: effect for effect in (found.effect, *found.other_effects)}
    rows = {"6 months": "OR of adherence, 6 months", "3 months": "OR of adherence, 3 months"}
    rows |= {"12 months": "OR of adherence, 12 months"}
    return {
        f"▲ González de León 2022: {label}": (effect.value, *effect.ci)
        for label in ("3 months", "6 months", "12 months")
        for effect in [named["intervention vs control" + rows[label]]]
    }


def studies_chart(seen):
    shares = {
        label: {arm: float(seen.still(arm, week)) for arm in ("medication", "both")}
        for label, week in TOY_WEEKS.items()
    }
    published = published_shares()
    order = [label for pair in zip(list(published)[:3], TOY_WEEKS, strict=True) for label in pair] + list(published)[3:]
    rows = {**published, **shares}
    together = {**correlations(), "the toy, as set above": (seen.correlation, np.nan, np.nan)}
    odds = {**programmes(), "the toy, week 13, with a therapist": (seen.odds_ratio, np.nan, np.nan)}
    shown = share_dots({label: rows[label] for label in order})
    return explore.picture(
        [*shown, *interval_dots(together, 2, "{:.2f}"), *interval_dots(odds, 3, "{:.2f}")],
        (axis("%", 0, 100, **PERCENT), explore.row_axis(order, domain=(0.42, 1))),
        (axis("correlation of trust and outcome", -0.1, 0.5), explore.row_axis(together, domain=(0.42, 1))),
        (
            axis("odds of staying, times those without", 0.5, 3.0, domain=(0, 1)),
            explore.row_axis(odds, domain=(0, 0.26)),
        ),
        widths=(9, 6, 6),
        height=560,
        legend="left",
    )


def share_dots(rows):
    """Dots of the shares, one trace for each kind of people, named in the legend; the toy's are open."""
    names = {"medication": "without a therapist", "both": "with a therapist", "all": "all people, or all programmes"}
    traces, height = [], {label: len(rows) - 1 - number for number, label in enumerate(rows)}
    for who, name in names.items():
        style = ARMS.get(who)
        look = {"colour": style.colour, "symbol": style.symbol} if style else {"symbol": "circle"}
        for toys in (False, True):
            points = [
                (values[who], height[label])
                for label, values in rows.items()
                if who in values and (label in TOY_WEEKS) == toys
            ]
            if points:
                symbol = look["symbol"] + "-open" * toys
                drawn = {**look, "symbol": symbol, "legend": not toys, "hover": "%{x:.0f} %"}
                traces.append(explore.dots(*zip(*points, strict=True), name=name, **drawn))
    return traces


def interval_dots(rows, panel, written):
    """Dots with their intervals, the toy's as an open diamond without one."""
    values, low, high = np.array(list(rows.values())).T
    heights = np.arange(len(rows))[::-1]
    traces = [
        explore.dots(
            values[:-1], heights[:-1], name="published", panel=panel, hover="%{x:.2f}", error=(low[:-1], high[:-1])
        ),
        explore.dots(
            values[-1:],
            heights[-1:],
            name="the toy",
            colour="both",
            symbol="diamond-open",
            panel=panel,
            hover="%{x:.2f}",
        ),
    ]
    said = [f"  {written.format(value)}" for value in values]
    return [*traces, explore.words(np.fmax(values, high), heights, said, panel=panel)]


def studies_sentence(seen):
    """The studies and the toy in words."""
    rows, r = published_shares(), correlations()
    month = rows["▲ Olfson 2006: past day 30"]
    alone, tied = (float(seen.still(arm, 4)) for arm in ("medication", "both"))
    return (
        f"Past the first month: {month['medication']:.0f} % without and {month['both']:.0f} % with psychotherapy (Olfson "
        f"2006, not randomised); in the toy {alone:.0f} % and {tied:.0f} %. Alliance and outcome correlate at "
        f"{r['▲ Flückiger 2018: therapy'][0]:.2f} in therapy and {r['▲ Totura 2018: medication'][0]:.2f} with medication; "
        f"in the toy at {seen.correlation + 0.0:.2f}. Odds of still taking the medicine in week 13, with a therapist "
        f"over without: {seen.odds_ratio:.2f} in the toy."
    )
