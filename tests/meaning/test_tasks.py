"""Tasks and guesses: answers are worked out anew from the numbers asked, sums written in replies come out, hints do not overlap.

By hand it was seen to fail on: "40 %" of a prompt made "45 %"; `right = 64` made 66; `tolerance = 0.6` made 6; a product in a reply
with one factor changed; the right option of a choice exchanged for its neighbour; two hints exchanged;
a guess of 50 that stands for 80.
"""

import math
import re

import pytest

import toolkit
from tests.meaning.lived import LESSONS, OPENING, key, section, settings
from tests.play.said import numbers
from toolkit.model import DUMMY, FOUR_PLANS

TASKS = {
    f"{key(lesson)} {place}": (lesson, task) for lesson in LESSONS for place, task in enumerate(lesson.said_tasks, 1)
}


def of_kind(*kinds):
    return pytest.mark.parametrize("name", [name for name, (_, task) in TASKS.items() if task["kind"] in kinds])


def said(text):
    return [float(number) for number in numbers(text)]


def half_of(curve):
    """The week in which a curve of gains first reaches half of its last value."""
    weeks, gains = curve
    for (one, low), (other, high) in zip(
        zip(weeks, gains, strict=True), zip(weeks[1:], gains[1:], strict=True), strict=False
    ):
        if high >= gains[-1] / 2:
            return one + (other - one) * (gains[-1] / 2 - low) / (high - low)
    raise AssertionError


def with_leaving(shares):
    left, well = 100.0, 0.0
    for share in shares:
        well, left = well + left * share, left * (1 - share) * 0.75
    return well


def read_quarter():
    shown = settings("10_after_treatment_ends")[OPENING]
    return next(week for week in range(53) if shown.at("medication stopped (of 100 well)", week) <= 75)


def odds_of_100(odds):
    """Of 100, what odds come to."""
    return 100 * odds / (1 + odds)


def multiplied(nothing, one, other):
    """What multiplied odds give, of 100."""
    odds = [improved / (100 - improved) for improved in (nothing, one, other)]
    return odds_of_100(odds[1] * odds[2] / odds[0])


def read_door():
    later = settings("05_opening_the_door")
    column = "learned, with medication (of 100)"
    return later["Wait for the door"].last(column) - later["At the door"].last(column)


def read_window():
    """More things learned with medication by the last session, if therapy starts in week 12."""
    [lesson] = [one for one in LESSONS if key(one) == "06_plasticity_window"]
    explorer = lesson.explorer()
    explorer.set(start=12)
    table = explorer.table()
    learned = [table[f"learned, {way} (of 100)"][24] for way in ("with medication", "with a dummy pill")]
    return round(learned[0]) - round(learned[1])


ANSWERS = {
    # From the numbers of the prompt, in their order; or read from the picture.
    "01_fast_and_lasting 4": lambda start, _week, dummy, _medication: start - dummy,
    "03_additive_effect 2": lambda nothing, _, one, other, *__: 100 - (100 - one) * (100 - other) / (100 - nothing),
    "03_additive_effect 5": lambda nothing, _, one, other, *__: multiplied(nothing, one, other),
    "04_bottom_up_top_down 2": lambda *read: half_of(([*read[1::2], 99], read[0::2])),
    "05_opening_the_door 1": lambda *read: odds_of_100(read[5] ** ((read[6] - read[0]) / read[4])),
    "05_opening_the_door 2": lambda *_: read_door(),
    "06_plasticity_window 3": lambda *_: read_window(),
    "06_plasticity_window 2": lambda few, slow, quick, more, many: 100 * (0.8**many - 0.6**many),
    "07_trust_and_staying_on 1": lambda more, _, less, *__: more + less,
    "07_trust_and_staying_on 4": lambda every, *links: 100 * math.prod(links[:3]) / 100**3,
    "10_after_treatment_ends 1": lambda *_: read_quarter(),
    "10_after_treatment_ends 2": lambda _year, kept, _of, stopped, *_: stopped - kept,
    "11_coming_off 1": lambda half, dose, *_: 100 * dose / (dose + half),
    "08_finding_the_right_medication 2": lambda *read: 100 * (1 - math.prod(1 - share / 100 for share in read[0:8:2])),
    "08_finding_the_right_medication 3": lambda *_: with_leaving([0.4, 0.3, 0.2, 0.1]),
    "09_what_therapy_teaches 1": lambda *_: 100 * 0.85**12,
    "09_what_therapy_teaches 2": lambda _, with_them, __, without, *___: without - with_them,
    "12_who_benefits 2": lambda much, little, right, of: (right * much + (of - right) * little) / of,
    "14_order_access_coordination 2": lambda _, *shares: 100 * math.prod(share / 100 for share in shares[:3]),
    "14_order_access_coordination 3": lambda all_, week, offered, each, accept, full: offered * each * accept / 100,
    "16_how_would_we_know 2": lambda trials, sure: trials * (100 - sure) / 100,
    "15_year_in_the_clinic 2": lambda sessions, each: sessions / each,
    "13_benefit_and_harm 2": lambda two, of, one, *_: of / (two - one),
    "13_benefit_and_harm 3": lambda two, of, one, *_: of / (two - one),
    "02_compared_with_what 2": lambda start, week, waiting, dummy, therapy: waiting - therapy,
    "02_compared_with_what 3": lambda waiting, _, dummy, __, therapy, ___, ____: therapy - dummy,
}


