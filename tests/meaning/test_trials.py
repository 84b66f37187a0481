"""Trials against their words: what a figure of the scoreboard says it is, is what is read, counted and held against what.

By hand it was seen to fail on: `counted = "relapse"` made "no relapse"; `who = "responders"` made "everybody"; the arms of a
comparison exchanged; the condition of PTSD's trial made "anxiety"; `week = 104` made 52; `turned` dropped; two arms of
factorial.toml exchanged.
"""

import re

import pytest

import toolkit
from tests.meaning.lived import for_each
from toolkit.evidence import FACTORIAL, figures, trials
from toolkit.evidence.figures import data
from toolkit.model.plan import BOTH, DUMMY, MEDICATION, THERAPY, THERAPY_AND_DUMMY, WAITING

each_figure = for_each(figures(), lambda figure: figure.label)
four_arms = for_each(FACTORIAL, lambda trial: trial.label)

COUNTED = {
    # What the words speak of, and what may then be counted; the first that is found decides.
    r"worse by 8 points": {"much worse"},
    r"worse by a point|worse at the end": {"worse"},
    r"21 points or more": {"still severe"},
    r"sustained response": {"sustained"},
    r"no recurrence|staying well": {"no relapse"},
    r"hazard": {"weeks to relapse"},
    r"relapse|recurrence": {"relapse"},
    r"four steps": {"remission at a step"},
    r"remission|recovered": {"remission"},
    r"response|improved|good outcome": {"response"},
    r"still on": {"still taking"},
    r"leaving|stopped early|left therapy|stopped for good": {"ended early", "stopped the drug"},
    r"correlation": {"alliance and fall"},
    r"\bfall\b": {"fall"},
    r"points|effect size|standard deviations|severe|variance|over usual care|PTSD|over placebo|the young": {"score"},
}
MEASURE = {
    r"^response, medication over placebo, the young": {"difference"},
    r"effect size|severe|PTSD|over usual care|over \w+, the young$|points: at": {"effect size", "odds ratio"},
    r"less .*points": {"difference"},
    r"hazard": {"hazard ratio"},
    r"variance": {"variance ratio"},
}
NOT_NAMED = {"fluckiger2018", "vittengl2016_divergent"}
"""Findings whose words name no arm."""
TOLD = {MEDICATION, THERAPY, BOTH, DUMMY, WAITING}


def first(rules, words):
    return next((allowed for rule, allowed in rules.items() if re.search(rule, words)), None)


@each_figure
def test_what_is_counted_is_what_is_said(figure):
    assert figure.counted in first(COUNTED, figure.says)


@each_figure
def test_the_measure_is_the_one_that_is_said(figure):
    assert figure.measure in (first(MEASURE, figure.says) or {figure.measure})
    if figure.versus_week is not None:  # an arm against itself at another time
        assert figure.versus == figure.arm
        assert figure.versus_week < figure.week
        assert re.search(r"change|longer", figure.says)
        return
    against = re.search(r"\b(over|less)\b", figure.says.replace("over 59", "").replace("70 and over", ""))
    assert bool(against) == (figure.versus is not None)


ARMS = {
    # An arm of a trial by how the words name it, before "over" and behind it.
    "medication": r"medication|over other treatments|over without|stopped for good",
    "therapy": r"(?<!with )therapy|remission with therapy|fall with therapy|alliance",
    "both": r"\bboth\b|, with therapy",
    DUMMY: r"dummy pill|placebo|listening|talk",
    WAITING: r"control|untreated|waiting",
    THERAPY_AND_DUMMY: r"therapy with a dummy pill",
    "drug kept": r"medication kept|(?<!therapy and )medication alone|over (kept|none|usual care)|added over",
    "drug stopped": r"medication stopped|over stopped|over medication$",
    "therapy ended": r"therapy (has )?ended|all has ended, therapy|without boosters|over none",
    "both ended": r"after all has ended, both",
    "both, drug kept": r"kept over stopped, after both",
    "both, drug stopped": r"kept over stopped, after both",
    "drug tapered": r"medication tapered|over taper",
    "drug kept, therapy added": r"therapy added over medication alone|therapy and medication over",
    "drug tapered, therapy added": r"therapy and taper",
    "therapy added": r"added|after adding",
    "monthly sessions": r"boosters over",
    "therapy first": r"therapy first|one after the other",
    "drug first": r"medication first",
    "search": r"first medication|four steps",
    "by scale": r"by scale",
    "by impression": r"impression",
}


