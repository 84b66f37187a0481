"""Study rows stand where their record has them: each mark is its arm's figure, with its interval, week, side and name.

By hand it was seen to fail on: two arms of a row exchanged; `turned` dropped; `lambda ratio: 1 / ratio` dropped; ends of an
interval not turned with its value; "3 years" made "2 years" in a name; ▲ made ▼; a row under another row's name;
"no difference" drawn at 0 of a ratio; response read at another week; medication and therapy exchanged in lesson 04's rows.
"""

import functools
import math
import re

import numpy as np
import pytest

import toolkit
from tests.meaning.lived import OPENING, SLUGS, for_each, settings
from tests.meaning.study_rows import LABEL, declared, drawn, everything, named
from tests.meaning.test_trials import tools, weeks_said
from toolkit.evidence import FACTORIAL
from toolkit.explore import Row
from toolkit.lessons.additive_effect.studies import label
from toolkit.lessons.bottom_up_top_down import studies as moved_where
from toolkit.lessons.stopping_trials import ENDINGS, TRIALS
from toolkit.lessons.studies import say_row
from toolkit.model import DUMMY, proportion

ROWS = declared()
"""Every row, "lesson | its name | its series", as the lessons' words say it."""
NOT_IN_A_RECORDS_UNIT = ("03", "04", "16")
"""Lessons whose rows have a net of their own below or in test_intervals: sums of four arms, directions, distances from the toy."""


@functools.cache
def drawn_rows():
    """{row: (x, low, high)} of every lesson as it opens; worked out once it is asked for, not in every worker."""
    return {
        f"{slug[:2]} | {label} | {series}": (x, low, high)
        for slug, label, series, x, low, high in everything()
        if not slug.startswith(NOT_IN_A_RECORDS_UNIT)
    }


each_row = for_each(ROWS, str)


def read(row):
    """(how, finding, arms or effect, week) of a row of the file."""
    how, _, rest = row.partition(": ")
    id, *where = rest.split("; ")
    week = float(where.pop().removeprefix("week ")) if where[-1].startswith("week ") else None
    found = toolkit.finding(id)
    if how in ("effect", "minus", "over", "tanh", "hundred", "needed"):
        parts = [
            e for e in (found.effect, *found.other_effects) if e and f"{e.comparison}; {e.measure}" == "; ".join(where)
        ]
        assert len(parts) == 1, row
        return how, found, parts, None
    *names, outcome = where
    arms = [
        arm
        for name in "; ".join(names).split(" / ")
        for arm in found.arms
        if (arm.name, arm.outcome, arm.time_weeks) == (name, outcome, week)
    ]
    assert len(arms) == "; ".join(names).count(" / ") + 1, row
    return how, found, arms, week


TURNS = {"effect": lambda v: v, "minus": lambda v: -v, "over": lambda v: 1 / v, "tanh": math.tanh}
TURNS |= {"hundred": lambda v: 100 * v, "needed": lambda v: 100 / v}
TURNS |= {"share": lambda v: 100 * v, "turned": lambda v: 100 - 100 * v}


def figure(how, parts):
    """The value that a row must have."""
    values = [part.value for part in parts]
    if how == "gain":
        bad = "recurrence" in parts[0].outcome
        return 100 * (values[1] - values[0] if bad else values[0] - values[1])
    if how == "middle":
        return 100 * sum(values) / 2
    if how == "pooled":
        return 100 * sum(round(part.n * part.value) for part in parts) / sum(part.n for part in parts)
    return TURNS[how](values[0])


def test_every_mark_is_of_something_and_nothing_else_is_listed():
    """A mark that is drawn, and not listed, has no meaning that a test knows."""
    assert set(drawn_rows()) == set(ROWS)


TOGETHER = {"hollon2005": 104 / 3}
"""People in an arm, about, where a record knows only how many all had together: their interval is worked out."""
ANALYSED = {"maintenance CBT": 77, "assessment only": 76}
"""People in an arm whose percentage fits fewer than were randomised (white2013_panic_maintenance_cbt)."""
COUNTED = ("lewis2021_antler", "bockting2018_drd", "reynolds2006")
"""Records with a number of people and no interval: lessons 10 and 11 work one out, as a share of so many people."""


