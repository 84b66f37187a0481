"""What the walk-through to a lesson of one's own says, and what makes it so; its files have a test of their own."""

import inspect
import re
import tomllib

import toolkit
from tests.lessons.test_your_own import NAMED, PAGE
from tests.meaning.lived import LESSONS
from tests.meaning.quotes.grounds import also, has, holds, there, written_in
from tests.meaning.quotes.pages_house import FOLDERS, every_room, rows_have_no_numbers
from tests.meaning.quoting import quotes
from toolkit import explore
from toolkit.lessons import Lesson
from toolkit.lessons.collect import WORKED_OUT

FILES = {block["name"]: block["text"] for block in NAMED.finditer(PAGE)}
WORDS = tomllib.loads(FILES["one_more_session.toml"])
MISSIONS = [said for lesson in LESSONS for said in lesson.said_missions]


def explorers_have(*names):
    """Whether an explorer has these."""
    return all(hasattr(explore.Explorer, name) for name in names)


def every_answer_has_a_reply():
    """Whether the guess's options have replies, as many as there are guesses."""
    return len(WORDS["predict"]["replies"]) == len(WORDS["predict"]["guesses"]) and all(
        WORDS["predict"]["replies"].values()
    )


def in_vain():
    """Whether some missions have no recipe, and every one of those says something afterwards, as others do."""
    vain = [said for said in MISSIONS if not said.get("recipe")]
    return bool(vain) and all(said["reply"] for said in MISSIONS)


def steps():
    """What steps of recipes do."""
    return {name for said in MISSIONS for step in said.get("recipe", ()) for name in step}


def of_more_than_one_file():
    """Numbers of the lessons that have more than one file of words."""
    return [lesson.number for lesson in LESSONS if len([*folder_of(lesson).glob("*.toml")]) > 1]


def folder_of(lesson):
    [folder] = [folder for folder in FOLDERS if folder.name == lesson.module.rpartition(".")[2]]
    return folder


def a_value_left_out():
    """Whether a slider with a parameter and no value opens at the parameter's default."""
    from toolkit.model import parameters

    default = {name: each["default"] for name, each in parameters().items()}
    found = [
        (said, control)
        for lesson in LESSONS
        for said, control in zip(lesson.said_controls, lesson.controls(), strict=True)
        if said.get("parameter") and "value" not in said
    ]
    return bool(found) and all(abs(control.opening - default[said["parameter"]]) < 1e-9 for said, control in found)


def leads_back():
    """Whether an entry of the list of numbers names the control behind its parameter."""
    explorer = toolkit.lessons.lesson(3).explorer()
    moved = {control.parameter: name for name, control in explorer.controls.items() if control.parameter}
    named = {entry[-1] for entry in explorer.numbers}
    return bool(set(moved.values()) & named) and named <= {"", *explorer.controls}


