"""The model in some sixty numbers: `python -m tests.baseline` (make baseline) shows which have moved and writes them down anew.

The verdicts of the scoreboard (scored.py) are renewed with them.

They stand in baseline.toml, each with how far it may stray before a test objects: further than any machine strays, and less
than would show in a lesson.
"""

import tomllib
from pathlib import Path

import numpy as np

from tests import scored
from toolkit.evidence.calibrate import predict_all
from toolkit.evidence.fitting import targets
from toolkit.model import (
    CONDITIONS,
    FOUR_PLANS,
    Cohort,
    Exposure,
    MeasuredCare,
    Medication,
    Plan,
    SteppedCare,
    Therapy,
    hazard_ratio,
    simulate,
)
from toolkit.model.plan import THERAPY, WAITING

FILE = Path(__file__).with_suffix(".toml")
POINT, SHARE, EXACT = 0.02, 0.003, 1e-6
"""How far means in points, shares of people and closed forms may stray."""
HEAD = """# The model in numbers, and how far each may stray. Written by `make baseline`: look at what it shows before you keep it,
# and raise toolkit/model/version.py if a result has changed.
"""


def numbers():
    """{words: (value, how far it may stray)}."""
    return {
        **of_four_plans(),
        **of_those_who_wait(),
        **of_conditions(),
        **of_policies(),
        **of_companions(),
        **of_calibration(),
    }


def of_four_plans():
    course, found = simulate(Cohort(size=4096), FOUR_PLANS, 52), {}
    for number, arm in enumerate(course.arms):
        for week in (12, 52):
            found[f"{arm}: mean score in week {week}, points"] = course.mean(week)[number], POINT
        found[f"{arm}: response in week 12, share"] = course.response(12)[number], SHARE
        found[f"{arm}: remission in week 12, share"] = course.remission(12)[number], SHARE
        found[f"{arm}: responders well until week 52, share"] = course.relapse_curve(arm).at(40), SHARE
    for arm in ("medication", "both"):
        found[f"{arm}: stopped the drug, share"] = np.isfinite(course.stop_week[course.arm(arm)]).mean(), SHARE
        found[f"{arm}: drug effect in week 12"] = course.drug_effect[12, course.arm(arm)].mean(), SHARE
    for arm in ("therapy", "both"):
        found[f"{arm}: skill in week 16"] = course.skill[16, course.arm(arm)].mean(), SHARE
    found["therapy: sessions used"] = course.sessions_used[2].mean(), POINT
    found["medication: side effects in week 2"] = course.side_effects[2, 1].mean(), SHARE
    found["spread of stress, points"] = course.stress[:, 0].std(), POINT
    found["together minus the sum in week 16, points"] = course.together_minus_sum(16).mean(), POINT
    found["both over medication in week 12, effect size"] = course.effect_size("both", "medication", 12), SHARE
    both = [course.relapses(arm) for arm in (THERAPY, "medication")]
    weeks, relapsed = (np.concatenate(values) for values in zip(*both, strict=True))
    found["therapy over medication, hazard ratio of relapse"] = (
        hazard_ratio(weeks, relapsed, np.arange(len(weeks)) < len(both[0][0])).value,
        POINT,
    )
    return found


def of_those_who_wait():
    plans = {WAITING: Plan(), THERAPY: Plan(therapy=Therapy())}
    course = simulate(Cohort(size=4096), plans, 52)
    return {
        "waiting list: mean score in week 8, points": (course.mean(8)[0], POINT),
        "waiting list: remission in week 52, share": (course.remission(52)[0], SHARE),
        "therapy over waiting list in week 16, effect size": (course.effect_size(THERAPY, WAITING, 16), SHARE),
    }


def of_conditions():
    courses = {name: simulate(Cohort(size=2048, condition=name), FOUR_PLANS, 16) for name in CONDITIONS}
    return {
        f"{name}: both over dummy pill in week 16, points": (course.mean(16)[0] - course.mean(16)[3], POINT)
        for name, course in courses.items()
    }


def of_policies():
    stepped = Plan(Medication(stop=39), policy=SteppedCare(therapy=Therapy()))
    measured = Plan(Medication(stop=39), policy=MeasuredCare())
    course = simulate(Cohort(size=2048), {"stepped": stepped, "measured": measured}, 24)
    return {
        "stepped care: sessions used": (course.sessions_used[0].mean(), POINT),
        "stepped care: response in week 24, share": (course.response(24)[0], SHARE),
        "measured care: dose in week 24": (course.dose[24, 1].mean(), SHARE),
    }


def of_companions():
    return {
        "exposure: fear 30 days after 12 sessions": (Exposure().fear(12, 30), EXACT),
    }


def of_calibration():
    return {
        f"calibration: what {name} was fitted to": (np.mean(predict_all(some, {}, size=4096)), POINT / 4)
        for name, some in targets().items()
    }


def written():
    """The numbers as they stand in the file, {words: (value, how far it may stray)}."""
    return {words: tuple(pair) for words, pair in tomllib.loads(FILE.read_text()).items()} if FILE.exists() else {}


def main():
    """Print what has moved, then write the file."""
    before, now = written(), numbers()
    for words in dict.fromkeys([*before, *now]):
        old, new = (f"{some[words][0]:.6g}" if words in some else "none" for some in (before, now))
        if old != new:
            far = words in before and words in now and abs(now[words][0] - before[words][0]) > before[words][1]
            print(f"{words:64} {old:>12} -> {new:>12}{'   further than it may' if far else ''}")
    lines = (f'"{words}" = [{value:.6g}, {within:g}]\n' for words, (value, within) in now.items())
    FILE.write_text(HEAD + "".join(lines))
    print(f"{len(now)} numbers written to {FILE.name}\n")
    scored.renew()


if __name__ == "__main__":
    main()