@each_row
def test_a_mark_stands_at_its_figure_with_its_interval(name):
    how, found, parts, _ = read(ROWS[name])
    x, low, high = drawn_rows()[name]
    assert x == pytest.approx(figure(how, parts), abs=0.006)
    if how in TURNS:
        ends = sorted(TURNS[how](end) for end in parts[0].ci) if parts[0].ci else [np.nan, np.nan]
        if found.id in TOGETHER:
            ends = [100 * end for end in proportion(parts[0].value * TOGETHER[found.id], TOGETHER[found.id])[1:]]
        elif found.id == "white2013_panic_maintenance_cbt" and name.startswith("09"):
            of = ANALYSED[parts[0].name]
            ends = [100 * end for end in proportion(parts[0].value * of, of)[1:]]
        elif found.id in COUNTED and name.startswith(("10", "11")) and not parts[0].ci:
            ends = [100 * end for end in proportion(parts[0].value * parts[0].n, parts[0].n)[1:]]
        assert [low, high] == pytest.approx(ends, abs=0.006, nan_ok=True)
    if np.isfinite(low):
        assert low <= x <= high


@each_row
def test_a_name_says_the_time_at_which_the_figure_was_read(name):
    _, found, parts, week = read(ROWS[name])
    label = name.split(" | ")[1]
    said = re.search(r"day (\d+)", label)
    told = int(said[1]) / 7 if said else weeks_said(label.replace("at week 3", "").replace("at week 5", ""))
    year = re.search(r"(\d+) year", label)
    told = int(year[1]) * 52 if year else told
    if told and week:
        assert week == pytest.approx(told, abs=0.5), f"{label}: {found.id} in week {week}"
    if told is None and "months" in label:
        assert re.search(r"\d+ months", label)[0] in parts[0].measure


FIVE_SIDES = {"driessen2010": "▼", "furukawa2017_cbt_severity": "▼", "derubeis2005": "▼"}
"""Lesson 05 holds studies against its claim that people with severe illness need medication before therapy can help them."""
OWN_SIDES = {
    # Lesson 02 holds studies against its own claim, that a dummy pill with visits is harder to beat than waiting.
    "papola2026_severity": "▲",
    "cuijpers2014_pill_placebo": "▲",
    "furukawa2017_cbt_severity": "▲",
    "michopoulos2021_controls": "▲",
    "hrobjartsson2005_placebo_vs_nothing": "▼",
    "furukawa2014_waitlist": "◆",
    "davidson2004_socialphobia": "◆",
    "cuijpers2013_direct": "○",
    "furukawa2016_placebo_rate": "○",
    # Lesson 15 against its own, that less for each person and more people seen helps as many.
    "howard1986_dose": "▲",
    "delgadillo2022_stratified": "▼",
    "barkham2006_gel": "◆",
    "waitzfelder2018_initiation": "○",
}
CHANGING_SIDES = {
    # Lesson 01 against its own: medication leads first, therapy is still there later. By the week that is read.
    ("derubeis2005", 8): "▲",
    ("derubeis2005", 16): "▼",
    ("tads2007", 12): "▲",
    ("tads2007", 36): "▼",
    ("hollon2005", 52): "▲",
    **{("whiteford2013_natural", week): "○" for week in (13, 26, 52)},
}
FOR_13, AGAINST_13 = re.compile(r"improve|SSRI, |SSRI /"), re.compile(r"bothered|symptoms after")
MIXED_13 = re.compile(r"suicidal|tricyclics")
"""Lesson 13 holds studies against its own claim, that an antidepressant helps more people than it harms."""
TRUST_SIDES = {
    # Lesson 07 against its own claim: trust keeps people on treatment, and that is why they get better.
    "fluckiger2018": "▲",
    "totura2018": "▲",
    "gonzalezdeleon2022_adherence": "▲",
    "olfson2006": "▲",
    "dave2012_uk": "○",
    "chong2011_adherence": "▼",
}

WINDOW_SIDES = {"mataixcols2017": "◆", "mitchell2023_mdma": "○"}
"""Lesson 06 against its own claim, about antidepressants: another drug that helps learning a little, and one that cannot tell."""
LASTING_SIDES = {
    # Lesson 09 against its own claim: what therapy has taught stays when the sessions end. The others are about something else.
    "vandis2020_followup": "▲",
    "white2013_panic_maintenance_cbt": "▼",
}
STEPPING_DOWN_SIDES = {"bockting2018_drd": "▲", "fava1998": "◆", "lewis2021_antler": "○", "geddes2003": "○"}
"""Lesson 11 against its own claim, about stepping down with therapy beside it; two studies of stopping had none."""