@of_kind("calculate")
def test_the_answer_is_worked_out_anew(name):
    task = TASKS[name][1]
    assert ANSWERS[name](*said(task["prompt"])) == pytest.approx(task["right"], abs=min(task["tolerance"], 1.0)), task[
        "prompt"
    ]


SIGNS = {"×": "*", "÷": "/", "−": "-", "ln ": "log ", "e²": "7.389"}
TERM = r"\(?(?:e²|(?:ln )?\d(?:[\d.,]*\d)?(?:\s?%)?)\)?"
SUM = re.compile(rf"({TERM}(?:\s*[×÷−+]\s*{TERM})+)(?:\s*=\s*(−?\d(?:[\d.,]*\d)?)(\s?%)?)?")


def sums_in(text):
    """(as written, its value, what stands behind "=" or None, that as written) of every sum of numbers; percentages are shares."""
    for found in SUM.finditer(text):
        written, answer, percent = found.groups()
        sum_ = re.sub(r"(\d[\d.]*)\s?%", r"(\1/100)", written.replace(",", ""))
        for sign, meant in SIGNS.items():
            sum_ = sum_.replace(sign, meant)
        if sum_.count("(") != sum_.count(")"):
            continue
        sum_ = re.sub(r"log ([\d.]+)", r"log(\1)", sum_)
        value = eval(sum_, {"log": math.log})  # noqa: S307 - digits and signs only
        given = answer and float(answer.replace("−", "-").replace(",", "")) / (100 if percent else 1)
        yield written, value, given, answer


EVERY_TEXT = [
    pytest.param(text, id=f"{name}: {' '.join(text.split())[:30]}")
    for name, (_, task) in TASKS.items()
    for text in (
        *task.get("replies", {}).values(),
        task.get("reply", ""),
        task["prompt"],
        task.get("hint", ""),
        *(hint["reply"] for hint in task.get("hints", ())),
    )
    if SUM.search(text)
]


@pytest.mark.parametrize("text", EVERY_TEXT)
def test_a_sum_that_is_written_out_comes_out(text):
    for written, value, given, answer in sums_in(text):
        if given is not None:
            places = len(answer.partition(".")[2])
            slack = 0.5 * 10.0**-places / (100 if abs(given) < 1 and places == 0 else 1) + 1e-9
            assert value == pytest.approx(given, abs=slack), written


def test_sums_are_found_and_worked_out():
    found = [
        (value, given)
        for _, value, given, _ in sums_in("60 % × 45 % ÷ 75 % = 36 % and 31 − 76 = −45; 2 ÷ (2 + 0.25) = 0.89")
    ]
    assert found == [(pytest.approx(0.36), 0.36), (-45, -45), (pytest.approx(0.889, abs=1e-3), 0.89)]
    assert len(EVERY_TEXT) > 10


