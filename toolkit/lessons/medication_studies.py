"""Published figures on steps, doses, side effects and visits, with what toy people under a rule do beside them."""

from toolkit import explore
from toolkit.evidence import finding

from .said import row


def published(care):
    """Rows of the figure: (label, published value, its interval or None, the toy's own), percentages."""
    steps = [
        row("▲", "stard2006", f"well after step {step}", f"step {step}", success)
        for step, success in enumerate(care.success("rule"), start=1)
    ]
    meyer = finding("meyer2004_sert")
    occupied = [100 * meyer.arm(f"minimum therapeutic dose, {end} end of means").value for end in ("low", "high")]
    lowest = f"▲ {meyer.short}: target occupied, lowest usual dose"
    measured, usual = care.response("rule", 24), care.response("usual", 24)
    return [
        *steps,
        row("▲", "stard2006", "all four, if nobody left", "cumulative, theoretical", care.if_nobody_left("rule")),
        row("▼", "pigott2023", "all four, counted again", "cumulative, reanalysis", care.counted("rule")),
        row("▲", "guo2015_mbc", "respond, measured care", "measurement-based care", measured, "response"),
        row("▲", "guo2015_mbc", "respond, usual care", "standard care", usual, "response"),
        (lowest, sum(occupied) / 2, occupied, care.occupied("usual")),
        row(
            *("▼", "hu2004_sideeffects", "a bothersome side effect", "SSRI starters", care.hard("rule", 13)),
            outcome="bothersome side effect",
        ),
    ]


def gained(care):
    """Rows in points: a medicine against a dummy pill, and what visits add on a dummy pill."""
    jakobsen, visits = finding("jakobsen2017_ssri"), finding("posternak2007_visits")
    dummy, usual = (care.courses[who].mean(8)[0] for who in ("dummy", "usual"))
    low, high = jakobsen.effect.ci
    return [
        (f"▼ {jakobsen.short}:<br>medicine, against dummy", -jakobsen.effect.value, (-high, -low), dummy - usual),
        *(
            (
                f"▼ {visits.short}: an<br>{effect.comparison.removesuffix(' vs none')}",
                effect.value,
                None,
                care.values["contact"],
            )
            for effect in (visits.effect, visits.other_effects[0])
        ),
    ]


def studies_chart(care):
    return explore.compared(
        (published(care), "% of people, or of the target", (-3, 103), "%{x:.0f} %"),
        (gained(care), "points gained", (-0.5, 6), "%{x:.1f} points"),
    )


def studies_sentence(care):
    """Where the toy, as set, meets the published figures and where it misses."""
    apart = "; ".join(
        f"{plain(label)} {value:.0f}\u00a0% (toy {toy:.0f}\u00a0%)" for label, value, _, toy in published(care)
    )
    points = "; ".join(f"{plain(label)} {value:.2f} points (toy {toy:.2f})" for label, value, _, toy in gained(care))
    return f"Published, and the toy as set above. {apart}. {points}."


def plain(label):
    """A row's name within a sentence, without its mark and line break."""
    return label[2:].replace("<br>", " ")
