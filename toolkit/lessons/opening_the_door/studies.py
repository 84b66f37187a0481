"""What trials saw of therapy in less and more ill people, beside the toy of lesson 05."""

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, axis

from ..studies import panel_rows
from ..words import Words

[PANEL] = Words(__package__).table["studies"]
"""Who responds to one treatment alone."""


def effects(door):
    """Standardised gain from therapy against its control in (less ill, more ill) people, with the style of its curve."""
    seen, ends = finding("driessen2010"), list(door.without_door)
    return [
        (explore.PUBLISHED.called("  ▼ Driessen 2010"), [seen.other_effects[0].value, seen.effect.value]),
        (ARMS["therapy"].called("  toy, as set"), [door.adds[score].effect for score in ends]),
        (explore.ABSENT.called("  toy, no door"), [door.without_door[score].effect for score in ends]),
    ]


def responses(door):
    """% who respond by week 16 to one treatment alone, in DeRubeis 2005 and in the toy: {row: (share, arm)}."""
    rows = panel_rows(PANEL, door)
    seen = {row.label: (value, who) for row in rows for who, (value, *_) in row.published.items()}
    return seen | {f"toy, as set: {who}": (value, who) for row in rows for who, value in row.toy.items()}


def studies_chart(door):
    """Left: therapy against its control in less and more ill people. Right: who responds to one treatment alone."""
    rows = responses(door)
    traces = explore.curves([0, 1], effects(door), gap=0.07, hover="%{y:.2f}")
    traces += explore.marks([0, 1], effects(door), hover="%{y:.2f}")
    traces += explore.dot_rows(rows, "{:.0f} %", {}, panel=2)
    across = axis("", -0.2, 2.1, tickvals=[0, 1], ticktext=["less ill", "more ill"])
    left = across, axis("therapy against control (standardised)", 0, 0.9)
    right = axis(PANEL["title"], *PANEL["ends"]), explore.row_axis(rows)
    return explore.picture(traces, left, right, widths=(8, 5, 6), height=360)


def studies_sentence(door):
    """What the studies and the toy say, in words."""
    ends = [
        f"{style.label.strip()} {less:.2f} in less, {more:.2f} in more ill people"
        for style, (less, more) in effects(door)
    ]
    rows = "; ".join(f"{name} {share:.0f} %" for name, (share, _) in responses(door).items())
    return (
        f"Therapy against its control (in the toy a dummy pill with visits), standardised, above 0 is better: "
        f"{'; '.join(ends)}. Responding by week 16: {rows}."
    )
