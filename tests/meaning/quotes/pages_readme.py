"""What the README says of the project, and the files, commands and words that make it so."""

import contextlib
import io
import re
import tempfile
from pathlib import Path

from tests.meaning.lived import LESSONS, prose
from tests.meaning.quotes.grounds import (
    SENT,
    also,
    button,
    filled,
    has,
    holds,
    in_every_lesson,
    makes,
    targets,
    there,
    written_in,
)
from tests.meaning.quotes.index import both_sides_are_shown
from tests.meaning.quoting import PAGES, ROOT, quotes, text
from toolkit import report
from toolkit.explore import Slider
from toolkit.explore.page import script
from toolkit.lessons.misses import board
from toolkit.lessons.sheets import present
from toolkit.model import parameters

COUNTS = {"five": 5, "seven": 7, "sixteen": 16, "twenty": 20, "thirty": 30, "fifty": 50, "sixty": 60, "eighty": 80}


def has_in_order(*parts):
    """Whether every lesson's notebook has these headings, in this order."""
    places = [[prose(lesson.slug).index(f"## {part}") for part in parts] for lesson in LESSONS]
    return all(found == sorted(found) for found in places)


def nothing_is_sent():
    """Whether no script of an explorer could send anything, and JupyterLab asks for no news."""
    scripts = (ROOT / "toolkit" / "explore").glob("*.js")
    return not any(re.search(SENT, file.read_text(encoding="utf-8")) for file in scripts)


def one_year_four_times():
    """Whether the first lesson's picture has a line for each of four lives, and goes through a year."""
    drawn = {trace["name"]: trace["x"] for trace in LESSONS[0].explorer().still["data"]}
    lives = ("dummy pill with visits", "medication", "therapy", "both")
    return all(max(drawn[life]) == 52 for life in lives)


def lessons_row(lesson):
    """A row of the table, made of the lesson."""
    slots = (lambda: f"{lesson.number:02d}", lambda: lesson.title, lambda: lesson.slug, lambda: lesson.hook)
    minutes = (lambda: lesson.core, lambda: lesson.minutes)
    return "| {} | [{}](notebooks/{}.ipynb) | {} | {} · {} |", *map(filled, (*slots, *minutes))


def ways():
    """The table of ways to use it."""
    return text("readme").partition("## Seven ways to use it ")[2].partition(" How to put each")[0]


def report_of(*names):
    """What the report says and writes about a folder with files of these names that nobody can read."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as said:
        for name in names:
            (Path(folder) / name).write_text("no answers", encoding="utf-8")
        report.main([folder])
        return said.getvalue(), sorted(path.name for path in Path(folder).iterdir() if path.name not in names)


def report_names_what_it_cannot_read():
    said, made = report_of("mine.csv", "yours.csv")
    return made == ["class-report.csv", "class-report.html"] and "mine.csv" in said and "yours.csv" in said


def presented():
    """Whether the presenter's stops come in the order that is told, the room's tally with the guess."""
    kinds = [stop["kind"] for stop in present().stops]
    points = kinds.count("picture")
    return kinds == ["cover", "guess", *["picture"] * points, "studies", "task", "answer", "home"]


def every_sheet(*phrases):
    """Every run sheet has each of these."""

    def hold():
        for lesson in LESSONS:
            has(f"notebooks/trainers/{lesson.slug}.md", *phrases)()

    return hold


def question_in_front():
    """Whether of a handout's two pages the first has the question and the second all that was found."""
    for lesson in LESSONS:
        first, behind = written_in(f"notebooks/trainers/handouts/{lesson.slug}.html").split('<section class="behind">')
        assert "<h2>Guess first</h2>" in first
        assert "What studies found" in behind
        assert "What studies found" not in first
        assert ".behind { break-before: page; }" in first
    return True


def moves_fill_two_processors():
    """Whether two processors' milliseconds, by what a move costs in kernel and server, are as many moves as is said."""
    kernel, least, most, low, high = re.search(
        r"costs about (\d+) ms of a processor in its learner's kernel, most of it the model's, and (\d) to (\d) ms in the server: "
        r"two processors are full at (\w+) to (\w+) moves a second",
        text("readme"),
    ).groups()
    few, many = (2000 / (int(kernel) + int(server)) for server in (most, least))
    return COUNTS[low] <= few < many <= COUNTS[high]


def a_learner_needs():
    """MB of a learner's server and of a kernel, as the hub's page has them."""
    server, kernel = re.search(
        r"server held about (\d+) MB and one lesson's kernel about (\d+) MB", text("hub")
    ).groups()
    return int(server) + int(kernel)


