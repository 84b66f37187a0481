"""What the owners' page says of the house, and the files, names and tests that make it so."""

import inspect
import re
import sys
import tomllib

import toolkit
from tests.launch.test_house import FLOORS, imported, sources
from tests.meaning.lived import LESSONS
from tests.meaning.quotes.grounds import also, filled, has, holds, makes, there, written_in
from tests.meaning.quotes.pages_readme import no_effect_is_of_both
from tests.meaning.quoting import ROOT, quotes
from toolkit.evidence import figures
from toolkit.explore import Beside, codes
from toolkit.lessons.collect import ROLES, WORKED_OUT
from toolkit.model import parameters
from toolkit.model.randomness import PANEL, stream

FOLDERS = sorted(path.parent for path in (ROOT / "toolkit" / "lessons").glob("*/lesson.toml"))


def knows(floor, *others):
    """A floor's files import these other floors and no more."""

    def hold():
        found = {name.split(".")[1] for file in sources(ROOT, floor) for name in imported(file) if "toolkit." in name}
        assert found & set(FLOORS) - {floor} == {*others}, found

    return hold


def every_room(name, *phrases):
    """That file of every lesson has these."""

    def hold():
        for folder in FOLDERS:
            has(f"toolkit/lessons/{folder.name}/{name}", *phrases)()

    return hold


def words_of_lessons_have(*tables):
    """Whether every lesson's file of words has these."""
    return all(
        {*tables} <= tomllib.loads((folder / "lesson.toml").read_text(encoding="utf-8")).keys() for folder in FOLDERS
    )


def the_latest_alone_is_sent():
    """Whether a move that comes while another flies takes the place of one that waits."""
    return 'moved ??= { ask: "set", values: {}' in written_in("toolkit/explore/controls.js")


def nothing_changes_before_all_is_computed():
    """Whether a lesson that fails after its run leaves picture, sentence and controls, says one line, and raises."""
    explorer = toolkit.lessons.lesson(3).explorer()
    before, explorer._sentence = (explorer.values, explorer.sentence, explorer.view["figure"]), broken
    try:
        explorer.receive({"ask": "set", "values": {"medication": 0.5}, "number": 1})
    except ZeroDivisionError:
        return before == (explorer.values, explorer.sentence, explorer.view["figure"]) and bool(explorer.view["error"])


def broken(_):
    return 1 / 0


def arrays_are_bytes():
    """Whether a picture's columns go to the page as bytes and its names as words."""
    drawn = toolkit.lessons.lesson(3).explorer().view["figure"]["data"]
    return any(
        isinstance(trace["y"], dict) and isinstance(trace["y"]["column"], bytes | memoryview) for trace in drawn
    ) and all(isinstance(trace["name"], str) for trace in drawn)


def the_week_moves_a_marker():
    """Whether a move of the week alone calls no run of the model."""
    lesson, asked = toolkit.lessons.lesson(3), []
    explorer = lesson.explorer()
    people = sys.modules[f"{lesson.module}.people"]
    simulate, people.simulate = people.simulate, lambda *_, **__: asked.append("asked")
    try:
        explorer.set(week=explorer.values["week"] - 3)
    finally:
        people.simulate = simulate
    return not asked


def a_code_is_of_its_lesson():
    """Whether the code of one lesson is refused in another, which says so."""
    first, second = (toolkit.lessons.lesson(number).explorer() for number in (1, 2))
    try:
        second.load(first.code)
    except ValueError as error:
        return str(error) == "This is a code of lesson 1; here is lesson 2."


def called_first(path, *names):
    """Whether a file's docstring begins with what is said of it."""
    return all(name in written_in(path)[:400] for name in names)


def doc(path, *names):
    return holds(lambda: called_first(path, *names))


def every_record_is_entered_twice():
    """Whether each record has a citation and a caveat, and stands in the second entry too."""
    second = tomllib.loads((ROOT / "tests" / "meaning" / "second_entry.toml").read_text(encoding="utf-8"))
    return all(found.citation and found.caveat and found.id in second for found in toolkit.findings())