@each_figure
def test_the_arms_are_those_that_are_named_each_on_its_side(figure):
    words = figure.says.replace("70 and over", "70").replace("over 59", "59")
    ours, _, theirs = re.sub(r"\bless\b", "over", words, count=1).partition(" over ")
    against = figure.versus if figure.versus_week is None else None
    for arm, side in ((figure.arm, ours), (against, f"over {theirs}")):
        if arm is not None and figure.id not in NOT_NAMED:
            assert re.search(ARMS[arm], side if arm in TOLD else words), f"{arm!r}: {side}"
            others = {
                other
                for other in TOLD - {arm}
                if arm in TOLD and re.search(ARMS[other], side.partition(",")[2] or side)
            }
            assert not others, f"{arm!r}, or {others}: {side}"


@each_figure
def test_the_arm_read_has_the_tool_that_is_said(figure):
    """Where shares are read from a record's arms: those with both tools, with one, with none."""
    for values in data()["findings"][figure.id].get("figures", ()):
        if values["says"] == figure.says and "reads" in values:
            arms = [figure.arm, *([figure.versus] if figure.versus and figure.versus_week is None else [])]
            for name, arm in zip(values["reads"], arms, strict=True):
                if arm in TOLD:
                    assert tools(name) in (None, arm), f"{name!r} is not {arm}"


DRUGS = r"nefazodone|medication|venlafaxine|escitalopram|duloxetine|fluoxetine|SSRI|sertraline|phenelzine|clomipramine|imipramine"
DRUGS += r"|antidepressant|usual care|drug|paroxetine|nortriptyline|naltrexone|amitriptyline|starters"
SESSIONS = r"\bC(B)?T\b|CBASP|cognitive|psychotherapy|IPT|ERP|CBI|group CBT|exposure|interpersonal"
EMPTY = r"placebo|nonscheduled|management"


def tools(name):
    """The arm of four that a record's name of an arm means; None where it does not say."""
    if " or " in name:
        return None
    drug, sessions = bool(re.search(DRUGS, name)), bool(re.search(SESSIONS, name))
    if name in ("combination", "combined") or (drug and sessions) or name == "with psychotherapy":
        return "both"
    if name in ("without psychotherapy", "all starters"):
        return "medication"
    if drug:
        return "medication"
    if sessions:
        return "therapy"
    if re.search(r"untreated|waiting", name):
        return WAITING
    return DUMMY if re.search(EMPTY, name) else None


@four_arms
def test_four_arms_stand_in_their_order(trial):
    assert [tools(name) for name in trial.arms] == [DUMMY, MEDICATION, THERAPY, BOTH]


@four_arms
def test_a_four_arm_comparison_is_turned_where_the_bad_outcome_was_published(trial):
    outcomes = {arm.outcome.partition(" (")[0] for arm in trial.read}
    assert len(outcomes) == 1
    [outcome] = outcomes
    assert trial.turned == bool(re.search(r"recurrence|relapse", outcome))
    assert trial.turned == trial.what.partition(", ")[2].startswith("no ")
    assert trial.counted == ("days" not in trial.what)
    word = re.search(r"response|remission|recurrence|recovered|days", trial.what)[0]
    assert re.search({"recovered": "recover", "response": "respon|improved"}.get(word, word), outcome), outcome


def weeks_said(words):
    """The week that words name, None where they name none."""
    for pattern, each in (
        (r"(?<!first )\b(\d+) weeks", 1),
        (r"(\d+) months", 52 / 12),
        (r"(\d+) years", 52),
        (r"week (\d+)", 1),
    ):
        if found := re.search(pattern, words):
            return int(found[1]) * each
    if found := re.search(r"after (\d+) days", words):
        return int(found[1]) / 7
    return 52 if re.search(r"in a year|untreated, a year", words) else None