def verdicts(name, fitted=False):
    """How many figures have that verdict."""
    return sum(row["verdict"] == name for figure, row in board() if bool(figure.fits) == fitted)


def missed_for(*reasons):
    """Some figures are missed for each reason, and none without one."""

    def hold():
        given = [figure.outside for figure, row in board() if row["verdict"] == "outside"]
        assert all(given)
        assert [reason for reason in reasons if not any(reason in why for why in given)] == []

    return hold


def no_effect_is_of_both():
    """Whether the figures that were fitted hold both treatments together only for who leaves."""
    of_both = [figure for figure, _ in board() if figure.fits and "both" in (figure.arm, figure.versus)]
    return {figure.counted for figure in of_both} <= {"stopped the drug"}


def variants():
    """How many other structures MODEL.md tells of: those of the table's kinds, and those on a rougher board."""
    told = text("model").partition("19. What else was tried")[2]
    assert "Forty-five variants of its structure" in told
    assert "Two more were measured on a rougher board" in told
    return 45 + 2


def nine_sentences_in_ten_are_held():
    """Whether a test asks that of lessons, run sheets and what stands beside them."""
    pattern = r'\("(?:notebooks|words|sheets|the rest)", "sentences"\): (0\.\d+)'
    asked = re.findall(pattern, written_in("tests/meaning/test_quotes.py"))
    return len(asked) == 4 and min(map(float, asked)) >= 0.9


def tags():
    return [each["tag"] for each in parameters().values()]


def thirty_minutes():
    """Whether the steps to a lesson of one's own take half an hour together."""
    return sum(map(int, re.findall(r"## \d · [\w ]+ \((\d+) minutes\)", text("rooms")))) == 30