@each_row
def test_a_name_names_its_study_and_its_side(name):
    _, found, _, week = read(ROWS[name])
    sign, short, about = LABEL.match(name.split(" | ")[1]).groups()
    assert found in named(short), name
    if name.startswith("01"):
        assert sign == CHANGING_SIDES[found.id, week], name
        return
    if own := {"02": OWN_SIDES, "05": FIVE_SIDES, "15": OWN_SIDES}.get(name[:2]):
        assert sign == own[found.id], name
        return
    if name.startswith("13"):
        looks = {"▼": AGAINST_13, "◆": MIXED_13, "▲": FOR_13}
        assert sign == next((mark for mark, words in looks.items() if words.search(about)), "○"), name
        return
    if name.startswith("12"):
        sides = {"over medication": "▲", "over exposure": "▼", "therapy / control, by severity": "▲"}
        usual = "▼" if found.counter_evidence else "▲"
        assert sign == next((mark for words, mark in sides.items() if words in about), usual), name
        return
    if name.startswith("06"):
        assert sign == WINDOW_SIDES[found.id], name
        return
    if name.startswith("07"):
        assert sign == TRUST_SIDES[found.id], name
        return
    if name.startswith("09"):
        assert sign == LASTING_SIDES.get(found.id, "○"), name
        return
    if name.startswith("11"):
        assert sign == STEPPING_DOWN_SIDES[found.id], name
        return
    turned_here = found.id == "dekker2013_sequence"
    assert (sign == "▼") == (found.counter_evidence != turned_here), name


def test_no_figure_is_drawn_twice_in_one_panel():
    listed = [(name.split(" | ")[0], row) for name, row in ROWS.items()]
    assert len(set(listed)) == len(listed)


LIVES = {
    "stopped": DUMMY,
    "kept": "medication",
    "therapy": "therapy",
    "therapy kept": "therapy",
    "both ended": DUMMY,
    "both kept": "both",
}


@pytest.mark.parametrize("trial", [trial for trial in TRIALS.values() if trial.published], ids=lambda trial: trial.id)
def test_an_ending_is_what_its_arm_is_called(trial):
    """Kept arms have a drug in their name, stopped ones a placebo or a stop; what is called tapered tapers."""
    for ending, arm in trial.published.items():
        if ending == "tapered":
            assert "taper" in arm
        elif re.search(r"withdrawn|discontinu", arm) and not arm.startswith("prior"):
            assert ending == "stopped", arm
        elif re.search(r"^maintenance|^continued|alone$", arm):
            assert ending == "kept", arm
        elif "prior CT" in arm:
            assert ending == "therapy"
        else:
            assert tools(arm) == LIVES[ending], f"{arm}: {ENDINGS[ending].label}"


def test_what_is_called_stopped_stops_and_what_is_called_kept_goes_on():
    for trial in TRIALS.values():
        end = trial.well + trial.follow
        for ending, plan in trial.plans(trial.well, None, end).items():
            given = plan.medication.stop if plan.medication else 0
            if ending in ("kept", "both kept"):
                assert given == end, f"{trial.id}, {ending}"
            if ending in ("stopped", "both ended", "tapered"):
                assert given == trial.well, f"{trial.id}, {ending}"
            if ending in ("therapy", "therapy kept", "both kept", "tapered"):
                assert plan.therapy is not None, f"{trial.id}, {ending}"
            if ending == "therapy kept":
                assert plan.therapy.stop == end
            if ending == "therapy":
                assert plan.medication is None
                assert plan.therapy.stop <= trial.well


def test_a_trial_follows_as_long_as_its_record():
    for trial in TRIALS.values():
        weeks = {
            arm.time_weeks for arm in trial.finding.arms if arm.name in trial.published.values() and arm.time_weeks
        }
        assert weeks <= {trial.follow}, trial.id
        word = re.search(r"well after (\d+) weeks", trial.says)
        assert not word or int(word[1]) == trial.well
        assert not re.search(r"a year on medication", trial.says) or trial.well == 52


GAINS = [row for row in toolkit.lessons.lesson(12).study_panels[0]["rows"] if "figures" in row]