QUOTES = [
    *quotes(
        "rooms",
        (
            "A lesson is two files of the same name: a file of words (TOML), with all that is said, asked and can be "
            "moved, and a Python file with the few functions that work out and draw. (Where it grows, make it a folder as "
            "the toolkit's own lessons are: words in `lesson.toml`, functions in `people.py`, `chart.py` and `lesson.py`, "
            "and `LESSON = Lesson.read(__name__)` in `__init__.py`, which finds them by name.) They can stand anywhere, "
            "beside your course's notebooks for example",
            holds(lambda: {"one_more_session.toml", "one_more_session.py"} < {*FILES}),
            holds(lambda: {"controls", "presets", "predict", "tasks"} < WORDS.keys()),
            every_room("__init__.py", "LESSON = Lesson.read(__name__)"),
            has(
                "tests/lessons/test_your_own.py",
                "run outside the package",
                "def test_a_folder_is_a_lesson_too_and_its_functions_are_found_by_name",
            ),
        ),
        (
            "You change nothing in the toolkit, and get what the toolkit's lessons have: a guess before play, presets, "
            "undo, pinning, scenario codes, a table to save, the list of numbers with their tags, tasks that answer back, "
            "keyboard and screen reader",
            holds(lambda: explorers_have("undo", "pin", "apply", "code", "table", "ledger", "csv")),
            has("tests/lessons/test_your_own.py", "guess = LESSON.predict()", "LESSON.explorer(guess)"),
        ),
        (
            "Then the controls, six at most in sight; presets that make one point each; a guess in which every answer gets "
            "a kind reply",
            holds(
                lambda: all(
                    sum(
                        not control.more and not isinstance(control, explore.Seed | explore.Week)
                        for control in lesson.controls()
                    )
                    <= 6
                    for lesson in LESSONS
                )
            ),
            holds(every_answer_has_a_reply),
        ),
        (
            'What learners will be able to do stands in `goals = ["…", "…"]`, as the notebook says it under You will '
            "be able to; `goal = 2` in a task names the one that it serves",
            holds(
                lambda: all(1 <= task["goal"] <= len(lesson.goals) for lesson in LESSONS for task in lesson.said_tasks)
            ),
            has("tests/meaning/test_goals.py", "## You will be able to", "== list(lesson.goals)"),
        ),
        (
            "Something to bring about is a mission: `[[missions]]` with `name`, `prompt`, `controls` (their labels), "
            '`hint`, `reply` (what it means, once reached) and `recipe`, steps such as `{{ preset = "A long course" }}`, '
            "`{{ set = {{ sessions = 12 }} }}` or `{{ pin = true }}`",
            holds(lambda: all({"name", "prompt", "controls", "hint", "reply"} <= said.keys() for said in MISSIONS)),
            holds(lambda: steps() == {"preset", "set", "pin"}),
            holds(
                lambda: all(
                    {*said["controls"]} <= {"Pin", *(each.label for each in lesson.controls())}
                    for lesson in LESSONS
                    for said in lesson.said_missions
                )
            ),
        ),
        (
            "The function that says whether it is reached stands in `conditions`, a dictionary by the mission's name, "
            "among the functions below; it is given a `toolkit.explore.Run`: `values`, `result` and the `pinned` runs. A "
            "mission without a recipe cannot be reached, and its reply says why. `core = true` puts it on the short way",
            holds(lambda: "conditions" in WORKED_OUT and explore.Run._fields == ("values", "result", "pinned")),
            holds(in_vain),
            has(
                "tests/lessons/test_missions.py",
                "and the impossible ones are",
                'if not lesson.said_missions[place].get("recipe")',
            ),
            holds(lambda: {said.get("core", False) for said in MISSIONS} == {True, False}),
        ),
        (
            "A guess can be a curve to draw instead: `[predict.sketch]` in place of `guesses`, with a `Sketch`'s weeks, "
            "range and start, and `sketched=` among the functions below; `fast_and_lasting/lesson.toml` has one",
            has("toolkit/lessons/fast_and_lasting/lesson.toml", "[predict.sketch]"),
            holds(
                lambda: (
                    "sketched" in WORKED_OUT and {"weeks", "start"} <= {*inspect.signature(explore.Sketch).parameters}
                )
            ),
        ),
        (
            "A control whose `parameter` is named leads from the list of numbers to the slider (What if this is wrong?). A "
            "value left out is that parameter's own default",
            holds(leads_back),
            has("toolkit/explore/ledger.js", "what if this is wrong?"),
            holds(a_value_left_out),
        ),
        (
            "`run` gets every control's value by name and returns whatever you like; `chart`, `sentence` and `table` are "
            "given that. Keep `run` to about 30 milliseconds of a processor: few people, and only what is shown kept "
            "(`keep=`, `keep_weeks=`)",
            has("toolkit/explore/explorer.py", "result = self._run(**values)", "sentence = self._sentence(result)"),
            holds(lambda: {"keep", "keep_weeks"} <= {*inspect.signature(toolkit.simulate).parameters}),
            also("readme", "A move costs about 30 ms of a processor in its learner's kernel, most of it the model's"),
        ),
        (
            "`chart` may return a plotly figure instead. That, and how controls link to ipywidgets, is shown in [For "
            "people who know plotly and ipywidgets](../../notebooks/trainers/plotly_and_ipywidgets.ipynb)",
            also(
                "doors", "The `chart` of a lesson may return a plotly figure", "So a slider of your own can be linked"
            ),
        ),
        (
            "To show them beside the toy, give a title `studies` under `[pictures]`, and rows that name a record of the "
            "toolkit, what it is about, and where in the record the figure stands; `toy` names what of your result is held "
            "beside it, such as a property or a method with its arguments",
            holds(lambda: all("studies" in lesson.pictures for lesson in LESSONS if lesson.study_panels)),
            holds(rows_have_no_numbers),
            has("toolkit/lessons/studies.py", "toy"),
        ),
        (
            "`toolkit/lessons/studies.py` says what else a row can hold. For a picture of your own give `studies_chart` "
            'and `studies_sentence`, which get the same result; `toolkit.finding("cuijpers2014_adding")` hands out the '
            "toolkit's own findings with their caveats",
            there("toolkit/lessons/studies.py"),
            holds(lambda: {"studies_chart", "studies_sentence"} <= {*WORKED_OUT}),
            holds(lambda: bool(toolkit.finding("cuijpers2014_adding").caveat)),
        ),
        (
            "Copy a lesson's folder into your course under another name, such as `additive_effect` to `effetto_additivo`, "
            "and translate one file in it, `lesson.toml`",
            has(
                "tests/lessons/test_your_own.py",
                "translated_by_copying_its_folder_and_changing_one_file",
                'tmp_path / "effetto_additivo"',
                'with_name("additive_effect")',
            ),
        ),
        (
            "what the program goes by stays as it is: ids, numbers, `name` of a control, `kind`, `parameter`, `finding` "
            "and what a row reads there (`arm`, `outcome`, `toy`), and `{{slots}}`. What stands twice, such as a right "
            "answer and its reply, is translated alike. (01 and 16 have more TOML files.) A notebook of yours then begins "
            "with `from effetto_additivo import LESSON`",
            holds(
                lambda: all(
                    task["right"] in task["replies"]
                    for lesson in LESSONS
                    for task in lesson.said_tasks
                    if task["kind"] == "choose"
                )
            ),
            holds(lambda: of_more_than_one_file() == [1, 16]),
            has("tests/lessons/test_your_own.py", '"from effetto_additivo import LESSON"'),
        ),
        (
            "In a lesson that you write, put sentences under `[says]`, with named slots, and let Python fill them. "
            "`tests/meaning/test_pseudo.py` shows every lesson in doubled words. What it still finds in Python is listed "
            "in `pseudo_gaps.toml` beside it: names of groups and of authors, mostly, and a word such as published or week "
            "that several lessons share. The buttons around a picture (Undo, Pin, …) speak English too",
            has("toolkit/lessons/words.py", "no sentence {name!r} under [says]"),
            has("tests/meaning/pseudo_gaps.toml", "Words that lessons still show from Python"),
            holds(
                lambda: (
                    '"published"' in written_in("tests/meaning/pseudo_gaps.toml")
                    and '"week"' in written_in("tests/meaning/pseudo_gaps.toml")
                )
            ),
            has("toolkit/explore/explorer.js", 'button("Pin"', 'button("Undo"'),
        ),
        (
            "one for play, one for a task, and one that saves the answers for you: ## 4 · A test (5 minutes) Say what the "
            "lesson claims, and let it fail when the toy no longer shows it. `python -m pytest` in the folder runs this "
            "`test_one_more_session.py`",
            holds(lambda: re.findall(r"^LESSON\.(\w+)\(", PAGE, re.MULTILINE) == ["explorer", "task", "answers"]),
            holds(lambda: "test_one_more_session.py" in FILES and hasattr(Lesson, "answers")),
        ),
        (
            "Hand the four files to your students; they need the toolkit installed and nothing else",
            holds(lambda: len(FILES) + len(["the notebook"]) == 4),
            holds(
                lambda: (
                    {*re.findall(r"^(?:from|import) (\w+)", FILES["one_more_session.py"], re.MULTILINE)} == {"toolkit"}
                )
            ),
        ),
    ),
]