QUOTES = [
    *quotes(
        "readme",
        (
            "Sixteen lessons in Jupyter notebooks. In each you guess first, then move a slider, and see what two "
            "treatments do to each other: when they add up, when one opens the door for the other, and when they do not. "
            "Beside the model stand the figures that studies found, for and against",
            holds(lambda: len(LESSONS) == COUNTS["sixteen"]),
            holds(lambda: has_in_order("Predict", "Play", "What studies found")),
            holds(lambda: all(any(isinstance(one, Slider) for one in lesson.controls()) for lesson in LESSONS)),
            holds(lambda: {"The additive effect", "Opening the door"} <= {lesson.title for lesson in LESSONS}),
            holds(both_sides_are_shown),
        ),
        (
            "The first lesson's explorer: sliders on the left, on the right one year lived four times, with a dummy pill, "
            "medication, therapy and both, and below it the same in a sentence",
            has("tests/browser/portrait.py", "LESSON = toolkit.lessons.lesson(1)", "LESSON.pictures"),
            holds(one_year_four_times),
        ),
        (
            "A teaching toy, not advice. Its patients are invented and its numbers are group numbers of a model, so it "
            "cannot tell what is right for you or for anyone in your care. It is no calculator, no forecast and no review "
            "of the literature, and it says on the page where it is wrong. Nobody should stop or change a medication "
            "without the person who prescribed it. If you or someone near you is in danger, call your local emergency "
            "number; [findahelpline.com](https://findahelpline.com) lists helplines by country",
            in_every_lesson("This is a teaching toy, not advice. It speaks about groups, never about one person"),
            in_every_lesson("talk to the person who prescribed it. If you need help now: your local emergency number"),
            in_every_lesson("[findahelpline.com](https://findahelpline.com), which lists helplines by country"),
            in_every_lesson("## Where this breaks"),
        ),
        (
            "You need Python 3.11 or newer and `make`. In this folder: ```sh make lab # sets everything up the first time, "
            "and opens the lessons make test # sets up what the tests need, a browser included, and runs them all ```",
            has("pyproject.toml", 'requires-python = ">=3.11"'),
            makes("lab", ".venv/.lab", "jupyter-lab", "root_dir=notebooks", "default_url=/lab/tree/index.ipynb"),
            makes("test", ".venv/.test", "tests/browser/chromium.py", "pytest", but=("not slow", "--ignore")),
        ),
        (
            "In a lesson, press Run this lesson at the left of the toolbar: it waits until Python is ready, then runs "
            "every cell. Notebook 7 has the same button; elsewhere it is Run ▸ Run All Cells, once the page says that "
            "Python is idle. Where cells still show [\\] after a minute: Kernel ▸ Restart Kernel, then press it again",
            button,
            has("labextension/run_lesson.json", '"Notebook": [{ "name": "run-lesson"', '"rank": 1 }]'),
            has(
                "labextension/run_lesson.js",
                "await becomeIdle(panel.sessionContext)",
                "NotebookActions.runCells(panel.content",
            ),
            has("labextension/package.json", "in the toolbar of JupyterLab and Notebook 7"),
            in_every_lesson(
                "Run All Cells). Where cells still show [] after a minute, Kernel ▸ Restart Kernel, then press it again"
            ),
        ),
        (
            "The lessons need no internet once they are set up, and send nothing anywhere",
            holds(nothing_is_sent),
            has(
                "settings/jupyter_lab_config.json",
                '"news_url": null',
                "NeverCheckForUpdate",
                '"extension_manager": "readonly"',
            ),
            every_sheet("Nothing here needs the network once it is set up"),
        ),
        (
            "Just look, and install nothing: the Binder badge above opens the lessons on a server that is lent to you for "
            "an hour or so. Or let somebody who has the toolkit run `make pages` and give you the folder or its address: "
            "the whole course as pages, for a phone too",
            holds(
                lambda: (
                    text("readme").index("badge_logo.svg)][binder]") < text("readme").index("the Binder badge above")
                )
            ),
            has("publish/pages.py", "for lesson in toolkit.lessons.ALL: found[lesson.slug]"),
            makes("pages", "publish.pages", "dist/pages", "to read from a stick, alive on any web server"),
        ),
        (
            "Without make, each of these does the same as `make lab`: uv ```sh uv run --no-project --with-requirements "
            "requirements.txt --with-editable . jupyter lab notebooks/index.ipynb ``` Windows",
            has("requirements.txt", "jupyterlab=="),
            makes(".venv/.lab", "requirements.txt", "-e '.[lab]'"),
            there("notebooks/index.ipynb"),
        ),
        (
            "conda ```sh conda env create -f environment.yml conda activate medication-psychotherapy-toolkit jupyter lab "
            "notebooks/index.ipynb ```",
            has("environment.yml", "name: medication-psychotherapy-toolkit", "-r requirements.txt", "-e .[lab]"),
        ),
        (
            "Elsewhere: only Python's side is needed there (`pip install .`), ipywidgets 7.7 or 8. Colab itself was not "
            "tried; with its versions (ipywidgets 7.7.1, ipykernel 6.17.1) the classic notebook plays lesson 03 whole",
            has(
                "pyproject.toml",
                'dependencies = [ "anywidget',
                '"ipywidgets>=7.7,<9"',
                "[project.optional-dependencies]",
            ),
            has("tests/hosts/environments.py", 'COLAB = ["ipywidgets==7.7.1", "ipykernel==6.17.1", "notebook==6.'),
            has("tests/browser/test_pressed_at_once.py", 'LESSON = "03_additive_effect.ipynb"'),
        ),
        (
            "Each begins with a guess, has an explorer whose presets each have one point, shows what studies found for and "
            "against beside the toy, says where the toy breaks, and asks tasks that answer back",
            holds(lambda: has_in_order("Predict", "Play", "What studies found", "Where this breaks", "Check yourself")),
            holds(lambda: all(preset.says for lesson in LESSONS for preset in lesson.presets)),
            holds(both_sides_are_shown),
            holds(
                lambda: all(
                    task.get("replies") or task.get("hints") or task.get("reply") or task["kind"] == "code"
                    for lesson in LESSONS
                    for task in lesson.said_tasks
                )
            ),
        ),
        *map(lessons_row, LESSONS),
        (
            "## Seven ways to use it | | for | begins with | |---|---|---| | JupyterLab, here | students, and everybody "
            "who wants to see the code | `make lab` | | Binder | a reader who installs nothing | the badge above | | "
            "[App](publish/README.md#as-an-app) | an audience: no code, big type | `make app` | | [Live "
            "pages](publish/README.md#as-pages) | learners, on a phone too: a link, and nothing to install | `make pages` "
            "| | [One file](publish/README.md#as-pages) | a stick, an e-mail, a course platform; it lives without a "
            "network | `make file` | | [JupyterLab in the browser](publish/README.md#in-the-browser-alone) | people who "
            "want to write notebooks there | `make site` | | A class | many learners at once | [publish/hub](publish/hub) "
            "| How to put each of them before other people, and what to expect, is told in [publish](publish/README.md)",
            holds(lambda: ways().partition("|---|---|---|")[2].count("| |") == COUNTS["seven"] - 1),
            makes("lab", "open the lessons in JupyterLab"),
            makes("app", "serve the lessons as pages without code, for an audience"),
            makes("pages", "alive on any web server"),
            makes("file", "one file that lives without a network"),
            makes("site", "for the browser alone", "no Python there"),
            also(
                "publish",
                "## As an app",
                "## In the browser alone",
                "## As pages",
                "One file: `make file",
                "[hub](hub/README.md)",
            ),
            also("publish", "What to expect"),
        ),
        (
            "[notebooks/trainers](notebooks/trainers) goes in five steps: choose a lesson, do it once, print, open the "
            "presenter, go",
            also(
                "trainers",
                "## A session in five steps 1. Choose a lesson",
                "2. Do it once yourself",
                "3. Print the lesson's",
            ),
            also("trainers", "4. Open the [presenter's page]", "5. Go. Begin with"),
            holds(lambda: "6." not in text("trainers").partition("5. Go.")[2].partition("##")[0]),
        ),
        (
            "It has a presenter's page (full screen, by remote or keyboard: the guess with the room's tally before any "
            "picture, the points, two studies, a task with its answer, the line to take home; your own notes in a second "
            "window)",
            holds(presented),
            has(
                "toolkit/explore/presenter.js",
                'FORTH = ["PageDown"',
                "requestFullscreen",
                'view.kind === "guess") return [...lines, tallyForm',
            ),
            has("toolkit/explore/presenter.js", 'notes = window.open("", "toolkit-notes"'),
        ),
        (
            ", a run sheet for every lesson (20, 45, 90 minutes by the clock, with what is on the screen, what to ask, "
            "what people may say, and what to do when the network is dead), and a handout of two pages, the question in "
            "front. `make sheets` writes sheets and handouts anew",
            every_sheet(
                "## In 20 minutes", "## In 45 minutes", "## In 90 minutes", "## What people may say", "*On the screen:*"
            ),
            every_sheet("*Ask:*", "## When the network is dead"),
            holds(question_in_front),
            makes("sheets", "publish.sheets", "run sheets and handouts anew"),
        ),
        (
            "What learners hand in becomes one page and one table: `.venv/bin/python -m toolkit.report FOLDER` reads the "
            "files of Save my answers in a folder, and names those that it cannot read",
            holds(report_names_what_it_cannot_read),
            holds(lambda: '"Save my answers"' in script("answers.js")),
        ),
        (
            "[publish/hub](publish/hub) has values for a JupyterHub and what may go wrong. `python -m "
            "benchmarks.classroom` lets learners in, in groups, over real websockets; all run lesson 03 and then move a "
            "slider about once a second",
            there("publish/hub/values.yaml"),
            also("hub", "## What may go wrong"),
            has(
                "benchmarks/classroom.py",
                'LESSON = "03_',
                "GROUPS = (20, 40, 60, 80)",
                "websockets.connect",
                "uniform(0.5, 1.5)",
            ),
        ),
        (
            "Twenty come at once, which is why a lesson takes so long to be ready",
            has("benchmarks/classroom.py", "GROUPS = (20, 40, 60, 80)"),
        ),
        (
            "A move costs about 30 ms of a processor in its learner's kernel, most of it the model's, and 5 to 7 ms in the "
            "server: two processors are full at fifty to sixty moves a second. On a machine that has other work it is fewer",
            holds(moves_fill_two_processors),
            also("rooms", "Keep `run` to about 30 milliseconds of a processor"),
        ),
        (
            "With the machine to itself, a lesson in the app is there after 4 to 5 seconds; from kernels started ahead "
            "(`READY=…`) at once",
            makes("app", "--preheat_kernel=True", '"$(READY)": {"pool_size": 10}'),
        ),
        (
            "In a hub every learner has a server as well: reckon {} MB each",
            filled(a_learner_needs),
            has("publish/hub/values.yaml", "server and kernels need about 260 MB (README.md)"),
        ),
        (
            "When a kernel ends in mid-move the page says so and keeps what it showed; loading it again (in JupyterLab: "
            "Run this lesson) goes on",
            holds(
                lambda: (
                    'IN_APP ? "load the page again" : "run this cell again, or all by Run this lesson"'
                    in script("page.js")
                )
            ),
            has("toolkit/explore/explorer.js", "write(error, SILENT)"),
        ),
        (
            "- The equations against closed forms, invariants, other libraries and negative controls: switch a mechanism "
            "off, and its effect must vanish ([the model in words](toolkit/model/MODEL.md))",
            has(
                "tests/model/test_closed_forms.py",
                "test_superposition_breaks_when_an_interaction_is_on",
                "ordinary_differential_equation",
            ),
            has("tests/model/test_switches.py", "def test_what_is_off_changes_no_bit"),
            has("tests/model/test_estimates.py", "lifelines"),
        ),
        (
            "- The figures: `python -m toolkit.evidence.scoreboard` lets the toy run every trial it can speak to, at that "
            "trial's size, and compares. Of {} published figures from {} findings, {} were fitted and are met; of the "
            "others {} lie inside the toy's 95 % interval, {} outside, and {} cannot be judged (by chance alone about "
            "seven would be outside). As a forecaster the toy is refuted; the misses stay in sight, each with its reason: "
            "too few of its people get better within the first weeks, therapy's lead does not grow later, and old, young "
            "and chronically ill people, and those with another illness than depression, are not its own",
            filled(lambda: len(board())),
            filled(lambda: len({figure.id for figure, _ in board()})),
            filled(lambda: verdicts("inside", fitted=True)),
            filled(lambda: verdicts("inside")),
            filled(lambda: verdicts("outside")),
            filled(lambda: verdicts("not judged")),
            holds(
                lambda: (
                    len(board())
                    == verdicts("inside", fitted=True) + sum(map(verdicts, ("inside", "outside", "not judged")))
                )
            ),
            holds(lambda: round(0.05 * (verdicts("inside") + verdicts("outside"))) == COUNTS["seven"]),
            has(
                "toolkit/evidence/score.py", "its own trial of the same size, and whether the figure lies within reach"
            ),
            missed_for(
                "the model's people get better late",
                "therapy's late lead",
                "old people",
                "its own age",
                "chronic depression",
            ),
            missed_for("another condition, its preset fitted to nothing"),
        ),
        (
            "No figure of a combined arm sets an effect: what both treatments do together is the toy's prediction. {} "
            "variants of its structure were held against the figures before this one was taken, so the share is on the "
            "hopeful side ([what else was tried](toolkit/model/MODEL.md#19-what-else-was-tried))",
            holds(no_effect_is_of_both),
            filled(variants),
        ),
        (
            "`python -m tests.crosscheck` fits it to one random half of the figures on depression and judges it by the "
            "other half: about 54 % lie inside where whole records are kept together, 60 % where all figures of a kind are",
            has(
                "tests/crosscheck.py",
                "fits the toy to one random half of the figures and judges the other",
                "Depression only",
            ),
            has("tests/crosscheck.py", '"record": lambda figure: figure.id', '"kind": lambda figure: (figure.trial'),
            also("model", "52 % inside by record and 59 % by kind", "with a tenth that stays 54 and 60 %"),
            also("model", "as it stands: the same, a tenth of the illness stays"),
        ),
        (
            "- What is said: published numbers beside a citation, in tables and on handouts are held against their "
            "records; of the sentences of lessons, run sheets and the pages beside them, nine in ten stand in a quote that "
            "a test holds against a record, a run of the model or the lesson's own Python (`python -m tests.meaning.held` "
            "counts them); every mission is brought about, or tried in vain "
            "where none can be. `make slips` puts an author's slips in, one after the other, and prints how many a test "
            "that knows the meaning catches, by kind",
            has("tests/meaning/test_citations.py", "A number beside a citation stands in the cited record"),
            has("tests/publish/test_trainers.py", "def test_figures_on_the_handout_are_those_of_their_finding"),
            there("tests/meaning/test_tabled.py", "tests/meaning/test_study_rows.py"),
            holds(nine_sentences_in_ten_are_held),
            has(
                "tests/lessons/test_missions.py",
                "Every mission can be done as it says, is not done already, and the impossible ones are",
            ),
            makes("slips", "tests.slips"),
            has(
                "tests/slips.py",
                "another that knows the meaning",
                'KINDS = ("python", "words", "evidence", "explorer", "pages")',
            ),
        ),
        (
            "- The page: the tests play every lesson in a real browser, by keyboard, and count what leaves the machine: "
            "nothing. That is Chromium, and for one living page Firefox; `make browsers` plays every lesson's page in "
            "Firefox, brings all of them to life in WebKit, Safari's engine, plays one there, and opens the site in "
            "JupyterLite",
            has("tests/browser/test_every_lesson.py", "missions by keyboard", "heard() -> Traffic"),
            has("tests/publish/test_firefox.py", "play_whole(base, browser, LESSON)"),
            makes("browsers", "in_firefox.py", "in_webkit.py", "in_jupyterlite.py"),
            has("tests/publish/in_firefox.py", '"lesson", toolkit.lessons.ALL', "play_whole(base, browser, lesson)"),
            has(
                "tests/publish/in_webkit.py",
                '"lesson", toolkit.lessons.ALL',
                "comes_alive_whole",
                "def test_a_lesson_is_played_whole",
            ),
        ),
        (
            "`make hosts` presses Run this lesson at once, thirty times, in JupyterLab and other places; `make lowest` "
            "tries the oldest versions that are allowed",
            makes("hosts", "tests/hosts/pressed.py"),
            has("tests/hosts/pressed.py", '"lab": (', f"{COUNTS['thirty']})", '"notebook7": (', f"{COUNTS['thirty']})"),
            makes("lowest", "tests.hosts.environments lowest", "oldest versions that pyproject.toml allows"),
        ),
        (
            "- Most numbers of the model are teaching choices, and every picture says which (Where the numbers come from)",
            holds(lambda: 2 * tags().count("teaching") > len(tags())),
            holds(lambda: 'folded("Where the numbers come from"' in script("ledger.js")),
        ),
        (
            "A course can [add lessons of its own](toolkit/lessons/README.md) in half an hour, without changing the "
            "package. Who knows plotly and ipywidgets finds [both doors "
            "open](notebooks/trainers/plotly_and_ipywidgets.ipynb): a picture is a figure, a control a trait",
            holds(thirty_minutes),
            also("rooms", "You change nothing in the toolkit"),
            also("doors", "A picture is a figure, and a control is a trait"),
        ),
        (
            "[The house](toolkit/README.md) says where everything stands, [the model in words](toolkit/model/MODEL.md) "
            "what it does and leaves out, [CONTRIBUTING](CONTRIBUTING.md) how we work, and [CHANGELOG](CHANGELOG.md) what "
            "has changed. `make` alone lists all commands",
            there("CHANGELOG.md"),
            holds(lambda: {"toolkit/README.md", "toolkit/model/MODEL.md", "CONTRIBUTING.md"} <= set(PAGES.values())),
            has("Makefile", ".DEFAULT_GOAL := help"),
            holds(lambda: all(" ## " in said for name, said in targets().items() if name.isalpha())),
        ),
        (
            "- `make` says there is no venv module: on Debian and Ubuntu it is a package of its own, `python3-venv`. Or "
            "install [uv](https://docs.astral.sh/uv/), which needs none",
            has(
                "Makefile",
                "has no venv module: install python3-venv (as root: apt-get install python3-venv), or install uv",
            ),
        ),
        (
            "- Another Python: `make clean`, then `make lab PYTHON=python3.13`. - No browser window opens (a server, a "
            "container): `make lab LAB_FLAGS=--no-browser` prints the address. - A quick check while you change things: "
            "`make quick` runs the fast tests only: no browser, no network, no whole notebooks",
            makes("clean", "rm -rf .venv"),
            has("Makefile", "$(if $(PYTHON),--python $(PYTHON))", "$(PYTHON) -m venv .venv"),
            makes("lab", "$(LAB_FLAGS)"),
            makes("quick", '-m "not slow"', "--ignore=tests/browser", "--ignore=tests/hosts", "-p no:nbval"),
        ),
        (
            "Program code is under the [BSD 3-Clause License](LICENSE); texts and notebooks are under [CC BY "
            "4.0](LICENSE-text). Teach with them, change them, translate them; say where they come from. "
            "[CITATION.cff](CITATION.cff) has the words, and the sources of every published figure stand beside it in the "
            "lesson that uses it",
            has("LICENSE", "BSD 3-Clause License"),
            has(
                "LICENSE-text",
                "everything under notebooks/",
                "(CC BY 4.0)",
                "if you give appropriate credit",
                "Program code",
            ),
            has("CITATION.cff", "please cite it as below"),
            holds(lambda: all("## Sources" in prose(lesson.slug) for lesson in LESSONS)),
        ),
        (
            "The account that hosts your copy stands after /gh/, here alone: make badge OWNER=its-name",
            makes("badge", "s|/gh/[^/]*/|/gh/$(OWNER)/|", "README.md"),
            holds(lambda: text("readme").count("/gh/OWNER/") == 1),
        ),
    ),
]