@of_kind("calculate")
def test_the_reply_says_the_answer(name):
    """As it is, as a share, or as the sum, difference or middle of what it says."""
    task = TASKS[name][1]
    right, told = abs(task["right"]), said(task["reply"])
    values = {*told, *(100 * number for number in told), *(abs(value) for _, value, _, _ in sums_in(task["reply"]))}
    values |= {way for one in told for other in told for way in (abs(one - other), (one + other) / 2)}
    values = {round(value, 6) for value in values}
    assert any(abs(value - right) <= (0.5 if right > 10 and value % 1 == 0 else 0.006 * right) for value in values)


@of_kind("calculate")
def test_a_tolerance_tells_the_answer_from_every_hint(name):
    task = TASKS[name][1]
    right, tolerance = task["right"], task["tolerance"]
    assert 0 < tolerance <= 0.15 * abs(right)
    given = [hint["given"] for hint in task["hints"]]
    for wrong in given:
        assert tolerance < abs(wrong - right) / 2, wrong
    assert len(set(given)) == len(given) >= 2


def prices(task):
    """What hints say of the wrong answers that they are for: worked out from the sum that they name."""
    for hint in task["hints"]:
        for _, value, given, _ in sums_in(hint["reply"]):
            if given is None:
                yield hint["given"], value


@of_kind("calculate")
def test_a_hint_that_names_a_sum_is_for_its_result(name):
    for given, value in prices(TASKS[name][1]):
        assert given == pytest.approx(value, abs=0.5)


WRONG_WAYS = {
    # What each wrong answer comes from, from the numbers of the prompt.
    "01_fast_and_lasting 4": {
        14: lambda start, _, dummy, medication: start - medication,
        3: lambda start, _, dummy, medication: dummy - medication,
        13: lambda start, _, dummy, medication: dummy,
        -11: lambda start, _, dummy, medication: dummy - start,
    },
    "03_additive_effect 2": {
        70: lambda n, _, a, b, *__: a + b - n,
        73: lambda n, _, a, b, *__: 100 - (100 - a) * (100 - b) / 100,
        95: lambda n, _, a, b, *__: a + b,
        36: lambda n, _, a, b, *__: (100 - a) * (100 - b) / (100 - n),
    },
    "03_additive_effect 5": {
        90: lambda n, _, a, b, *__: a + b - n,
        75: lambda n, _, a, b, *__: 100 - (100 - a) * (100 - b) / (100 - n),
        60: lambda n, _, a, b, *__: odds_of_100(a / (100 - a) * b / (100 - b)),
        6: lambda n, _, a, b, *__: a / (100 - a) * b / (100 - b) / (n / (100 - n)),
    },
    "05_opening_the_door 1": {
        88: lambda *read: 100 - odds_of_100(read[5] ** ((read[6] - read[0]) / read[4])),
        13.7: lambda *read: 100 * read[5] ** 2,
        27: lambda *read: odds_of_100(read[5]),
    },
    "07_trust_and_staying_on 1": {
        120: lambda more, _, less, *__: 2 * more,
        15: lambda more, _, less, *__: more - less,
    },
    "07_trust_and_staying_on 4": {
        34: lambda _, a, b, c, *__: a - (100 - b) - (100 - c),
        64: lambda _, a, b, c, *__: a,
        78: lambda _, a, b, c, *__: (a + b + c) / 3,
    },
    "10_after_treatment_ends 2": {
        44: lambda *read: 100 - read[3],
        56: lambda *read: read[3],
        95: lambda *read: read[1] + read[3],
        -17: lambda *read: read[1] - read[3],
    },
    "11_coming_off 1": {
        12.5: lambda half, dose, *_: 100 * dose,
        10: lambda half, *_: 100 / (1 + half) / 8,
        50: lambda half, dose, *_: 100 * dose / half,
    },
    "09_what_therapy_teaches 1": {-80: lambda: 100 - 12 * 15, 0: lambda: 0, 85.8: lambda: 100 * (1 - 0.85**12)},
    "09_what_therapy_teaches 2": {
        95: lambda _, with_them, of, *__: of - with_them,
        82: lambda _, __, of, without, *___: of - without,
        72: lambda _, with_them, of, without, *__: of * (without - with_them) / without,
    },
    "12_who_benefits 2": {
        8: lambda much, little, right, of: much,
        5: lambda much, little, right, of: (much + little) / 2,
        6: lambda much, little, right, of: right / of * much,
        1.5: lambda much, little, right, of: (right * much + (of - right) * little) / of - (much + little) / 2,
    },
    "14_order_access_coordination 2": {
        41: lambda _, a, b, c, *__: c,
        56.3: lambda _, a, b, c, *__: (a + b + c) / 3,
        40.3: lambda _, a, b, c, *__: a * b / 100,
    },
    "14_order_access_coordination 3": {
        544: lambda every, week, offered, each, accept, full: every * each * accept / 100,
        800: lambda every, week, offered, each, accept, full: offered * each,
    },
    "16_how_would_we_know 2": {95: lambda trials, sure: sure, 0: lambda trials, sure: 0},
    "15_year_in_the_clinic 2": {480: lambda sessions, each: sessions, 5760: lambda sessions, each: sessions * each},
    "13_benefit_and_harm 2": {
        45: lambda two, of, one, *_: two,
        20: lambda two, of, one, *_: two - one,
        1.8: lambda two, of, one, *_: two / one,
        0.2: lambda two, of, one, *_: (two - one) / of,
    },
    "13_benefit_and_harm 3": {
        4: lambda two, of, one, *_: two - one,
        1.8: lambda two, of, one, *_: two / one,
        11.1: lambda two, of, one, *_: of / two,
    },
    "02_compared_with_what 2": {
        12: lambda start, week, waiting, dummy, therapy: start - therapy,
        4: lambda start, week, waiting, dummy, therapy: waiting - dummy,
        2: lambda start, week, waiting, dummy, therapy: dummy - therapy,
        -6: lambda start, week, waiting, dummy, therapy: therapy - waiting,
    },
    "02_compared_with_what 3": {
        42: lambda *read: read[4],
        24: lambda *read: read[4] - read[0],
        15: lambda *read: read[2] - read[0],
    },
}


