"""Formulas in the notebooks are the Python that they claim to be: read out of the prose as they stand, and compared by value.

By hand it was seen to fail on: a sign in an exponent; p₀ and p₁ exchanged; 0.43 made 0.34; B and W exchanged; 2.8 made 2.08; the
fraction of two floors turned over.
"""

import math
import re

import numpy as np
import pytest

from tests.lessons.test_bottom_up_top_down import long_run
from tests.meaning.lived import prose
from toolkit.lessons.how_would_we_know.people import SYNERGY
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY_AND_DUMMY, Exposure, Model
from toolkit.model.missed import share_left_after_a_day
from toolkit.model.scales import EXPECTED_FROM_BOTH

USUAL = Model()


def python(latex):
    """A formula of ours as Python: fractions, powers, products side by side, names with or without \\text."""
    text = re.sub(r"\\underbrace\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}_\{\\text\{[^}]*\}\}", r"(\1)", latex)
    text = re.sub(r"\\(big|Big|left|right)(?=[()\[\]|])", "", text)
    text = re.sub(r"\\[,;!]|\\ |\\q?quad", " ", text)
    text = re.sub(r"\\text\{([^}]*)\}", lambda found: name(found[1]), text)
    text = re.sub(r"_(?:\{([\w\\]+)\}|(\w))", lambda found: name(found[1] or found[2]), text)
    for _ in range(3):
        text = re.sub(r"\\d?frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", text)
        text = re.sub(r"\^\{([^{}]*)\}", r"**(\1)", text)
    text = re.sub(r"\\d?frac\s*(\d)\s*(\d)", r"(\1/\2)", text)
    text = text.replace(r"\cdot", "*").replace(r"\times", "*").replace(r"\max", " max ").replace("\\", " ")
    text = re.sub(r"\|([^|]+)\|", r"abs(\1)", text).replace("^", "**")
    return product(text)


def name(words):
    return re.sub(r"\W+", "", words)


TOKEN = re.compile(r"\d+\.?\d*|\w+|\*\*|[-+*/(),]")
CALLS = {"abs", "max"}


def product(text):
    """Products side by side written with their sign."""
    tokens, written = TOKEN.findall(text), []
    for token in tokens:
        before = written[-1] if written else ""
        value = re.match(r"\w|\(", token) and (re.match(r"\w", before) or before == ")")
        if value and before not in CALLS:
            written.append("*")
        written.append(token)
    return " ".join(written)


def worth(latex, **values):
    """A formula's value."""
    return eval(python(latex), {"e": math.e, "abs": abs, "max": max}, values)  # noqa: S307 - our own formulas


def formula(slug, pattern):
    """The formula in a notebook that a pattern finds: what its group holds."""
    found = re.findall(pattern, prose(slug).replace("\n", " "))
    assert len(found) == 1, f"{slug}: {len(found)} times {pattern}"
    return found[0]


def flat(slug):
    """The prose on one line."""
    return " ".join(prose(slug).split())


def agree(latex, truth, points):
    """Whether a formula gives what a function gives, at each {name: value}."""
    for values in points:
        assert worth(latex, **values) == pytest.approx(float(truth(**values)), rel=2e-3), f"{python(latex)} at {values}"


def test_formulas_can_be_read():
    assert worth(r"1 - \dfrac{(1-p_1)(1-p_2)}{1-p_0}", p1=0.5, p2=0.5, p0=0.0) == 0.75
    assert worth(r"a\,b\,(1 + \pi\, c) \; d", a=2, b=3, pi=1, c=1, d=2) == 24
    assert worth(r"k\,(1 - \chi\,|x - y_{\text{learnt}}|)", k=1, chi=1, x=0.2, ylearnt=0.5) == pytest.approx(0.7)
    assert worth(r"w = 0.9\; e^{-\text{days}/14}".partition("=")[2], days=14) == pytest.approx(0.9 / math.e)