@each_figure
def test_the_week_is_the_one_that_is_said_and_read(figure):
    said = weeks_said(figure.says)
    if said:
        assert figure.week == pytest.approx(said, abs=0.75)
    for values in data()["findings"][figure.id].get("figures", ()):
        shared = {**data()["findings"][figure.id], **values}
        if values["says"] == figure.says and "reads" in values:
            for name in values["reads"]:
                arm = toolkit.finding(figure.id).arm(name, shared.get("outcome"), shared.get("reads_week"))
                if arm.time_weeks and said:
                    assert figure.week == pytest.approx(arm.time_weeks, abs=1), arm


def test_four_arms_are_read_in_the_week_that_they_say():
    for trial in FACTORIAL:
        said, at = weeks_said(trial.what), {arm.time_weeks for arm in trial.read} - {None}
        assert len(at) <= 1
        if said and at:
            assert at.pop() == pytest.approx(said, abs=1), trial.label
        if trial.weeks:
            assert said == trial.weeks


@each_figure
def test_relapse_is_counted_among_those_who_had_got_well(figure):
    after = figure.counted in ("relapse", "no relapse", "weeks to relapse")
    assert (figure.who in ("responders", "remitted", "residual")) == (
        after or figure.says.endswith("partial responders")
    )
    if figure.who == "everybody":
        assert figure.trial in ("acute", "anxiety", "panic", "trauma", "everyday", "sequence", "search", "measured")
    if "non-responders" in figure.says or "not enough" in figure.says:
        assert figure.who == "not responded"


CONDITIONS = {
    # Whom a finding is about, and as whom the toy runs its trial; the first that is found decides.
    r"PTSD": "PTSD",
    r"ADHD": "ADHD",
    r"[Ss]chizophren": "schizophrenia",
    r"[Bb]ipolar": "bipolar",
    r"^anxiety|[Aa]nxiety disorders? in (children|youth)|[Ss]ocial|[Pp]anic|7-17.*anxiety|anxiety.*7-17": "anxiety",
}


@each_figure
def test_a_trial_runs_with_the_condition_of_its_finding(figure):
    population = toolkit.finding(figure.id).population
    mixed = re.search(r"depressi", population)
    meant = first(CONDITIONS, figure.says) or (not mixed and first(CONDITIONS, population)) or "depression"
    assert trials()[figure.trial].condition == meant, population


KEPT = {
    # What an arm of a trial does with the medication in its last week, and whether it has had sessions by then.
    r"drug kept|\bdrug first\b|search|by scale|by impression": (True, None),
    r"drug (stopped|tapered)": (False, None),
    r"therapy ended|monthly": (False, True),
    r"both ended": (False, True),
    rf"^({DUMMY}|{WAITING})$": (False, None),
    rf"^({THERAPY}|{THERAPY_AND_DUMMY})$": (False, True),
    r"^(both|medication)$": (None, None),
    r"therapy added|therapy first": (None, True),
}


@pytest.mark.parametrize("name", trials())
def test_an_arm_of_the_toy_does_what_it_is_called(name):
    trial = trials()[name]
    for arm, plan in trial.arms.items():
        medication, therapy = plan.get("medication"), plan.get("therapy")
        kept, sessions = first(KEPT, arm)
        until = medication.get("stop", 26) if medication else 0
        if kept is not None:
            assert (until >= trial.weeks) == kept or trial.judged == until, arm
        if kept is False and medication:
            assert until == trial.judged, arm
        if sessions:
            assert therapy is not None, arm
        if "added" in arm:
            assert therapy["start"] == trial.judged, arm
        if "tapered" in arm:
            assert "taper" in medication, arm
        if arm.startswith("both"):
            assert medication is not None, arm
            assert therapy is not None, arm
        if arm in ("medication", "drug kept", "drug stopped") and name != "maintenance":
            assert medication is not None, arm
            assert therapy is None, arm
        if arm == "by impression":
            assert plan["measured"]["by"] == "impression"
        if arm == "by scale":
            assert plan["measured"].get("by", "scale") == "scale"
            assert plan["measured"]["every"] < trial.arms["by impression"]["measured"]["every"]


WAYS = {r"combined|(?<!6)\+": "both", r"psychotherapy|CBT|CT\b|psychological": "therapy"}
WAYS |= {r"pharmaco|antidepressant|drug|tricyclic|SSRI|fluoxetine|medication|escitalopram|duloxetine": "medication"}
WAYS |= {r"other therapies": THERAPY}


