"""What CONTRIBUTING says of habits, and the commands, files and tests that make it so."""

import re

import toolkit
from tests.meaning.lived import LESSONS, prose
from tests.meaning.quotes.grounds import SENT, also, has, holds, in_every_lesson, makes, there, written_in
from tests.meaning.quotes.index import both_sides_are_shown
from tests.meaning.quotes.pages_house import every_record_is_entered_twice
from tests.meaning.quoting import ROOT, quotes
from toolkit.model import parameters


def no_dose_is_told():
    """Whether no lesson speaks of milligrams."""
    return not any(re.search(r"\d ?mg\b|milligram", prose(lesson.slug)) for lesson in LESSONS)


def tags():
    return {each["tag"] for each in parameters().values()}


QUOTES = [
    *quotes(
        "contributing",
        (
            "```sh make lab # the lessons, as a learner sees them make quick # the fast tests, about a minute make test # "
            "everything, a browser included: about a quarter of an hour on two cores ``` `uvx pre-commit install`, if you "
            "like, has ruff look at each commit; `make api` writes pages about the package from its docstrings",
            makes("lab", "open the lessons in JupyterLab"),
            makes("quick", '-m "not slow"', "the fast tests only"),
            makes("test", "tests/browser/chromium.py", "-n 2", but=("not slow",)),
            has(".pre-commit-config.yaml", ".venv/bin/ruff check", ".venv/bin/ruff format"),
            makes("api", "publish.api", "from its docstrings"),
        ),
        (
            "Then read [toolkit/README.md](toolkit/README.md) (the house) and one lesson from top to bottom: its notebook, "
            "its TOML, its Python. `make` alone lists the other commands. [For people who know plotly and "
            "ipywidgets](notebooks/trainers/plotly_and_ipywidgets.ipynb) shows in ten minutes what an explorer offers to "
            "Python",
            also("house", "# The house, for owners"),
            has("Makefile", ".DEFAULT_GOAL := help"),
            also("doors", "# For people who know plotly and ipywidgets Ten minutes, for authors of courses"),
        ),
        (
            "`make quick` before each, `make test` before sharing. Warnings are errors",
            has("pyproject.toml", 'filterwarnings = ["error"]'),
        ),
        (
            "- A published figure enters through `toolkit/evidence/findings.json`, read in the source, with citation and "
            "caveat; never from memory; and a second time, by hand, in `tests/meaning/second_entry.toml`. Everything else "
            "is tagged teaching or fitted. If the model misses a figure, say so where the figure stands",
            holds(every_record_is_entered_twice),
            has("tests/meaning/second_entry.toml", "A figure is read in the source and entered here and there by hand"),
            holds(lambda: tags() == {"published", "fitted", "teaching"}),
        ),
        (
            "- Both sides. A claim gets its supporting and its qualifying studies, in the same picture. - Words are plain, "
            "warm and short; person first; no blame, no drama; no brand names, no milligrams, nothing about ways of "
            "self-harm",
            holds(both_sides_are_shown),
            holds(no_dose_is_told),
        ),
        (
            "- Words are held. What prose says of a study, of the model or of the project has a row in "
            "`tests/meaning/quotes`, which names its record, the setting that shows it or the file that makes it so; a "
            "study's mark has one under `[[studies]]` in the lesson's words. Change the words and the row together. "
            "What no row holds, records and messages in code too, is entered a second time, once it was read: where "
            "test_said.py names yours, `python -m tests.meaning.said 07` shows it beside what holds it and asks: read "
            "before you answer. `python -m tests.meaning.held` shows how much of all prose a quote holds, and `python -m "
            "tests.meaning.held 07` which sentences none does",
            has(
                "tests/meaning/said.py",
                "What no quote holds, entered a second time once it was read",
                "Nothing else writes the file, no other command answers",
            ),
            has(
                "tests/meaning/said.py",
                'MESSAGES = {"messages": "toolkit", "building": "publish", "button": "labextension"}',
            ),
            has(
                "tests/meaning/held.py",
                "How much of what is said is held by a quote: `python -m tests.meaning.held` prints it",
            ),
            has("tests/meaning/test_quotes.py", "held by nothing"),
        ),
        (
            "- Nothing leaves the learner's machine: no addresses, no fonts or scripts from elsewhere, no counting of "
            "visitors",
            holds(
                lambda: (
                    not any(
                        re.search(
                            rf"{SENT}|@font-face|@import|https?://",
                            written_in(file.relative_to(ROOT)).replace("http://www.w3.org", ""),
                        )
                        for kind in ("js", "css")
                        for file in (ROOT / "toolkit").rglob(f"*.{kind}")
                    )
                )
            ),
        ),
        (
            "- Tests can fail and say what broke: a closed form, an invariant, a mechanism switched off, another library's "
            "answer, a real browser (Chromium, and for one living page Firefox, where there is one). After a change of the "
            "living pages `make browsers` plays them all in Firefox and tries them in WebKit (Debian: `apt-get install "
            "firefox-esr webkit2gtk-driver xvfb`)",
            there("tests/model/test_closed_forms.py", "tests/model/test_switches.py"),
            has("tests/publish/test_firefox.py", "skipif(HERE is None", "play_whole(base, browser, LESSON)"),
            makes("browsers", "tests/publish/in_firefox.py", "tests/publish/in_webkit.py"),
            has("tests/publish/in_firefox.py", '"lesson", toolkit.lessons.ALL'),
            has("tests/browser/firefox.py", "apt-get install firefox-esr"),
            has("tests/browser/webkit.py", "apt-get install webkit2gtk-driver xvfb"),
        ),
        (
            "No timing in tests; speed is measured by `make bench`, as ratios within one run. - Numbers that move after a "
            "change of the model: `make baseline` says what moved and which verdicts on published figures have turned, and "
            "writes both down anew. Look at it, and raise the model's version in the same commit",
            makes("bench", "in one run"),
            makes("baseline", "which of the model's numbers and verdicts have moved, and write them down anew"),
            has(
                "tests/baseline.py",
                "The verdicts of the scoreboard (scored.py) are renewed with them",
                "raise toolkit/model/version.py if a result has changed",
            ),
        ),
        (
            "- Notebooks are committed run, without widget state, and run sheets as they would be written: `make copies` "
            "(or `make copies COPIES=02`) renews them and shows what changed in words. Read that: a stored copy is no test "
            "of what is meant",
            makes("copies", "tests.copies $(COPIES)", "show what changed in words"),
            has("tests/notebooks/refresh.py", "without widget state"),
            has("tests/publish/test_trainers.py", "def test_what_is_kept_is_what_would_be_written"),
            has("tests/slips.py", "A stored copy is no test of meaning"),
        ),
        (
            "- What users notice stands in [CHANGELOG.md](CHANGELOG.md), under Unreleased, in the same commit. A release "
            "gives that part a number and a date; the number stands in `pyproject.toml`, `toolkit/__init__.py` and "
            "`CITATION.cff` too (a test looks)",
            has("CHANGELOG.md", "## [Unreleased]", f"## [{toolkit.__version__}] - 20"),
            has("pyproject.toml", f'version = "{toolkit.__version__}"'),
            has("CITATION.cff", f"version: {toolkit.__version__}"),
            has("tests/launch/test_package.py", "def test_one_version_stands_in_every_place"),
        ),
        (
            "- Goals have tasks: a lesson's `goals` are what its notebook promises, and each task names its `goal`. A goal "
            "that no task asks for would have to be listed in `tests/meaning/test_goals.py` (none is); `test_promised.py` "
            "beside it names for each goal, and for each session of a run sheet, the words that serve it. Likewise "
            "`test_reasons.py` for each reason why the model misses a figure: which way it misses",
            has(
                "tests/meaning/test_goals.py",
                "Every goal of a lesson has a task that shows whether it is reached, every task serves a goal",
            ),
            has("tests/meaning/test_goals.py", "WITHOUT_A_TASK = { # Known gaps", "leaves the list. }"),
            has("tests/meaning/test_promised.py", "PROMISED = {", "lesson, goal:"),
            has("tests/meaning/test_reasons.py", "said the way round in which it misses it"),
            in_every_lesson("## You will be able to"),
        ),
        (
            "- A fault that was found becomes a slip in `tests/slips.toml`, with the test that sees it now: `make slips`",
            makes("slips", "tests.slips"),
            has("tests/slips.py", "The slips stand in slips.toml", "each with the test that should catch it"),
        ),
        (
            "`pyproject.toml` has the wide bounds, `requirements.txt` the exact versions everything is tested with (`make "
            "lock`; `make lock LOCK_FLAGS=--upgrade` moves them)",
            has(
                "pyproject.toml",
                "Wide bounds here",
                "the exact versions everything is tested with are in requirements.txt (`make lock`)",
            ),
            makes("lock", "LOCK_FLAGS=--upgrade moves every pin", "-o requirements.txt"),
        ),
        (
            "Open the record in `findings.json` and the source side by side. Correct the record and its second entry, not "
            "the lesson: charts and scoreboard follow, and `make test` names the prose that does not",
            holds(every_record_is_entered_twice),
            has("toolkit/lessons/studies.py", "study_figures"),
        ),
    ),
]