def rows_have_no_numbers():
    """Whether a study's row names where its figures stand in a record, and whose they are, and no figure itself."""
    rows = [row for lesson in LESSONS for panel in lesson.study_panels or () for row in panel["rows"]]
    named = {name for row in rows for figure in row.get("figures", ()) for name in figure}
    where, whose = {"arm", "outcome", "week", "comparison", "measure", "counted"}, {"who", "how", "people", "bad"}
    sided = all("side" in row for row in rows if "finding" in row and "figures" not in row)
    return where <= named <= where | whose and sided


QUOTES = [
    *quotes(
        "house",
        (
            "What the toy says and leaves out stands in [model/MODEL.md](model/MODEL.md); how to add a lesson without "
            "touching the package, in [lessons/README.md](lessons/README.md); habits and commands in "
            "[CONTRIBUTING.md](../CONTRIBUTING.md)",
            there("toolkit/model/MODEL.md"),
            also("rooms", "You change nothing in the toolkit"),
            also("contributing", "## Habits"),
        ),
        (
            "| `model/` | who is treated, what is given, the equations, the run, the outcomes | numpy, nothing of ours | | "
            "`evidence/` | the published figures as data; the model fitted to a few and held beside the rest | model | | "
            "`explore/` | explorer, chart, controls, questions, ledger: Python for the thinking, a script for the page | "
            "evidence, model; no lesson | | `lessons/` | a folder for each lesson, all with the same role names; the "
            "index; what several lessons share | everything below |",
            knows("model"),
            knows("evidence", "model"),
            knows("explore", "evidence", "model"),
            knows("lessons", "model", "evidence", "explore"),
            there(
                "toolkit/model/cohort.py",
                "toolkit/model/plan.py",
                "toolkit/model/engine.py",
                "toolkit/model/simulate.py",
                "toolkit/model/survival.py",
            ),
            there("toolkit/evidence/findings.json", "toolkit/evidence/calibrate.py", "toolkit/evidence/scoreboard.py"),
            there(
                *(
                    f"toolkit/explore/{name}"
                    for name in (
                        "explorer.py",
                        "explorer.js",
                        "chart.js",
                        "controls.js",
                        "question.py",
                        "question.js",
                        "ledger.py",
                    )
                )
            ),
        ),
        (
            "Above them stands one command, `report.py`: a class's answer files as one page and one table",
            has("toolkit/report.py", "argparse.ArgumentParser", '.html").write_text', '.csv").write_text'),
            holds(
                lambda: (
                    [path.name for path in (ROOT / "toolkit").glob("*.py") if path.stem != "__init__"] == ["report.py"]
                )
            ),
        ),
        (
            "| `notebooks/` | the lessons as learners open them, `solutions/`, and `trainers/` with run sheets and "
            "handouts, which `make sheets` writes | | `publish/` | how they reach other people: app, pages, one file, "
            "site, hub ([publish/README.md](../publish/README.md)) |",
            there("notebooks/solutions", "notebooks/trainers/handouts"),
            makes("sheets", "publish.sheets", "run sheets and handouts anew"),
            there("publish/app", "publish/pages.py", "publish/one_file.py", "publish/site.py", "publish/hub"),
        ),
        (
            "| `tests/` | a folder for each of the floors and for `publish`, `notebooks` and `launch` (setting up, house, "
            "package); `browser` and `hosts` play in real ones, `play` makes random moves, `paper` runs the page's scripts "
            "without a browser, and `meaning` holds what words and numbers say |",
            there(
                *(
                    f"tests/{name}"
                    for name in (
                        *FLOORS,
                        "publish",
                        "notebooks",
                        "launch",
                        "browser",
                        "hosts",
                        "play",
                        "paper",
                        "meaning",
                    )
                )
            ),
            there("tests/launch/test_house.py", "tests/launch/test_package.py", "tests/launch/test_lock.py"),
            has("tests/play/test_play.py", "import random"),
            there("tests/paper/dom.mjs", "tests/paper/window.mjs"),
        ),
        (
            "| `benchmarks/` | how quick it is, beside the usual ways (`make bench`) | | `settings/`, `labextension/`, "
            "`binder/`, `.github/` | a quiet JupyterLab, its button Run this lesson, Binder's image, pictures and forms |",
            makes("bench", "how quick it is, beside the usual ways", "benchmarks"),
            has("settings/jupyter_lab_config.json", '"news_url": null'),
            has("labextension/run_lesson.json", '"title": "Run this lesson"'),
            there("binder/postBuild", ".github/explorer.png", ".github/ISSUE_TEMPLATE"),
        ),
        (
            "Imports run down these stairs only, and no two files need each other, not even for types (tests look). A file "
            "is one idea; there is no `utils`. Findings and lessons start slowly and are imported where they are asked "
            "for, so that `import toolkit` adds little to numpy",
            has("tests/launch/test_house.py", "def test_no_floor_looks_up"),
            has(
                "tests/launch/test_imports.py",
                "every import counts, also those inside functions and those for types alone",
            ),
            holds(lambda: not [*(ROOT / "toolkit").rglob("util*")]),
            has("toolkit/__init__.py", 'LATE = {"findings": "evidence", "finding": "evidence", "lessons": "lessons"}'),
            has(
                "toolkit/__init__.py",
                "from .model import",
                but=("import numpy", "from .evidence", "from .lessons", "from .explore"),
            ),
        ),
        (
            'The slider is the browser\'s own; `explore/controls.js` writes its value in words and sends `{{ask: "set", '
            "values: {{dose: 0.6}}}}`. While the kernel works, later moves overwrite each other: only the latest is sent "
            "next",
            has("toolkit/explore/controls.js", 'type: "range"', "aria-valuetext"),
            has(
                "toolkit/explore/controls.js",
                "if (answered < number && !silent) return",
                "queue.shift() ?? moved",
                "moved.values[name] = value",
            ),
            holds(the_latest_alone_is_sent),
        ),
        (
            "2. `Explorer.receive` checks the value against the control's range, and `Explorer._show` calls the lesson's "
            "`run` with every value, then its `chart`, `sentence` and ledger, before anything changes: a failure leaves "
            "the last picture, one friendly line, and raises",
            has(
                "toolkit/explore/explorer.py",
                "def receive(self, message)",
                'accepted(self.controls, message["values"])',
            ),
            has(
                "toolkit/explore/explorer.py",
                "def _show(",
                "self._run(**values)",
                "self._shown(result",
                "self._ledger(values)",
                "self.result, self._told",
            ),
            holds(nothing_changes_before_all_is_computed),
        ),
        (
            "3. The chart is plain data in plotly's form (`explore/picture.py`), valid as it is; arrays travel as bytes, "
            "words as words. No figure object is made",
            holds(arrays_are_bytes),
            has("toolkit/explore/picture.py", "def picture(", but=("import plotly", "graph_objects")),
        ),
        (
            "4. `explore/chart.js` (with `layout.js`, which makes it fit the page) puts in the page's own colours for "
            "those that stand for something, and redraws in place with plotly's script, which the kernel has handed over "
            "once for the whole page and which is never saved in a notebook. The sentence is written under the chart, "
            "where screen readers announce it; validation compares the same sentence",
            has("toolkit/explore/layout.js", "How a chart fits the page"),
            has("toolkit/explore/chart.js", "Plotly.react : Plotly.newPlot"),
            has("toolkit/explore/plotly.js", "the kernel hands it over once for all pictures"),
            has("toolkit/explore/page.py", 'message["ask"] == "plotly"', "buffers=[plotly_script()]"),
            has("toolkit/explore/explorer.js", 'className: "toolkit-status", role: "status"'),
            has("tests/publish/said.py", "sentence"),
        ),
        (
            "`explore/widget.js` is beneath every widget: it takes light or dark from what is behind it, shows the still "
            "where no kernel is, and has JupyterLab and Notebook write stills (`Widget.keep`) into a saved notebook where "
            "the widgets would be gone by the next day",
            has(
                "toolkit/explore/widget.js",
                "it takes light or dark from what is behind it, shows its still where no kernel is",
            ),
            has("toolkit/explore/page.py", '("widget.js", "plotly.js", *names)', "def keep(self)"),
        ),
        (
            "A second picture (`Beside`) listens to the explorer and draws from the same result. A veil (`Predict`, "
            "`Sketch`) keeps all of it back until a guess is made",
            holds(lambda: "explorer.observe(" in inspect.getsource(Beside) and ".result" in inspect.getsource(Beside)),
            has("toolkit/explore/explorer.py", "guess.observe(lambda _: guess.committed and self._unveil()"),
            has("toolkit/explore/explorer.py", "shown = {} if self._veiled else"),
        ),
        (
            "What a move costs the kernel, `python -m benchmarks.moves` tells lesson by lesson: it walks every control to "
            "values that it has not had, so that nothing kept answers for the run",
            has(
                "benchmarks/moves.py",
                "What a move to a new value costs the kernel",
                "a slider to a value that it has not had",
                "No setting comes twice",
            ),
        ),
        (
            "After each move the explorer asks its missions whether that has reached one (`explore/mission.py`; a "
            "condition is given a `Run`: values, result, pinned runs). Pinned runs and their lines (`pins.py`), answers "
            "and what became of missions are kept in `asked.py`, in the kernel and nowhere else: a cell that runs again "
            "finds them, and `answers.py` writes them into a file. `lab_notebook.py` is that part of an Explorer",
            has(
                "toolkit/explore/mission.py",
                "which the explorer checks after every move",
                "class Run(",
                "values: dict result: object pinned: tuple",
            ),
            has(
                "toolkit/explore/asked.py",
                "What has been asked in this kernel and what was made of it. Kept nowhere else",
            ),
            has("toolkit/explore/asked.py", "pinned = traitlets.Dict()", "what has been answered already stays"),
            has("toolkit/explore/lab_notebook.py", "The part of an Explorer that keeps runs and watches missions"),
            has("toolkit/explore/pins.py", "class Pins"),
            has("toolkit/explore/answers.py", "ASKED"),
        ),
        (
            "- plotly (`explore/figure.py`): `explorer.figure` and `LESSON.figure(…)` make a figure of the plain data when "
            "asked. A `chart` that returns a figure is taken apart and marked `as_is`: page, tables and files draw it, "
            "what needs our own form (stills, what is pinned) leaves it out",
            has(
                "toolkit/explore/figure.py",
                "The door to plotly",
                "def figure(chart)",
                "def as_chart(made)",
                '"as_is": True',
            ),
            has("tests/explore/test_doors.py", "what cannot lie beneath is left out", '"image/svg+xml" not in bundle'),
        ),
        (
            "- ipywidgets (`explore/params.py`): `explorer.params` has a trait for each control, whose setting is "
            "`explorer.set`; every move lets it follow, once all has changed. `LESSON.widgets()` makes ordinary widgets of "
            "the controls",
            has(
                "toolkit/explore/params.py",
                "The door to ipywidgets",
                "One validated trait for each control",
                "def follow(self, values)",
            ),
            has("toolkit/explore/explorer.py", "self.view = {", "self._params.follow(values)"),
            holds(lambda: [*LESSONS[2].widgets()] == [control.name for control in LESSONS[2].controls()]),
        ),
        (
            "A page's address (`?code=`, `?preset=`) is a message of the first explorer that is drawn there, `open`; "
            "`explore/page.js` reads it, in the app, on live pages and in the site alone",
            has(
                "toolkit/explore/page.js",
                'IN_APP = ["voila", "live"]',
                'IN_SITE = document.querySelector("[data-jupyter-lite-root]")',
            ),
            has(
                "toolkit/explore/page.js",
                "function takeAddress()",
                '["code", "preset"]',
                "ADDRESS.taken || !(IN_APP || IN_SITE)",
            ),
            has("toolkit/explore/explorer.py", '"open": lambda: self._open(message["code"], message["preset"])'),
        ),
        (
            "`evidence/findings.json` holds what was read, with caveat and citation; a schema checks every record. "
            "`unread` names parts of a citation that were not seen, `entry` how ill people were when a study began: where "
            'that is in Hamilton points, its trial of the toy begins there. `finding("…")` hands it out frozen',
            holds(every_record_is_entered_twice),
            has(
                "toolkit/evidence/findings.schema.json",
                '"unread"',
                "parts of the citation that were not seen in the source",
            ),
            has(
                "toolkit/evidence/trial.py", "def starting_changes(entry", '"condition.severity": entry.points / POINTS'
            ),
            has("toolkit/evidence/findings.py", "handed out as plain frozen objects", "frozen=True"),
        ),
        (
            "A lesson's studies take the number from there and nowhere else (a row of `[[studies]]` names record, arm, "
            "outcome, week), so that the mark, its interval, its citation in Sources and its tag in the ledger are one "
            "record; where only a direction was read, the lesson names the direction, not a number",
            holds(rows_have_no_numbers),
        ),
        (
            "Where a parameter was fitted, its `source` names the finding, and `python -m toolkit.evidence.calibrate` fits "
            "it again and sets fitted and not fitted figures apart; `python -m tests.crosscheck` fits to one random half "
            "and judges by the other. `evidence/trials.toml` says which trial the toy runs for which finding; `python -m "
            "toolkit.evidence.scoreboard` runs them all and keeps the misses",
            holds(
                lambda: all(
                    toolkit.finding(each["source"]) for each in parameters().values() if each["tag"] == "fitted"
                )
            ),
            has("toolkit/evidence/calibrate.py", "sets the few fitted parameters so that the toy meets their targets"),
            has("toolkit/evidence/scoreboard.py", '("used for fitting", True), ("not used for fitting", False)'),
            has("tests/crosscheck.py", "one random half of the figures and judges the other"),
            has("toolkit/evidence/trial.py", "Which trial is which stands in trials.toml"),
            holds(lambda: any(figure.outside for figure in figures())),
            holds(no_effect_is_of_both),
        ),
        (
            "- Chance in a run comes from `model/randomness.py`. Patients are drawn in panels of {}, each with streams of "
            "its own that depend on the seed, the purpose and the panel: not on plans, weeks, cohort size or who computes "
            "it. So every arm meets the same people with the same luck, and any number of workers gives the same bits",
            filled(lambda: f"{PANEL:,}"),
            holds(lambda: [*inspect.signature(stream).parameters][:3] == ["seed", "purpose", "panel"]),
            has("toolkit/model/randomness.py", "The only source of chance"),
            has(
                "tests/model/test_runs.py",
                "def test_order_and_number_of_arms_do_not_matter",
                "def test_number_and_kind_of_workers_do_not_matter",
            ),
            has("tests/model/test_runs.py", "def test_a_small_cohort_and_a_short_run_are_the_beginning_of_larger_ones"),
        ),
        (
            "What is drawn around a run (who is asked into a trial, drawing anew from them, the learners of lesson 09) has "
            "a generator of its own, made from a fixed number or the seed",
            has("toolkit/lessons/what_therapy_teaches/people.py", "np.random.default_rng([seed,"),
            has("toolkit/lessons/how_would_we_know/people.py", "np.random.default_rng(0)", "np.random.default_rng(1)"),
            holds(
                lambda: (
                    not any(
                        re.search(r"default_rng\(\)", file.read_text("utf-8"))
                        for file in (ROOT / "toolkit").rglob("*.py")
                    )
                )
            ),
        ),
        (
            "- Lives that a picture compares (the same people with more symptoms, trusting more, or with something hard in "
            "their way) run side by side, in one run (`model/side_by_side.py`): for a thousand people most of a run's time "
            "goes into calls of numpy, and one run makes no more of them",
            has(
                "toolkit/model/side_by_side.py",
                "The same people under several conditions, or with something hard in their way",
                "side by side in one run",
            ),
        ),
        (
            "- Time in a run moves in `model/engine.py`, by exact steps of a week (or a part of one); companions with "
            "another clock (`Exposure`, missed doses) keep theirs in their own file. The page's week scrubber moves a "
            "marker; it never simulates",
            has("toolkit/model/engine.py", "carried from week to week"),
            has("toolkit/model/exposure.py", "class Exposure"),
            has("toolkit/model/missed.py", "Day by day: what missed doses do"),
            holds(the_week_moves_a_marker),
        ),
        (
            "- Numbers of the model live in the dataclass fields of their mechanism: default, unit, range, words, tag, "
            "source. Validation, sliders, ledger and docs read that one place",
            holds(
                lambda: all(
                    [*each] == ["default", "unit", "range", "says", "tag", "source"] for each in parameters().values()
                )
            ),
            has(
                "toolkit/model/parameter.py",
                "One place for every number of the model",
                "Validation and sliders read it",
            ),
            has("toolkit/explore/ledger.py", "from toolkit.model import parameters"),
        ),
        (
            "A lesson is a folder `lessons/<name>/`, and every folder has the same roles: | file | what is in it | "
            "|---|---| | `lesson.toml` | words: title, hook, minutes, claims, controls, presets, missions, guess, tasks; "
            "study rows; sentences with slots | | `people.py` | who lives what: `model`, `run` and what it returns | | "
            "`chart.py` | the picture | | `lesson.py` | the rest: `sentence`, `table`, the guess, `conditions` of "
            "missions, cases of the code task, numbers of its own | | `studies.py` | only where the studies need a picture "
            "of their own | | `__init__.py` | `LESSON = Lesson.read(__name__)`, which collects these functions by name |",
            holds(
                lambda: (
                    len(FOLDERS) == len(LESSONS)
                    and words_of_lessons_have(
                        "title",
                        "hook",
                        "minutes",
                        "claims",
                        "controls",
                        "presets",
                        "missions",
                        "predict",
                        "tasks",
                        "says",
                    )
                )
            ),
            every_room("people.py", "def run("),
            every_room("chart.py", "def chart("),
            every_room("lesson.py", "def sentence("),
            every_room("lesson.py", "def table("),
            every_room("__init__.py", "LESSON = Lesson.read(__name__)"),
            holds(
                lambda: (
                    {*ROLES} == {"people", "chart", "studies", "lesson"}
                    and {"run", "chart", "sentence", "table", "model", "own", "conditions", "cases"} <= {*WORKED_OUT}
                )
            ),
            holds(
                lambda: all(
                    "studies_" in written_in(file.relative_to(ROOT))
                    for folder in FOLDERS
                    for file in folder.glob("studies.py")
                )
            ),
        ),
        (
            "The lessons of the course are found by the number in their `lesson.toml`; there is no list to keep. What a "
            "notebook shows beside the explorer is a file of its own in the folder: `jobs`, `history` (01: matrix and "
            "strip of dates), `prescriber` (08: the game), `report`, `mechanism` and its `worlds` (16: of one trial; what "
            "carries an effect)",
            has("toolkit/lessons/__init__.py", r'r"^number = (\d+)"', 'here.glob("*/lesson.toml")'),
            there("toolkit/lessons/fast_and_lasting/jobs.py", "toolkit/lessons/fast_and_lasting/history.py"),
            there("toolkit/lessons/finding_the_right_medication/prescriber.py"),
            there(*(f"toolkit/lessons/how_would_we_know/{name}.py" for name in ("report", "mechanism", "worlds"))),
            holds(
                lambda: (
                    {"fast_and_lasting", "finding_the_right_medication", "how_would_we_know"}
                    == {LESSONS[place].module.rpartition(".")[2] for place in (0, 7, 15)}
                )
            ),
        ),
        (
            "`lessons/lesson.py` is what every lesson is, `collect` finds its functions, `words` reads its file of words, "
            "`studies` turns study rows, which are data there, into picture and words (each figure is an "
            "`evidence.study_figures.StudyFigure`), `format` is how numbers are said, `stopping_trials` the trials of "
            "stopping that lesson 10 lives through",
            doc("toolkit/lessons/lesson.py", "What every lesson is"),
            doc("toolkit/lessons/collect.py", "found by name"),
            has("toolkit/lessons/words.py", "def read_words"),
            has("toolkit/lessons/studies.py", "def draw_studies", "def say_studies"),
            has("toolkit/lessons/studies.py", "study_figures"),
            holds(
                lambda: (
                    {
                        file.parent.name
                        for file in (ROOT / "toolkit" / "lessons").glob("*/*.py")
                        if "lessons.stopping_trials" in file.read_text("utf-8")
                    }
                    == {"after_treatment_ends"}
                )
            ),
            holds(lambda: LESSONS[9].module.endswith("after_treatment_ends")),
        ),
        (
            "The front page is made of `index` (lessons, ways, ideas), `front` (its picture of four lives) and `cards` (a "
            "small picture of each lesson, written by `make sheets`); `sheets` is what trainers need besides; `claims` and "
            "`misses` are the two pages that it leads to",
            has("toolkit/lessons/index.py", "def lessons(", "def "),
            has("notebooks/index.ipynb", "index.routes()"),
            has("notebooks/index.ipynb", "index.ideas()"),
            has("publish/sheets.py", "cards.draw_card"),
            has("notebooks/claims.ipynb", "claims.claims()"),
            has("notebooks/what_the_model_gets_wrong.ipynb", "misses.every_miss()"),
            also("index", "(claims.ipynb)", "(what_the_model_gets_wrong.ipynb)"),
        ),
        (
            "A lesson's number is in its scenario codes; a control added, taken away or given another range makes older "
            "codes void, and they then say so",
            holds(a_code_is_of_its_lesson),
            has(
                "toolkit/explore/codes.py",
                "a fingerprint of the lesson's controls",
                "This code was made by an earlier form of this lesson",
            ),
            holds(lambda: codes.lessons(LESSONS[8].explorer().code) == [9]),
        ),
        (
            "From 0.2 on: `toolkit.__all__`, `toolkit.model.__all__`, `toolkit.evidence.__all__`, "
            "`toolkit.explore.__all__` and `toolkit.lessons.__all__`, these names and their arguments. To change one: keep "
            "the old name for one minor version, let it warn (`DeprecationWarning`, naming the new one and the version in "
            "which the old one goes), say it in [CHANGELOG.md](../CHANGELOG.md), then take it away. The model has a "
            "version of its own (`model/version.py`): raise it when the same setting gives other numbers, and old scenario "
            "codes will say so instead of showing something else",
            holds(
                lambda: all(sys.modules[f"toolkit{part}"].__all__ for part in ("", *(f".{floor}" for floor in FLOORS)))
            ),
            has("tests/launch/test_house.py", "Names that are promised from 0.2 on"),
            has("toolkit/lessons/collect.py", "is called", "now;", "goes in 0.3", "DeprecationWarning"),
            has("toolkit/model/version.py", "raise it with any change that changes a result. Scenario codes carry it"),
            has("toolkit/explore/codes.py", "This code was made with version", "of the model; here is version"),
        ),
    ),
]