@pytest.mark.parametrize("row", GAINS, ids=lambda row: f"{row['finding']}, {row['about']}")
def test_both_and_alone_are_what_they_are_called(row):
    [figure] = row["figures"]
    both, alone = figure["arm"]
    assert tools(both) in ("both", None)
    assert tools(alone) != "both" or "relaxation" in alone or "psychoeducation" in alone
    assert figure.get("bad", False) == bool(re.search(r"recurrence|relapse", figure["outcome"]))
    assert figure.get("counted", True) == (
        not re.search(r"days", figure["outcome"]) and row["finding"] != "reynolds1999"
    )
    if "over exposure" in row["about"]:
        assert tools(alone) == "therapy"
    if "over medication" in row["about"] or "not enough so far" in row["about"]:
        assert tools(alone) in ("medication", None)


MEANT = {
    # What a row's name says of an arm or outcome, and what its figure must then be of.
    r"\brespond": r"response",
    r"\bwell (after|once)|all four": r"remission",
    r"measured care": r"measurement",
    r"usual care$": r"standard|usual",
    r"therapy first": r"CBASP",
    r"medication first": r"escitalopram",
    r"just going on": r"continued",
    r"step (\d)": r"step {}\b",
    r"if nobody left": r"theoretical",
    r"counted again": r"reanalysis",
    r"take up": r"accepted|stay with",
    r"all three": r"all with",
    r"of these, visit": r"of those;.*visit",
    r"of these, enough": r"of those treated",
    r"say they need": r"need treatment",
    r"start anything": r"any treatment",
    r"side effect": r"side effect",
    r"target occupied": r"occupancy",
    r"at week (\d)": r"at week {}",
    r"(\d+) months": r"{} months|; week \d+$",
    r"also eased": r"and depression$",
    r"helped staying": r"adherence$",
    r"after medication": r"after drug alone",
    r"after both": r"after combined",
    r": medication \|": r"medication|pharmacotherapy",
    r": cognitive therapy \|": r"cognitive therapy",
    r": therapy \|": r"face-to-face",
    r"days without": r"days abstinent",
    r"by severity.*more of": r"high severity",
    r"by severity.*less of": r"low severity",
    r"\| without a therapist": r"without psychotherapy",
    r"\| with a therapist": r"; with psychotherapy",
    r"\| not named$": r"lower",
    r"\| not named 2": r"higher",
}


@each_row
def test_a_figure_is_of_what_its_row_is_called(name):
    for says, meant in MEANT.items():
        found = re.search(says, name)
        if found:
            assert re.search(meant.format(*found.groups()), ROWS[name]), f"{name}: {ROWS[name]}"


TOOLS_OF_ENDINGS = {"both kept": "both", "therapy kept": "therapy", "both ended": DUMMY}


@pytest.mark.parametrize(
    "row", toolkit.lessons.lesson(10).study_panels[0]["rows"][1:-1], ids=lambda row: row["finding"]
)
def test_lesson_10_an_arm_stands_under_its_own_ending(row):
    for figure in row["figures"]:
        arm, who = figure["arm"], figure["who"]
        if who in TOOLS_OF_ENDINGS and tools(arm):
            assert tools(arm) == TOOLS_OF_ENDINGS[who], f"{arm}: {who}"
        if who == "kept":
            assert not re.search(r"withdrawn|discontinu|placebo|taper|CT|CBT|IPT|psychotherapy", arm), f"{arm}: {who}"
        if who == "stopped":
            assert re.search(r"withdrawn|discontinu|placebo|taper", arm), f"{arm}: {who}"
        if who == "tapered":
            assert re.search(r"taper", arm), f"{arm}: {who}"
            assert re.search(r"CT|CBT", arm), f"{arm}: {who}"


def test_lesson_01_reads_each_treatment_in_its_own_arm():
    """Whom a figure is about is who was in its arm; the model's own figure beside it is about the same."""
    ends = {"ended": ("prior CT", "therapy ended"), "stopped": ("withdrawn to placebo", "medication stopped")}
    ends["kept"] = ("continued", "medication kept")
    for panel in toolkit.lessons.lesson(1).study_panels:
        for row in panel["rows"]:
            for figure in row.get("figures", ()):
                who = figure.get("who", "")
                assert figure["arm"].startswith(ends[who][0]) or ends[who][0] in figure["arm"] if who in ends else True
                assert tools(figure["arm"]) == who if who in ("medication", "therapy", "both") else True, figure
            for who, (_, asked, *_) in row["toy"].items() if isinstance(row.get("toy"), dict) else ():
                assert asked == (ends[who][1] if who in ends else who), row["label"]


