"""Published figures on order, uptake and access, with what toy people on the same path do beside them."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding

from .pathways import WEEKS


def share(people, among):
    """Share of `among` (who) for whom `people` (who) holds; nan if there is nobody."""
    return float(people[among].mean()) if among.any() else np.nan


def after_adding(paths, weeks=12):
    """Of those on the chosen step who got the other tool, share well some weeks later."""
    way = paths.plan if paths.plan.endswith("first") else "medication first"
    week = min(paths.values["step"] + paths.values["wait"] + weeks, WEEKS)
    well = paths.of(paths.ratings, way)[week] <= paths.course.model.assessment.remission_score
    return share(well, paths.added(way))


def going_on(paths, weeks=16):
    """Of those not responding at the step on one tool, share responding some weeks later on that tool alone."""
    plan = "therapy" if paths.plan.startswith("therapy") else "medication so far"
    week = min(paths.values["step"] + weeks, WEEKS)
    ratings = paths.ratings[:, paths.course.arm(plan)]
    return share(ratings[week] <= ratings[0] / 2, paths.unwell(plan, paths.values["step"]))


def order(paths):
    """Rows on order and uptake: (label, published share, interval or None, the toy's own)."""
    dunlop, schramm, waiting, offered, dekker = (
        finding(id)
        for id in (
            "dunlop2019_sequential",
            "schramm2015_cbasp_esc",
            "skarphedinsson2015_nordlots",
            "critschristoph2011_gad",
            "dekker2013_sequence",
        )
    )
    both = dunlop.arms[:2]
    added = sum(arm.n * arm.value for arm in both) / sum(arm.n for arm in both)
    return [
        (f"▲ {dunlop.short}: well, once the other was added", added, None, after_adding(paths)),
        (
            f"▲ {schramm.short}: respond, therapy first",
            schramm.arm("CBASP first", "response").value,
            None,
            paths.responses["therapy first"][28] / 100,
        ),
        (
            f"▲ {schramm.short}: respond, medication first",
            schramm.arm("escitalopram first", "response").value,
            None,
            paths.responses["medication first"][28] / 100,
        ),
        (
            f"▼ {waiting.short}: respond, just going on",
            waiting.arm("continued CBT").value,
            None,
            going_on(paths),
        ),
        (f"▼ {offered.short}: take up the offer", offered.arms[0].value, None, paths.values["accept"] / 100),
        (f"▼ {dekker.short}: take up the offer", 1 - dekker.arms[0].value, None, paths.values["accept"] / 100),
    ]


def access(_):
    """Rows on who reaches care, the same form; the toy begins after these losses."""
    gap, start, supply = (
        finding(id) for id in ("thornicroft2017_gap", "waitzfelder2018_initiation", "andrilla2018_supply")
    )
    say, visit, enough, all_ = gap.arms
    return [
        (f"{gap.short}: say they need help", say.value, None, np.nan),
        (f"{gap.short}: of these, visit", visit.value, None, np.nan),
        (f"{gap.short}: of these, enough", enough.value, None, np.nan),
        (f"▼ {gap.short}: all three", all_.value, None, np.nan),
        (f"▼ {start.short}: start anything", start.arms[0].value, None, np.nan),
        (f"▼ {supply.short}: no psychiatrist", supply.arm("West North Central counties").value, None, np.nan),
    ]


def studies_chart(paths):
    panels = [
        [(label, 100 * value, interval, 100 * toy) for label, value, interval, toy in rows(paths)]
        for rows in (order, access)
    ]
    titles = "% of people: order and uptake", "% of people or counties"
    return explore.compared(
        *((rows, title, (-3, 103), "%{x:.0f} %") for rows, title in zip(panels, titles, strict=True))
    )


def studies_sentence(paths):
    """Published figures and the toy's own, in words."""
    told = "; ".join(spoken(*row) for row in (*order(paths), *access(paths)))
    return f"Published, and the toy as set above. {told}."


def spoken(label, value, _, toy):
    """One row in words; what the toy has nothing for is given alone."""
    own = "" if np.isnan(toy) else f" (toy {100 * toy:.0f}\u00a0%)"
    return f"{label.lstrip('▲▼ ')} {100 * value:.3g}\u00a0%{own}"
