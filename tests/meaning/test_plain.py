"""No markup where text is shown as it is: an asterisk, a backtick or a tag would stand there as such, on screen and on paper."""

import html.parser
import json
import pathlib
import re
import tomllib

import mistune
import pytest

import toolkit
from publish import sheets
from tests.notebooks.refresh import NOTEBOOKS, notebooks
from toolkit.explore import Code
from toolkit.lessons.finding_the_right_medication.prescriber import prescriber

MARKUP = re.compile(
    r"(?<![\w*])\*{1,3}(?=[^\s*])[^*\n]*(?<=\S)\*{1,3}(?![\w*])"  # *stressed*, **strong**
    r"|\\\*"  # an asterisk that was to be none
    r"|`"
    r"|</?(?:br|b|i|em|strong|sub|sup|span|p)\b[^>]*>"
    r"|&(?:nbsp|amp|lt|gt|#\d+);"
    r"|\$\$|\\[a-z]{3,}\b"  # formulas
)
LESSONS = toolkit.lessons.ALL
WORDS = pathlib.Path(toolkit.lessons.__file__).parent
MARKDOWN = {"index.toml", "claims.toml", "misses.toml"}
"""Words that are shown through Markdown; every other file's are shown as they are."""

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.module.rpartition(".")[2])


def strings(part):
    """Every text in a nest of tables and lists."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, dict):
        return [text for pair in part.items() for text in strings(list(pair))]
    return [text for item in part for text in strings(item)] if isinstance(part, (list, tuple)) else []


def marked(texts):
    """The pieces of markup in some texts, with what stands around them."""
    return [
        " ".join(text[max(0, found.start() - 20) : found.end() + 20].split())
        for text in texts
        for found in MARKUP.finditer(text)
    ]


@pytest.mark.parametrize(
    "path",
    sorted({*WORDS.rglob("*.toml")} - {WORDS / name for name in MARKDOWN}),
    ids=lambda path: str(path.relative_to(WORDS)),
)
def test_words_of_a_lesson_are_plain(path):
    assert marked(strings(tomllib.loads(path.read_text(encoding="utf-8")))) == []


@pytest.mark.slow
@each_lesson
def test_what_a_lesson_makes_is_plain(lesson):
    """Sentences, columns, labels and the numbers' words at every preset; options and advice of questions; the studies."""
    explorer = lesson.explorer()
    made = [lesson.predict().words]
    for number in range(len(lesson.tasks)):
        task = lesson.task(number + 1)
        made += [task.prompt, task.hint] if isinstance(task, Code) else [task.words, *strings(task.panel)]
    studies = [lesson.studies(explorer)] if lesson.studies_chart else []
    for name in (None, *explorer.presets):
        explorer.apply(name) if name else None
        made += [explorer.sentence, *explorer.table(), *(studied.sentence for studied in studies)]
        made += [text for entry in explorer.ledger() for text in entry]
    assert marked(made) == []


def test_the_game_is_plain():
    game = prescriber()
    assert marked([game.words, *strings(game.panel)]) == []


class Text(html.parser.HTMLParser):
    """What a reader sees of a page: its texts, those of its pictures among them."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.inside = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.inside.append(tag)
        self.texts += [value for name, value in attrs if name in ("alt", "title", "aria-label") and value]

    def handle_endtag(self, tag):
        while tag in self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data):
        if not {"style", "script", "code", "pre"} & {*self.inside}:
            self.texts.append(data)


@pytest.mark.parametrize(
    "path", sorted((NOTEBOOKS / "trainers" / "handouts").glob("*.html")), ids=lambda path: path.stem
)
def test_handouts_are_plain(path):
    assert marked(Text(path.read_text(encoding="utf-8")).texts) == []


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.rglob("*.md")), ids=lambda path: path.stem)
def test_nothing_of_a_run_sheets_markdown_is_left_once_it_is_rendered(path):
    assert marked(Text(mistune.html(path.read_text(encoding="utf-8"))).texts) == []


@pytest.mark.parametrize("path", notebooks(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_notebooks_show_no_markup(path):
    """Their prose once it is rendered, formulas aside; and what their cells have kept: texts and pictures."""
    kept = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            prose = re.sub(r"\$\$.*?\$\$|\$[^$\n]+\$", "", "".join(cell["source"]), flags=re.DOTALL)
            kept += Text(mistune.html(prose)).texts
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            code = "text/markdown" in data
            kept += Text("".join(data.get("image/svg+xml", ""))).texts
            kept += [] if code else ["".join(data.get("text/plain", "")), "".join(output.get("text", ""))]
    assert marked(kept) == []


def test_trainers_sheets_are_plain():
    said = sheets.sheets().values()
    plain = [strings([sheet["notice"], sheet["supports"]["says"], sheet["against"]["says"]]) for sheet in said]
    assert marked(strings(plain)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Press *Small and lucky*.",
        "all four, if<br>nobody left",
        "**Mind**",
        "until `stop`",
        "give \\*more\\*",
        "5&nbsp;%",
    ],
)
def test_markup_is_noticed(text):
    assert marked([text])


@pytest.mark.parametrize(
    "text",
    [
        "Steps like STAR*D",
        "arms * spread**2 / people, 2.8 * that root",
        "(1 − 0.7) ** sessions",
        "P < .05 and a > b",
        "0.6 × 8",
    ],
)
def test_what_is_no_markup_passes(text):
    assert marked([text]) == []