ASKED_OF_THE_MODEL = {
    # (lesson, what is asked): how a row says it; {} is what it is asked of
    (1, "response"): "week {1}",
    (1, "relapsed"): "one year",
    (2, "effect"): "{0} / {1}",
    (2, "people"): "halved with a dummy pill",
    (5, "effect"): "{0}: {1}",
    (6, "effect"): "{0}",
    (7, "correlation"): "fitted to the first row",
    (7, "odds_ratio"): "a therapist, week 13",
    (7, "still"): "still taking it after {1}",
    (8, "well_after_step"): "well after step {1}",
    (8, "total"): "{0}",
    (8, "halved"): "symptoms halved, {0}",
    (8, "filled"): "target filled",
    (8, "bothered"): "a side effect that bothers",
    (9, "relapsed"): "{0} boosters",
    (9, "stay"): "{0} session(s), if everybody stays",
    (9, "end"): "{0} session(s), those who end",
    (12, "gain_from_both"): "the people you look at",
    (12, "gain_left_out"): "the others",
    (12, "effects_of_therapy"): "therapy / dummy pill",
    (13, "more"): "improve on medication",
    (13, "times"): "plan 2 / plan 1",
    (14, "well_after_adding"): "once the other was added",
    (14, "responding"): "respond, {0}",
    (14, "responding_by_going_on"): "respond, just going on",
    (14, "accepting"): "take up the offer",
    (15, "started"): "started therapy within the year",
    (15, "halved"): "symptoms halved after the year",
}
SAID_AS = {
    (1, "well_untreated"): {"13": "after 3 months", "26": "after 6 months", "52": "after a year"},
    (5, "effect"): {"door": "the model with its door", "no door": "the model, no door", "14": "mild", "34": "severe"},
    (5, "responding"): {"medication": "the model: medication", "therapy": "therapy with a dummy pill"},
    (6, "effect"): {"0": "at the end", "12": "12 weeks later"},
    (7, "still"): {"4": "30 days", "26": "half a year"},
    (8, "halved"): {"1.0": "usual care"},
    (8, "total"): {"if nobody left": "if nobody had left", "counted": "counted again"},
    (9, "relapsed"): {"0": "no", "9": "nine"},
    (2, "effect"): {"dummy pill with visits": "dummy pill"},
}


def test_what_the_model_is_asked_for_in_a_row_is_what_the_row_says():
    """By hand it failed on the filled target of a row on side effects, and on week 36 in a row of week 12."""
    for lesson in toolkit.lessons.ALL:
        for row in (row for panel in lesson.study_panels for row in panel["rows"] if "toy" in row):
            for asked in row["toy"].values() if isinstance(row["toy"], dict) else [row["toy"]]:
                what, *of = [asked] if isinstance(asked, str) else asked
                if lesson.number not in (10, 11):  # one row for all marks, "as set above"
                    words = SAID_AS.get((lesson.number, what), {})
                    said = [words.get(str(one), str(one)) for one in of]
                    pattern = ASKED_OF_THE_MODEL.get((lesson.number, what), "{0}").format(*said)
                    label = row.get("label") or row["about"]
                    parted = pattern.replace("session(s)", "session" if said == ["1"] else "sessions")
                    assert parted in label, f"{lesson.slug}: {label!r} is asked for {asked}"


def test_lesson_03_rows_are_the_four_arms_of_their_trial():
    shown = settings("03_additive_effect")[OPENING]
    at = {}
    for trace in shown.studies_chart["data"]:
        if trace["name"] == "seen with both":
            labels = shown.studies_chart["layout"][f"yaxis{trace['yaxis'][1:]}"]["ticktext"]
            at |= {labels[round(y)]: float(x) for x, y in zip(trace["x"], trace["y"], strict=True)}
    assert len(at) == len(FACTORIAL) + 1
    for real in FACTORIAL:
        arm = toolkit.finding(real.id).arm(real.arms[3], real.outcome, real.weeks)
        assert at[label(real)] == pytest.approx(100 * (1 - arm.value if real.turned else arm.value))
        [population] = [toolkit.finding(real.id).population]
        words = {
            "children": "children",
            "teenagers": "adolescents",
            "alcohol": "alcohol",
            "OCD": "OCD",
            "social": "social",
        }
        for said, found in words.items():
            assert said not in label(real) or found in population, label(real)
        well = re.search(r"remission|recurrence|recovered", f"{arm.outcome}")
        assert bool(well) == ("well" in label(real)), label(real)


