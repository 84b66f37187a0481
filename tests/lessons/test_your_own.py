"""The walk-through to a lesson of one's own does what it says: its files, taken as they stand, run outside the package."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbclient
import nbformat
import pytest

import toolkit

PAGE = (Path(toolkit.__file__).parent / "lessons" / "README.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(?P<name>[\w.]+)`[^`]*?:\n\n```(?:toml|python)\n(?P<text>.*?)```", re.DOTALL)
CELL = re.compile(r"```python notebook\n(.*?)```", re.DOTALL)


@pytest.fixture
def folder(tmp_path):
    """A course's folder with the files of the walk-through."""
    for block in NAMED.finditer(PAGE):
        (tmp_path / block["name"]).write_text(block["text"], encoding="utf-8")
    return tmp_path


def test_every_file_is_there(folder):
    names = {"one_more_session.toml", "one_more_session.py", "test_one_more_session.py"}
    assert {path.name for path in folder.iterdir()} == names


@pytest.mark.slow
def test_its_own_tests_pass(folder):
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        folder,
        folder,
    ]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "3 passed" in ran.stdout


@pytest.mark.slow
def test_its_notebook_runs_and_speaks(folder):
    cells = [nbformat.v4.new_code_cell(source) for source in CELL.findall(PAGE)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, resources={"metadata": {"path": folder}}).execute()
    said = [cell.outputs[0].data["text/plain"] for cell in notebook.cells]
    assert said[0].startswith("Eight sessions take some points off")
    assert re.match(r"8 sessions take \d\.\d points off the score in week 26\.", said[1])
    assert "questions answered so far" in said[3]


def test_its_python_and_its_guess_work_outside_the_package(folder, monkeypatch):
    monkeypatch.syspath_prepend(folder)
    from one_more_session import LESSON

    guess = LESSON.predict()
    explorer = LESSON.explorer(guess)
    guess.answer("Less than twice as many")
    assert "your guess" in [trace["name"] for trace in explorer.view["figure"]["data"]]
    explorer.set(learning=2.0)
    low, high = explorer.still["layout"]["yaxis"]["range"]
    for factor in LESSON.asked["guesses"]:
        assert low < LESSON.draw_guess(factor, explorer.result)[0]["y"][0] < high, "a guess lies off the picture"
    explorer.set(sessions=3)
    ran = {}
    exec(explorer.python, ran)  # noqa: S102 - what a learner would paste
    assert ran["explorer"].sentence == explorer.sentence
    assert {entry.parameter for entry in explorer.ledger()} == set(LESSON.behind)


def test_the_first_editions_names_still_work_and_say_the_new_ones(folder, monkeypatch):
    file = folder / "one_more_session.py"
    file.write_text(file.read_text().replace("draw_guess=guessed", "drawn=guessed"))
    monkeypatch.syspath_prepend(folder)
    sys.modules.pop("one_more_session", None)
    with pytest.warns(DeprecationWarning, match="drawn= is called draw_guess= now"):
        from one_more_session import LESSON, guessed
    assert LESSON.draw_guess is guessed
    sys.modules.pop("one_more_session", None)


def test_a_folder_is_a_lesson_too_and_its_functions_are_found_by_name(folder, monkeypatch):
    declared = (folder / "one_more_session.py").read_text().partition("LESSON =")[0]
    room = folder / "one_more"
    room.mkdir()
    (room / "__init__.py").write_text("from toolkit.lessons import Lesson\n\nLESSON = Lesson.read(__name__)\n")
    (room / "lesson.toml").write_text((folder / "one_more_session.toml").read_text())
    (room / "lesson.py").write_text(declared.replace("def guessed(", "def draw_guess("))
    monkeypatch.syspath_prepend(folder)
    from one_more import LESSON
    from one_more.lesson import draw_guess, model

    assert (LESSON.draw_guess, LESSON.model) == (draw_guess, model)
    assert LESSON.explorer().sentence.startswith("8 sessions take")
    assert "from one_more import LESSON" in LESSON.explorer().python


def test_a_wrong_word_in_the_file_of_words_is_named(folder, monkeypatch):
    file = folder / "one_more_session.toml"
    file.write_text(file.read_text().replace("[[presets]]", "[[pre_sets]]"))
    monkeypatch.syspath_prepend(folder)
    sys.modules.pop("one_more_session", None)
    with pytest.raises(ValueError, match=r"one_more_session\.toml: 'presets' is missing there, or unknown"):
        import one_more_session  # noqa: F401
    sys.modules.pop("one_more_session", None)


def test_a_lesson_of_ours_is_translated_by_copying_its_folder_and_changing_one_file(tmp_path, monkeypatch):
    room = tmp_path / "effetto_additivo"
    shutil.copytree(Path(toolkit.lessons.__file__).with_name("additive_effect"), room)
    words = room / "lesson.toml"
    said = words.read_text(encoding="utf-8").replace(
        'title = "The additive effect"', 'title = "L\u2019effetto additivo"'
    )
    words.write_text(said.replace("With both, {both} of 100 people improved", "Con entrambe, {both}"), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    from effetto_additivo import LESSON

    ours, theirs = toolkit.lessons.lesson(3).explorer(), LESSON.explorer()
    assert LESSON.title == "L\u2019effetto additivo"
    assert "Con entrambe," in theirs.sentence
    assert "Con entrambe," not in ours.sentence
    assert (theirs.code, theirs.python.partition("\n")[0]) == (ours.code, "from effetto_additivo import LESSON")