@pytest.mark.parametrize("name", WRONG_WAYS)
def test_wrong_answers_are_those_of_the_wrong_ways(name):
    task = TASKS[name][1]
    given = {hint["given"] for hint in task["hints"]}
    assert given == set(WRONG_WAYS[name])
    for wrong, way in WRONG_WAYS[name].items():
        asked = said(task["prompt"]) if name != "09_what_therapy_teaches 1" else []
        assert way(*asked) == pytest.approx(wrong, abs=0.5 if wrong == round(wrong) else 0.06), wrong


HINTED = {
    # What the hint for a wrong answer must speak of, where no sum tells one hint from another.
    "01_fast_and_lasting 4": {14: "whole fall", 3: "added", 13: "are. How far", -11: "sign"},
    "03_additive_effect 2": {
        70: "adds the gains",
        73: "Divide by",
        95: "adds the two groups",
        36: "are left. How many",
    },
    "03_additive_effect 5": {90: "adds the gains", 75: "those left", 60: "Divide by", 6: "Those are the odds"},
    "04_bottom_up_top_down 2": {6: "In week 6", 4: "In week 4", 3: "Half of the time"},
    "05_opening_the_door 1": {88: "shut out", 13.7: "Those are the odds", 27: "five points beyond"},
    "05_opening_the_door 2": {7: "medication and a dummy pill", 64: "So many have they learned"},
    "06_plasticity_window 2": {
        28: "after 4",
        84: "Three times",
        93.1: "without the window",
        99.8: "learned with the window",
    },
    "06_plasticity_window 3": {14: "from week 0", 80: "So many have they learned", 0: "on the very day"},
    "07_trust_and_staying_on 1": {120: "if trust were the cause", 15: "That is the link"},
    "07_trust_and_staying_on 4": {34: "subtracts", 64: "weakest", 78: "average"},
    "10_after_treatment_ends 1": {52: "end of the year", 36: "start of treatment"},
    "10_after_treatment_ends 2": {44: "stayed well", 56: "everybody who fell ill", 95: "adds", -17: "turn the"},
    "11_coming_off 1": {12.5: "share of the dose", 10: "equal parts", 50: "divides by 0.25"},
    "08_finding_the_right_medication 2": {100: "adds", 30: "stay unwell", 25: "average"},
    "08_finding_the_right_medication 3": {70: "nobody leaving", 52.5: "off the result"},
    "09_what_therapy_teaches 1": {-80: "Twelve times", 0: "never", 85.8: "unlearned"},
    "09_what_therapy_teaches 2": {95: "with the sessions", 82: "without any sessions", 72: "share of relapses"},
    "12_who_benefits 2": {8: "always right", 5: "coin", 6: "forgets", 1.5: "adds to one treatment"},
    "14_order_access_coordination 2": {41: "last step", 56.3: "average", 40.3: "get a visit"},
    "14_order_access_coordination 3": {544: "not 100", 800: "all 50 accept"},
    "16_how_would_we_know 2": {95: "hold 0", 0: "misses the truth"},
    "15_year_in_the_clinic 2": {480: "These are the sessions", 5760: "multiplied"},
    "13_benefit_and_harm 2": {
        45: "improve on the medication",
        20: "how many more of 100 improve",
        1.8: "a ratio: 45",
        0.2: "share of people",
    },
    "13_benefit_and_harm 3": {4: "how many more of 100 stop", 1.8: "Nearly twice", 11.1: "also those who would stop"},
    "02_compared_with_what 2": {
        12: "fall in therapy",
        4: "dummy pill's lead over waiting",
        2: "Who waited",
        -6: "turn the",
    },
    "02_compared_with_what 3": {42: "improved in therapy", 24: "the lead over waiting", 15: "own lead over waiting"},
}


