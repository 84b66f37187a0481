"""Published figures on order, uptake and access, with what toy people on the same path do beside them."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import Row, Rows

from ..format import marked, row, share, spoken
from .people import WEEKS


def percent(people, among):
    """Percentage of `among` (who) for whom `people` (who) holds; nan if there is nobody."""
    return 100 * float(people[among].mean()) if among.any() else np.nan


def after_adding(paths, weeks=12):
    """Of those on the chosen step who got the other tool, share well some weeks later."""
    way = paths.plan if paths.plan.endswith("first") else "medication first"
    # Only therapy has a wait.
    added = paths.values["step"] + (0 if way == "therapy first" else paths.values["wait"])
    week = min(added + weeks, WEEKS)
    well = paths.of(paths.ratings, way)[week] <= paths.course.model.assessment.remission_score
    return percent(well, paths.added(way))


def going_on(paths, weeks=16):
    """Of those not responding at the step on one tool, share responding some weeks later on that tool alone."""
    plan = "therapy" if paths.plan.startswith("therapy") else "medication so far"
    week = min(paths.values["step"] + weeks, WEEKS)
    ratings = paths.ratings[:, paths.course.arm(plan)]
    return percent(ratings[week] <= ratings[0] / 2, paths.unwell(plan, paths.values["step"]))


def order(paths):
    """Rows on order and uptake, in percent."""
    dunlop, accept, respond = finding("dunlop2019_sequential"), paths.values["accept"], "response"
    both = dunlop.arms[:2]
    # Shares were printed in whole percent: back to people first.
    added = 100 * sum(round(arm.n * arm.value) for arm in both) / sum(arm.n for arm in both)
    schramm, dekker = "schramm2015_cbasp_esc", finding("dekker2013_sequence")
    therapy, medication = (paths.responses[f"{tool} first"][28] for tool in ("therapy", "medication"))
    refused = share(dekker.id, dekker.arms[0].name, dekker.arms[0].outcome, turned=True)
    return [
        Row(
            marked(dunlop.id, "well, once the other was added"),
            {"": (added, np.nan, np.nan)},
            {"": after_adding(paths)},
        ),
        row(schramm, "respond, therapy first", "CBASP first", respond, toy=therapy),
        row(schramm, "respond, medication first", "escitalopram first", respond, toy=medication),
        row("skarphedinsson2015_nordlots", "respond, just going on", "continued CBT", toy=going_on(paths)),
        row("critschristoph2011_gad", "take up the offer", "offered CBT", toy=accept),
        Row(marked(dekker.id, "take up the offer", against=True), {"": refused}, {"": accept}),
    ]


def access(_):
    """Rows on who reaches care; the toy begins after these losses."""
    gap = "thornicroft2017_gap"
    return [
        row(gap, "say they need treatment", "people with 12-month MDD"),
        row(gap, "of these, visit", "of those"),
        row(gap, "of these, enough", "of those treated"),
        row(gap, "all three", "all with MDD"),
        row("waitzfelder2018_initiation", "start anything", "newly diagnosed", "started any treatment"),
        row("andrilla2018_supply", "no psychiatrist", "West North Central counties", "no psychiatrist"),
    ]


def studies_chart(paths):
    return explore.compared(
        Rows("% of people: order and uptake", (-3, 103), order(paths)),
        Rows("% of people or counties", (-3, 103), access(paths)),
    )


def studies_sentence(paths):
    """Published figures and the toy's own, in words."""
    return f"Published, and the toy as set above. {'; '.join(map(spoken, (*order(paths), *access(paths))))}."