def test_lesson_01_decays_are_the_models():
    assert float(formula("01_fast_and_lasting", r"e\)\\,/\\,([\d.]+)\\text\{ weeks\}")) == USUAL.drug.delay_weeks
    assert float(formula("01_fast_and_lasting", r"\(1-k\) \\;-\\; ([\d.]+)\\, k")) == USUAL.skill.forgetting


SHARES = [{"p0": 0.2, "p1": 0.4, "p2": 0.5}, {"p0": 0.35, "p1": 0.3, "p2": 0.6}]


@pytest.mark.parametrize(
    ("scale", "pattern"),
    [
        ("risk difference", r"gains add \| \$(.+?)\$"),
        ("independence", r"those left multiply \| \$(.+?)\$"),
    ],
)
def test_lesson_03_sums_are_those_of_the_scales(scale, pattern):
    agree(formula("03_additive_effect", pattern), lambda p0, p1, p2: EXPECTED_FROM_BOTH[scale](p0, p1, p2), SHARES)


def test_lesson_03_odds_multiply_as_they_are_written():
    def both(odds0, odds1, odds2):
        share = EXPECTED_FROM_BOTH["log-odds"](*(odds / (1 + odds) for odds in (odds0, odds1, odds2)))
        return share / (1 - share)

    agree(
        formula("03_additive_effect", r"\$\\text\{odds\} = (.+?)\$"), both, [{"odds0": 0.5, "odds1": 1.5, "odds2": 2.0}]
    )


def test_lesson_04_both_floors_in_the_long_run():
    body, thinking = (
        formula("04_bottom_up_top_down", pattern) for pattern in (r"\$\$s = (.+?) \\qquad", r"\\qquad c = (.+?)\$\$")
    )
    for up, down, below, above in ((0.3, 0.5, 4.0, 6.0), (0.6, 0.0, 2.0, 0.0)):
        values = {"kappauparrow": up, "kappadownarrow": down, "F": below, "G": above}
        mean = (worth(body, **values) + worth(thinking, **values)) / 2
        assert mean == pytest.approx(long_run(up, down, below, above))
    assert worth(body, kappauparrow=0.0, kappadownarrow=0.5, F=0.0, G=2.0) == 1.0  # thinking pulls the body downwards


def test_lesson_04_what_stands_still_in_the_equations_is_where_both_floors_end():
    """By hand it failed on: the pull on the body written as the pull on thinking."""
    body, thinking = (formula("04_bottom_up_top_down", rf"\\tau\\,\\dot {floor} = (.+?) \\qquad") for floor in "sc")
    for up, down, below, above in ((0.3, 0.5, -4.0, -6.0), (0.6, 0.1, -2.0, 0.0)):
        ends = {"s": (below + down * above) / (1 - up * down), "c": (above + up * below) / (1 - up * down)}
        values = {"kappauparrow": up, "kappadownarrow": down, "fs": below, "fc": above, **ends}
        assert worth(body, **values) == pytest.approx(0, abs=1e-9)
        assert worth(thinking, **values) == pytest.approx(0, abs=1e-9)


def test_lesson_05_the_door():
    gate = USUAL.gate
    agree(
        formula("05_opening_the_door", r"G\(s\) \\;=\\; (.+?)\$\$"),
        lambda s, theta, w: gate.openness(np.array(s)),
        [{"s": s, "theta": gate.threshold, "w": gate.width} for s in (0.6, 1.1, 1.5)],
    )


def test_lesson_06_the_window_and_what_sinks_in():
    window = formula("06_plasticity_window", r"\\underbrace\{(\(1 \+ .+?\))\}_\{\\text\{window\}\}")
    agree(
        window,
        lambda pi, e: USUAL.plasticity.speed(e),
        [{"pi": USUAL.plasticity.gain, "e": e} for e in (0.0, 0.4, 1.0)],
    )
    plastic = USUAL.replace({"plasticity.undirected": 1.0}).plasticity
    push = formula("06_plasticity_window", r"\\text\{extra push\} \\;=\\; (.+?)\$\$")
    values = {"u": 1.0, "pi": plastic.gain, "e": 0.7, "x": 0.3, "h": 0.2}
    assert worth(push, **values) == pytest.approx(float(plastic.exposure(0.7)) * 0.5)