@of_kind("calculate")
def test_each_hint_speaks_of_its_own_mistake(name):
    task = TASKS[name][1]
    told = {hint["given"]: " ".join(hint["reply"].split()) for hint in task["hints"]}
    assert set(told) == set(HINTED[name])
    for given, word in HINTED[name].items():
        assert word in told[given], given
        assert sum(word in reply for reply in told.values()) == 1, word


@of_kind("calculate")
def test_a_wrong_answer_gets_its_own_hint_and_any_other_the_general_one(name):
    lesson, task = TASKS[name]
    question = lesson.task(int(name.rpartition(" ")[2]))
    for hint in task["hints"]:
        assert question.judge(hint["given"]) == (False, hint["reply"])
    assert question.judge(task["right"]) == (True, task["reply"])
    assert question.judge(987_654) == (False, task["hint"])


@of_kind("choose")
def test_the_right_option_is_the_one_that_is_told_so(name):
    task = TASKS[name][1]
    yes = [option for option, reply in task["replies"].items() if re.match(r"(Yes|Right)\b", reply.strip())]
    assert yes == [task["right"]]
    assert len({reply.strip() for reply in task["replies"].values()}) == len(task["replies"]) >= 3


@of_kind("calculate", "order")
def test_only_the_right_answer_is_told_so(name):
    task = TASKS[name][1]
    assert re.match(r"(Yes|Right)\b", task["reply"].strip())
    for reply in (task["hint"], *(hint["reply"] for hint in task.get("hints", ()))):
        assert not re.match(r"(Yes|Right)\b", reply.strip())


def test_orders_are_those_of_the_pictures():
    shown = settings("01_fast_and_lasting")[OPENING]
    arms = sorted(FOUR_PLANS, key=lambda arm: shown.at(f"{arm} (points)", 16))
    assert arms == TASKS["01_fast_and_lasting 2"][1]["right"]
    assert "week 16" in TASKS["01_fast_and_lasting 2"][1]["prompt"]
    house = settings("04_bottom_up_top_down")[OPENING].result
    halves = {
        f"{tool}, in {'the body' if level == 'body' else level}": house.half_week(tool, level)
        for tool, level in house.gains
        if tool != "both"
    }
    assert sorted(halves, key=halves.get) == TASKS["04_bottom_up_top_down 1"][1]["right"]
    lesson, task = TASKS["16_how_would_we_know 3"]
    asked = {"Both or a dummy pill?": f"both, {DUMMY}", "Both or medication alone?": "both, medication"}
    asked |= {"Both or therapy alone?": "both, therapy", "More than the sum?": "four"}
    opening = settings("16_how_would_we_know")[OPENING].values
    needed = {words: lesson.run(**{**opening, "compare": compare}).needed for words, compare in asked.items()}
    assert sorted(needed, key=needed.get) == task["right"]
    for name, (_, one) in TASKS.items():
        if one["kind"] == "order":
            assert (
                one["ends"]
                == {
                    "01_fast_and_lasting 2": ["lowest score: best", "highest score"],
                    "04_bottom_up_top_down 1": ["first", "last"],
                    "16_how_would_we_know 3": ["fewest people", "most people"],
                }[name]
            )