SAYS = {"deep": r"amygdala|limbic|hippocamp|subgenual|sleep and appetite|cingulate", "between": r"cingulate|insula"}
SAYS["front"] = r"frontal|prefrontal|mood|thinking"


@pytest.mark.parametrize("seen", moved_where.STUDIES, ids=lambda seen: seen.finding)
def test_lesson_04_rows_name_places_that_their_record_names(seen):
    found = toolkit.finding(seen.finding)
    for places in (seen.medication, seen.therapy):
        for place, direction in (places or {}).items():
            assert re.search(SAYS[place], found.finding), f"{seen.finding}: {place}"
            if direction == "up":
                assert re.search(r"increase|raised|up\b", found.finding)
            if direction == "down":
                assert re.search(r"DEcrease|lowered|reduc|down\b", found.finding)


PLACED = {
    # Read off the records' own sentences once more: (medication, therapy), places in the order deep, between, front.
    "dimascio1979_differential": ("c--", "--c"),
    "nord2021": ("c--", "--c"),
    "boccia2016": ("-c-", "--c"),
    "goldapple2004": ("ddu", "uud"),
    "kennedy2007": ("--d", "--d"),
    "brody2001": ("-dd", "-dd"),
    "ma2015_ale": ("c-u", "---"),
    "sankar2018": ("---", "-u-"),
}


def test_lesson_04_directions_are_those_that_were_read():
    for seen in moved_where.STUDIES:
        sides = tuple(
            "".join((places or {}).get(place, "-")[0] for place in ("deep", "between", "front"))
            for places in (seen.medication, seen.therapy)
        )
        assert sides == PLACED[seen.finding], seen.finding


NONE = {"no difference": {"kept ÷ stopped": 1}, "no gain": {"points": 0}, "nothing": {}}


@pytest.mark.parametrize("slug", SLUGS[:-1])
def test_no_difference_is_0_for_differences_and_1_for_ratios(slug):
    picture = settings(slug)[OPENING].studies_chart
    for trace in picture["data"]:
        title = picture["layout"][f"xaxis{trace['xaxis'][1:]}"]["title"]["text"]
        if "(1: no difference)" in title or "(0: no difference)" in title:
            there = [
                one["name"] for one in picture["data"] if one["xaxis"] == trace["xaxis"] and one["mode"] == "lines"
            ]
            assert {"no difference", "no gain", "nothing"} & set(there), f"{slug}: no line is drawn for {title}"
        if trace["mode"] == "lines" and trace["name"] in ("no difference", "no gain"):
            title = picture["layout"][f"xaxis{trace['xaxis'][1:]}"]["title"]["text"]
            ratio = bool(re.search(r"ratio|odds|÷|times", title))
            assert set(trace["x"]) == {1.0 if ratio else 0.0}, title


@pytest.mark.parametrize("slug", SLUGS[:-1])
def test_rows_keep_to_their_marks_in_every_setting(slug):
    """What was published does not move with the toy."""
    if slug.startswith(NOT_IN_A_RECORDS_UNIT[2]):
        return
    first = {
        (label, series): x
        for label, series, x, *_ in drawn(settings(slug)[OPENING].studies_chart)
        if "adding" not in series
    }
    for shown in settings(slug).values():
        now = {(label, series): x for label, series, x, *_ in drawn(shown.studies_chart) if "adding" not in series}
        assert now == pytest.approx(first), str(shown)


def test_in_words_a_study_comes_before_the_models_own_figure_and_each_has_its_own():
    one = Row("▲ Studies 2001: people", {"": (12.0, 8.0, 16.0)}, {"": 31.0})
    assert say_row(one, {}, "{:.0f} %") == "Studies 2001: people 12 % (the model 31 %)"
    assert say_row(Row("the model, later", {}, {"": 31.0}), {}, "{:.0f} %") == "the model, later 31 %"
    assert say_row(Row("▼ A study", {"": (12.0, 8.0, 16.0)}, {}), {}, "{:.0f} %") == "A study 12 %"
    several = Row("▼ A study", {"one": (12.0, 8.0, 16.0), "two": (13.0, 9.0, 17.0)}, {"one": 31.0})
    assert say_row(several, {"one": "first", "two": "second"}, "{:.0f}") == "A study: first 12, second 13"