def test_lesson_07_staying_level_and_target():
    latex = formula("07_trust_and_staying_on", r"\\text\{hazard\}\(t\) = (.+?)\$\$")
    care = USUAL.adherence

    def hazard(h, b, t, sideeffects, coordination, A):  # noqa: N803 - as in the formula
        return care.hazard(t) * care.side_effect_factor(np.array(sideeffects)) * care.alliance_factor(np.array(A))

    shared = {"h": care.stopping, "b": care.habit, "coordination": 1.0}
    agree(
        latex,
        hazard,
        [
            {**shared, "t": t, "sideeffects": felt, "A": A}
            for t, felt, A in ((0, 0.5, 0.0), (4, 2.0, 0.9), (9, 1.2, 0.5))
        ],
    )
    told = flat("07_trust_and_staying_on")
    assert f"{care.stopping:.3f} a week in a trial's care" in told
    left = formula("07_trust_and_staying_on", r"a = (2\^\{.+?\})\$\$")
    assert worth(left, halflifeindays=USUAL.drug.half_life_days) == pytest.approx(share_left_after_a_day(USUAL.drug))
    agree(
        formula("07_trust_and_staying_on", r"\$O = (.+?)\$"),
        lambda **level: USUAL.drug.occupancy(level["C"]),
        [{"C": 0.1}, {"C": 1.0}],
    )


def test_lesson_10_the_relapse_clock_and_what_can_be_used():
    relapse = USUAL.relapse
    latex = formula("10_after_treatment_ends", r"\\text\{hazard\} = (.+?)\$\$")

    def hazard(h, y, bk, k, be, e_):
        return relapse.hazard(np.array([y]), np.array([k]), slice(None), np.array([e_]), slice(None))[0]

    for y, k, effect in ((0.5, 0.0, 0.0), (0.8, 0.0, 0.0), (0.5, 0.7, 0.0), (0.5, 0.0, 0.6)):
        values = {"h": relapse.weekly, "y": y, "bk": relapse.skill, "k": k, "be": relapse.drug, "effect": effect}
        assert worth(latex.replace(r"b_e\,e", r"b_e\,effect"), **values) == pytest.approx(
            hazard(relapse.weekly, y, relapse.skill, k, relapse.drug, effect), rel=2e-3
        )
    tied = USUAL.replace({"state_dependence.strength": 0.6}).state_dependence
    usable = formula("10_after_treatment_ends", r"usable skill is \$(.+?)\$")
    values = {"k": 0.8, "chi": 0.6, "now": 0.2, "elearned": 0.7}
    assert worth(usable.replace("|e -", "|now -"), **values) == pytest.approx(
        float(tied.usable(np.array([0.8]), np.array([0.2]), np.array([0.8 * 0.7]))[0])
    )


def test_lesson_11_what_a_dose_fills():
    drug = USUAL.drug
    agree(
        formula("11_coming_off", r"\$\$O = (.+?)\$\$"),
        lambda D: drug.occupancy(D),  # noqa: N803 - as in the formula
        [{"D": dose} for dose in (0.125, 0.5, 1.0)],
    )


def test_lesson_08_occupancy_and_the_product_rule():
    drug = USUAL.drug
    agree(
        formula("08_finding_the_right_medication", r"\$\$O = (.+?) \\qquad"),
        lambda d, K: drug.occupancy(d),  # noqa: N803 - as in the formula
        [{"d": d, "K": drug.half_occupancy_level} for d in (0.5, 1.0, 4.0)],
    )
    told = flat("08_finding_the_right_medication")
    assert (
        "one usual dose fills {:.0f} %, two fill {:.0f} %, four {:.0f} %".format(
            *(100 * drug.occupancy(d) for d in (1, 2, 4))
        )
        in told
    )
    rule = formula("08_finding_the_right_medication", r"\\text\{if nobody had left\} = (.+?)\.\$\$")
    steps = [0.4, 0.3, 0.2, 0.1]
    assert worth(rule, **{f"q{n}": q for n, q in enumerate(steps, 1)}) == pytest.approx(1 - 0.6 * 0.7 * 0.8 * 0.9)