# --- the guess before play ---

GUESSED = {
    # What a guess stands for where its words hold no number.
    "04_bottom_up_top_down": [">100", "=100", "<100", "nan"],
    "05_opening_the_door": ["rises", "falls", "level", "peaks"],
    "07_trust_and_staying_on": {2: "=0", 3: "nan"},
    "08_finding_the_right_medication": {3: "=0"},
    "09_what_therapy_teaches": {1: "<4", 3: ">40"},
    "12_who_benefits": {0: ">50"},
    "13_benefit_and_harm": {3: "=1"},
    "14_order_access_coordination": {0: "=3", 1: "=12", 2: "=52", 3: "=0"},
    "16_how_would_we_know": {3: ">2000"},
    "15_year_in_the_clinic": {3: "=0"},
}
SHAPES = {
    "rises": lambda low, middle, high: low < middle < high,
    "falls": lambda low, middle, high: low > middle > high,
    "level": lambda low, middle, high: low == middle == high,
    "peaks": lambda low, middle, high: low < middle > high,
}


def stands_for(guess, meant):
    """Whether what a guess stands for is what its words mean."""
    if meant in SHAPES:
        return SHAPES[meant](*guess)
    if meant == "nan":
        return guess != guess
    if isinstance(guess, str):
        return guess == meant
    sign, value = re.match(r"([<>=]?)(.+)", meant).groups()
    return {"<": guess < float(value), ">": guess > float(value), "=": guess == float(value)}[sign]


@pytest.mark.parametrize("lesson", [lesson for lesson in LESSONS if "guesses" in lesson.asked], ids=key)
def test_a_guess_stands_for_what_it_says(lesson):
    kept = GUESSED.get(key(lesson), {})
    kept = dict(enumerate(kept)) if isinstance(kept, list) else kept
    for place, (option, guess) in enumerate(zip(lesson.asked["replies"], lesson.asked["guesses"], strict=True)):
        if place in kept:
            assert stands_for(guess, kept[place]), option
        else:
            stood = guess if isinstance(guess, list) else [guess]
            assert said(option)[: len(stood)] == stood, option


def test_the_three_sums_of_the_guess_in_lesson_03_are_worked_out_anew():
    asked = LESSONS[2].asked
    nothing, one, other = (share / 100 for share in said(asked["prompt"]) if share != 100)
    odds = one / (1 - one) * other / (1 - other) / (nothing / (1 - nothing))
    expected = [one + other - nothing, 1 - (1 - one) * (1 - other) / (1 - nothing), odds / (1 + odds), one + other]
    assert asked["guesses"] == [round(100 * share) for share in expected]
    assert re.search(r"24 \+ 31 \+ 36", next(iter(asked["replies"].values())))
    assert [round(100 * share) for share in (nothing, one - nothing, other - nothing)] == [24, 31, 36]


# --- what is said of the tasks above them ---

COUNTED = ("none", "one", "two", "three", "four", "five", "six", "seven")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "last")


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=key)
def test_as_many_tasks_are_announced_as_there_are_and_code_where_it_is_wanted(lesson):
    said = section(lesson.slug, "Check yourself").strip().split("\n\n")[0]
    for number in re.findall(r"^(\w+) (?:short )?tasks", said):
        assert COUNTED.index(number.lower()) == len(lesson.said_tasks), said
    kinds = [task["kind"] for task in lesson.said_tasks]
    code = [place for place, kind in enumerate(kinds) if kind == "code"]
    wanted = re.findall(rf"({'|'.join(ORDINALS)})\b(?! needs no)[^.,;]*code", said, re.IGNORECASE)
    places = [len(kinds) - 1 if word.lower() == "last" else ORDINALS.index(word.lower()) for word in wanted]
    assert places == code or (not code and "code" not in said.replace("No code is needed", "")), said
