"""What studies found after treatment ended, beside the toy."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import axis, line

from .stopping_trials import ENDINGS, TRIALS

SHOWN = ("hollon2005", "lewis2021_antler", "bockting2018_drd", "reynolds1999", "reynolds2006")
WORDS_FOR = {"hollon2005": "1 year", "lewis2021_antler": "1 year", "bockting2018_drd": "2 years"}
WORDS_FOR |= {"reynolds1999": "over 59, 3 years", "reynolds2006": "70 and over, 2 years"}


def sign(found):
    """▲ supports the popular claim, ▼ is counter-evidence."""
    return "▼" if found.counter_evidence else "▲"


def label(id, about):
    """A row's name: sign, author, year and what it is about."""
    return f"{sign(finding(id))} {finding(id).short}: {about}"


def published():
    """Rows {label: {ending or "unnamed": (percentage relapsed, low, high)}}, low and high nan where not published."""
    rows = {label(id, WORDS_FOR[id]): TRIALS[id].relapsed for id in SHOWN}

    def some(id, arms, week=None):
        found = finding(id)
        return {name: (found.arm(arm, time_weeks=week).value, None) for name, arm in arms.items()}

    more = {
        label("geddes2003", "31 trials"): some(
            "geddes2003", {"stopped": "switched to placebo", "kept": "continued antidepressant"}
        ),
        label("paykel1999_relapse", "68 weeks"): some(
            "paykel1999_relapse",
            {"kept": "drug + clinical management", "both kept": "CBT + drug + clinical management"},
            68,
        ),
        label("fava1998", "40 people, 2 years"): some(
            "fava1998",
            {"stopped": "clinical management, drug tapered", "tapered": "CBT of residual symptoms, drug tapered"},
        ),
        label("kuyken2015_prevent", "2 years, arms not named"): {
            "unnamed": (finding("kuyken2015_prevent").arms[0].value, None),
            "unnamed too": (finding("kuyken2015_prevent").arms[1].value, None),
        },
    }
    return {
        row: {name: (100 * share, *(100 * np.array(ci or (np.nan, np.nan)))) for name, (share, ci) in arms.items()}
        for row, arms in (rows | more).items()
    }


def ratios():
    """Rows {label: (hazard ratio of relapse, kept over stopped, low, high)}; ANTLER printed its reverse."""
    antler, phase2 = finding("lewis2021_antler").effect, finding("derubeis2020_phase2")
    found = {effect.comparison.split(", ")[1]: effect for effect in (phase2.effect, *phase2.other_effects) if effect}
    low, high = antler.ci
    return {
        label("lewis2021_antler", "long-term users"): (1 / antler.value, 1 / high, 1 / low),
        label("derubeis2020_phase2", "after medication"): (
            found["after drug alone"].value,
            *found["after drug alone"].ci,
        ),
        label("derubeis2020_phase2", "after both"): (
            found["after combined treatment"].value,
            *found["after combined treatment"].ci,
        ),
    }


def studies_chart(seen):
    toy = {name: (share, np.nan, np.nan) for name, share in seen.shares.items()}
    rows = {"the toy, as set above": toy, **published()}
    own = {
        f"the toy: {ENDINGS[kept].label} ÷ {ENDINGS[stopped].label}": ratio
        for (kept, stopped), ratio in seen.ratios.items()
    }
    hazards = {**ratios(), **own}
    values, low, high = np.array(list(hazards.values()), dtype=float).T
    heights, theirs = np.arange(len(hazards))[::-1], len(ratios())
    mark = {"panel": 2, "hover": "%{x:.2f}"}
    right = [
        line([1, 1], [-0.5, len(hazards) - 0.5], name="no difference", width=1, dash="dot", panel=2, hover="1"),
        explore.dots(values[:theirs], heights[:theirs], name="published", error=(low[:theirs], high[:theirs]), **mark),
        explore.dots(values[theirs:], heights[theirs:], name="the toy", symbol="circle-open", **mark),
    ]
    return explore.picture(
        [*relapse_dots(rows), *right],
        (axis("% relapsed", 0, 100, tickvals=[0, 20, 40, 60, 80, 100]), explore.row_axis(list(rows))),
        (axis("hazard ratio, kept ÷ stopped", 0, 1.2), explore.row_axis(list(hazards))),
        widths=(9, 7, 5),
        height=520,
        legend="left",
    )


def relapse_dots(rows):
    """Dots of relapse, one trace for each way in which treatment went on or ended, named in the legend."""
    height, traces = {row: len(rows) - 1 - number for number, row in enumerate(rows)}, []
    for name in (*ENDINGS, "unnamed", "unnamed too"):
        points = [(*arms[name], height[row]) for row, arms in rows.items() if name in arms]
        if not points:
            continue
        shares, low, high, heights = np.array(points).T
        style = ENDINGS.get(name)
        look = {"name": style.label, "colour": style.colour, "symbol": style.symbol} if style else {"name": "not named"}
        traces.append(
            explore.dots(shares, heights, hover="%{x:.0f} %", error=(low, high), legend=style is not None, **look)
        )
    return traces


def studies_sentence(seen):
    """The studies and the toy in words."""
    known = ratios()
    toy = ", ".join(f"{ENDINGS[name].label} {share:.0f} %" for name, share in seen.shares.items())
    said = "; ".join(f"{row} {value:.2f}" for row, (value, *_) in known.items())
    return f"Relapsed in the toy, as set above: {toy}. Hazard of relapse, medicine kept over stopped: {said}."
