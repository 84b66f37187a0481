"""Published figures on steps, doses, side effects and visits, with what toy people under a rule do beside them."""

from toolkit import explore
from toolkit.evidence import finding


def published(care):
    """Rows of the figure: (label, published value, its interval or None, the toy's own), percentages."""
    star, again, guo, meyer, hu = (
        finding(id) for id in ("stard2006", "pigott2023", "guo2015_mbc", "meyer2004_sert", "hu2004_sideeffects")
    )
    steps = [
        (
            f"▲ {star.short}: well after step {step}",
            star.arm(f"step {step}").value,
            None,
            care.success("rule")[step - 1] / 100,
        )
        for step in range(1, 5)
    ]
    occupied = [meyer.arm(f"minimum therapeutic dose, {end} end of means").value for end in ("low", "high")]
    return [
        *steps,
        (
            f"▲ {star.short}: all four, if nobody left",
            star.arm("cumulative, theoretical").value,
            None,
            care.if_nobody_left("rule") / 100,
        ),
        (
            f"▼ {again.short}: all four, counted again",
            again.arm("cumulative, reanalysis").value,
            None,
            care.counted("rule") / 100,
        ),
        (
            f"▲ {guo.short}: respond, measured care",
            guo.arm("measurement-based care", "response").value,
            None,
            care.response("rule", 24) / 100,
        ),
        (
            f"▲ {guo.short}: respond, usual care",
            guo.arm("standard care", "response").value,
            None,
            care.response("usual", 24) / 100,
        ),
        (
            f"▲ {meyer.short}: target occupied, lowest usual dose",
            sum(occupied) / 2,
            occupied,
            care.occupied("usual") / 100,
        ),
        (
            f"▼ {hu.short}: a bothersome side effect",
            hu.arm("SSRI starters", "bothersome side effect").value,
            None,
            care.hard("rule", 13) / 100,
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
    shares = [
        (label, 100 * value, ends and [100 * end for end in ends], 100 * toy)
        for label, value, ends, toy in published(care)
    ]
    return explore.compared(
        (shares, "% of people, or of the target", (-3, 103), "%{x:.0f} %"),
        (gained(care), "points gained (better: right)", (-0.5, 6), "%{x:.1f} points"),
    )


def studies_sentence(care):
    """Where the toy, as set, meets the published figures and where it misses."""
    apart = "; ".join(
        f"{plain(label)} {100 * value:.0f}\u00a0% (toy {100 * toy:.0f}\u00a0%)"
        for label, value, _, toy in published(care)
    )
    points = "; ".join(f"{plain(label)} {value:.2f} points (toy {toy:.2f})" for label, value, _, toy in gained(care))
    return f"Published, and the toy as set above. {apart}. {points}."


def plain(label):
    """A row's name within a sentence, without its mark and line break."""
    return label[2:].replace("<br>", " ")
