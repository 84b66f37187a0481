"""Questions and tasks meet answers of every kind: each gets a short reply, or is told what is expected. Nothing breaks."""

import pytest

import toolkit
from tests.meaning.lived import for_each
from toolkit.explore import Code, Matrix, Sketch

HOSTILE = {
    "nothing": "",
    "spaces": "   ",
    "huge text": "x" * 10_000,
    "many figures": "9" * 10_000,
    "nan": "nan",
    "infinite": "inf",
    "not a number": float("nan"),
    "far out": 1e308,
    "tiny": "1e-308",
    "right to left": "ארבעים \u202e12",
    "doubled": "64 %64 %",
    "a formula": "=1+1",
    "markup": "<script>alert(1)</script>",
    "null": "\0",
    "lone half of a character": "\ud800",
    "a list": ["a", ["b"]],
    "numbers": [1.0, float("nan")],
    "a dict": {"a": {"b": ["c"]}},
    "a flat dict": {"a": 1},
    "bytes": b"12",
    "true": True,
    "an object": object(),
}
asked = [
    (f"{lesson.slug} {name}", make)
    for lesson in toolkit.lessons.ALL
    for name, make in [
        ("guess", lesson.predict),
        *((f"task{place + 1}", task) for place, task in enumerate(lesson.tasks)),
    ]
]
pieces = [
    ("matrix", lambda: Matrix("?", ["a"], {"yes": "●"}, {"row": "Said."}, {"view": {"row": {"a": "yes"}}})),
    (
        "sketch",
        lambda: Sketch("?", weeks=[0, 2], low=0, high=10, start=5, unit="points", curve=lambda result: result),
    ),
]


@for_each([*asked, *pieces], lambda named: named[0])
def test_any_answer_is_answered(named):
    question = named[1]()
    if isinstance(question, Code):
        for kind, given in HOSTILE.items():
            assert not question.right, kind
            assert question.hint in question.check(lambda *_, given=given: given)
        return
    for kind, given in HOSTILE.items():
        question.receive({"given": given})
        assert 0 < len(question.reply["words"]) < 1000, kind
        question.words.encode()


@for_each(asked, lambda named: named[0])
def test_the_question_still_works_after_a_hostile_answer(named):
    question = named[1]()
    if not isinstance(question, Code):
        question.receive({"given": ["?"]})
        assert not question.tries, "what cannot be read is no try"


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_every_likely_slip_gets_its_own_hint_and_another_number_the_common_one(lesson):
    for make, task in zip(lesson.tasks, lesson.said_tasks, strict=True):
        if task["kind"] != "calculate":
            continue
        question = make()
        slips = {hint["given"]: hint["reply"] for hint in task.get("hints", [])}
        for given, reply in [*slips.items(), (task["right"] + 1000, task["hint"]), (task["right"], task["reply"])]:
            question.receive({"given": str(given)})
            assert reply in question.reply["words"], (task["prompt"], given)
            assert question.reply["right"] == (given == task["right"])
