"""Published figures on order, uptake and access, with what toy people on the same path do beside them."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding

from .pathways import WEEKS
from .said import row


def share(people, among):
    """Percentage of `among` (who) for whom `people` (who) holds; nan if there is nobody."""
    return 100 * float(people[among].mean()) if among.any() else np.nan


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
    """Rows on order and uptake: (label, published share, interval or None, the toy's own), percentages."""
    dunlop, dekker = finding("dunlop2019_sequential"), finding("dekker2013_sequence")
    both = dunlop.arms[:2]
    added = 100 * sum(arm.n * arm.value for arm in both) / sum(arm.n for arm in both)
    accept, schramm = paths.values["accept"], "schramm2015_cbasp_esc"
    therapy, medication = (paths.responses[f"{tool} first"][28] for tool in ("therapy", "medication"))
    return [
        (f"▲ {dunlop.short}: well, once the other was added", added, None, after_adding(paths)),
        row("▲", schramm, "respond, therapy first", "CBASP first", therapy, "response"),
        row("▲", schramm, "respond, medication first", "escitalopram first", medication, "response"),
        row("▼", "skarphedinsson2015_nordlots", "respond, just going on", "continued CBT", going_on(paths)),
        row("▼", "critschristoph2011_gad", "take up the offer", "offered CBT", accept),
        (f"▼ {dekker.short}: take up the offer", 100 * (1 - dekker.arms[0].value), None, accept),
    ]


def access(_):
    """Rows on who reaches care, the same form; the toy begins after these losses."""
    gap, started, psychiatrist = "thornicroft2017_gap", "started any treatment", "no psychiatrist"
    return [
        row("", gap, "say they need help", "people with 12-month MDD", np.nan),
        row("", gap, "of these, visit", "of those", np.nan),
        row("", gap, "of these, enough", "of those treated", np.nan),
        row("▼", gap, "all three", "all with MDD", np.nan),
        row("▼", "waitzfelder2018_initiation", "start anything", "newly diagnosed", np.nan, started),
        row("▼", "andrilla2018_supply", "no psychiatrist", "West North Central counties", np.nan, psychiatrist),
    ]


def studies_chart(paths):
    return explore.compared(
        (order(paths), "% of people: order and uptake", (-3, 103), "%{x:.0f} %"),
        (access(paths), "% of people or counties", (-3, 103), "%{x:.0f} %"),
    )


def studies_sentence(paths):
    """Published figures and the toy's own, in words."""
    told = "; ".join(spoken(*one) for one in (*order(paths), *access(paths)))
    return f"Published, and the toy as set above. {told}."


def spoken(label, value, _, toy):
    """One row in words; what the toy has nothing for is given alone."""
    own = "" if np.isnan(toy) else f" (toy {toy:.0f}\u00a0%)"
    return f"{label.lstrip('▲▼ ')} {value:.3g}\u00a0%{own}"