def test_lesson_09_two_learners():
    exposure = Exposure()
    quick = formula("09_what_therapy_teaches", r"V_\{\\text\{quick\}\}\\,(\(1 - .+?\)) \\qquad")
    slow = formula("09_what_therapy_teaches", r"V_\{\\text\{slow\}\}\\,(\(1 - .+?\))\$\$")
    for a in (0.5, 1.0):
        assert [worth(quick, a=a), worth(slow, a=a)] == pytest.approx(
            [float(left) for left in exposure.expectations(1, a)]
        )
    mixture = formula("09_what_therapy_teaches", r"\\text\{fear\} = (.+?) \\qquad")
    weight = formula("09_what_therapy_teaches", r"\\qquad w = (.+?)\$\$")
    for sessions, days in ((12, 0), (12, 30), (4, 7)):
        fast, late = (float(left) for left in exposure.expectations(sessions))
        felt = worth(mixture, w=worth(weight, days=days), Vquick=fast, Vslow=late)
        assert felt == pytest.approx(float(exposure.fear(sessions, days)))


def test_lesson_12_what_a_marker_gains():
    from tests.meaning.lived import OPENING, settings

    clinic = settings("12_who_benefits")[OPENING].result
    better, worse, best = clinic.chosen(1.0), clinic.chosen(0.0), clinic.mean(clinic.best)
    gain = formula("12_who_benefits", r"\\text\{gain\}\(q\) = (.+?) \\qquad")
    assert worth(gain, q=0.7, B=better, W=worse) == pytest.approx(clinic.chosen(0.7))
    needed = formula("12_who_benefits", r"q_\{\\text\{worth it\}\} = (.+?)\$\$")
    assert worth(needed, M=best, B=better, W=worse) == pytest.approx(clinic.needed)


def test_lesson_14_the_rule_and_the_losses():
    halved = formula("14_order_access_coordination", r"R\(w\) > \\tfrac(\d\d) R\(0\)")
    assert int(halved[0]) / int(halved[1]) == 1 - USUAL.assessment.response_share
    come = formula("14_order_access_coordination", r"offered \$(\\times.+?)\$").replace(r"\ell", "loss")
    come = come.replace(r"\times\,", r"offered \times", 1)
    assert worth(come, offered=100, a=0.5, loss=0.1, n=8) == pytest.approx(100 * 0.5 * 0.9**2)
    assert "three steps that each keep 60 % keep 22 %" in flat("14_order_access_coordination")
    assert round(100 * 0.6**3) == 22


def test_lesson_16_how_many_people():
    people = formula("16_how_would_we_know", r"\$\$n = (.+?), \\qquad")
    for gain, spread, arms in ((3.0, 7.5, 2), (0.5, 7.5, 4)):
        assert worth(people, k=arms, s=spread, gain=gain) == pytest.approx(arms * (2.8 * spread / gain) ** 2)
    told = flat("16_how_would_we_know")
    assert "2.8 SE (1.96 + 0.84)" in told
    assert "The 95 % interval is gain ± 1.96 SE" in told
    assert "a ninth of a difference needs 81 times the people" in told
    assert worth(people, k=2, s=1, gain=1) * 81 == pytest.approx(worth(people, k=2, s=1, gain=1 / 9))
    assert SYNERGY == {BOTH: 1, MEDICATION: -1, THERAPY_AND_DUMMY: -1, DUMMY: 1}
    assert "$w = (1, -1, -1, 1)$" in told