def sides(words):
    """The arms of the toy that a published name of an arm may mean: not every control waits."""
    if re.search(r"\+|CBT vs", words):
        return {first(WAYS, words)}
    if re.search(r"placebo|supportive", words):
        return {DUMMY}
    if "wait" in words:
        return {WAITING}
    return {WAITING, DUMMY} if re.search(r"control\b", words) else {first(WAYS, words)}


@each_figure
def test_an_effect_is_read_the_way_round_that_it_was_published(figure):
    """Its comparison "one vs other" names the two arms in their order; who left more is read the other way, as lesson 07 says."""
    for values in data()["findings"][figure.id].get("figures", ()):
        shared = {**data()["findings"][figure.id], **values}
        if values["says"] != figure.says or "effect" not in shared:
            continue
        one, vs, other = shared["effect"].partition(" vs ")
        if vs and figure.trial == "acute" and "other active" not in shared["effect"]:
            arms = sides(one), sides(other.partition(",")[0])
            back = figure.says.startswith("leaving") or "others better" in shared["effect"]
            ours, theirs = arms[::-1] if back else arms
            assert figure.arm in ours, shared["effect"]
            assert figure.versus in theirs, shared["effect"]
        if shared.get("turned") == "sign":
            assert figure.measure == "effect size"
        if figure.measure == "effect size":
            assert figure.published > 0, "every treatment here was better than what it was held against"


def test_what_was_fitted_is_what_the_model_says_it_was_fitted_to():
    """A figure that set a parameter is named as the source of that parameter."""
    from toolkit.model import CONDITIONS, parameters

    about = parameters()
    for figure in figures():
        if figure.fits and not figure.fits.startswith("condition."):
            assert figure.id in str(about[figure.fits].get("source", "")), figure.fits
            assert about[figure.fits]["tag"] == "fitted"
    assert CONDITIONS


MEANT = {
    # What a reason speaks of, where the record has other words for it.
    "obsessions": r"OCD|obsess",
    "eyesight": r"amblyop",
    "imaging": r"PET|cortex|fMRI|occupancy",
    "pharmacology": r"half-life",
    "access": r"treat|counties|psychotherapy",
    "abstinence": r"opioid",
    "named side effects": r"sexual|side effect",
    "how often people drink": r"addiction|alcohol",
    "use of the drug after": r"later",
    "a pill taken only with the session": r"cycloserine",
    "differences between prescribers": r"psychiatrist",
    "therapy at a distance": r"internet",
    "the record does not tell which arm": r"both groups",
    "compares those who chose to stop": r"do not take",
    "a share of trials": r"trials",
}
PLAIN = {
    "which",
    "does",
    "have",
    "only",
    "with",
    "that",
    "than",
    "this",
    "trial",
    "people",
    "model",
    "what",
    "after",
    "given",
    "were",
}


def test_why_a_record_is_no_trial_of_the_toy_speaks_of_that_record():
    """By hand it failed on: a reason copied from the line above; the reasons of two neighbours exchanged."""
    from tests.meaning.quoting import words

    strange = []
    for id, why in data()["cannot"].items():
        of = re.split(r"[;:]|, which|, who", why)[0].lower()
        known = [pattern for said, pattern in MEANT.items() if of.startswith(said)]
        own = {word[:5] for word in re.findall(r"[a-z]{4,}", of)} - {word[:5] for word in PLAIN}
        told = words(id)
        if not any(re.search(pattern, told) for pattern in known) and not any(part in told.lower() for part in own):
            strange.append(f"{id}: {why}")
    assert strange == [], "the record has none of the reason's words: give it its own, or say above what is meant"


def test_how_many_people_are_the_records_own_or_an_even_part_of_them():
    """By hand it failed on 4,041 people made 4,014."""
    from tests.meaning.quoting import words

    strange = []
    for id, said in data()["findings"].items():
        asked = {tuple(one["n"]) for one in (said, *said.get("figures", ())) if one.get("n")}
        told = {float(number.rstrip(",").replace(",", "")) for number in re.findall(r"\d[\d,]*", words(id))}
        known = {arm.n for arm in toolkit.finding(id).arms} | told
        known |= {way(number / parts) for number in told for parts in (2, 3, 4) for way in (int, round)}
        strange += [(id, sizes) for sizes in asked if not set(sizes) <= known and sum(sizes) not in known]
    assert strange == []
