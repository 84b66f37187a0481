"""`make pages`, opened from a file: every lesson as a page that needs nothing but itself."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest
import segno
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

import toolkit
from publish import pages as written
from publish import sheets
from tests.browser.lab import Traffic

LESSONS = toolkit.lessons.ALL
NAMES = tuple(written.titles())


@pytest.fixture(scope="module")
def pages(folder: Path) -> Path:
    return folder


def text(pages: Path, slug: str) -> str:
    return (pages / f"{slug}.html").read_text()


def test_links_are_to_pages_and_mathematics_is_drawn_by_the_browser():
    text = "[two](03_additive_effect.ipynb), [help](https://example.org) and $\\frac{a}{b}$\n\n$$x_1$$"
    made = written.prose(text, written.NOTEBOOKS / "index.ipynb")
    assert 'href="03_additive_effect.html"' in made
    assert 'href="https://example.org"' in made
    assert "<mfrac>" in made
    assert '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">' in made


@pytest.mark.parametrize("file", sorted((written.ROOT / "publish").rglob("*.html")), ids=lambda file: file.parent.name)
def test_a_page_says_in_which_language_it_speaks(file: Path):
    """A screen reader reads it so. By hand it failed on: "et" for "en"."""
    whole = file.read_text(encoding="utf-8")
    assert "<html" not in whole or re.search(r'<html[^>$]* lang="en"', whole)


def test_what_a_page_keeps_of_the_standard_library_is_there():
    """By hand it failed on: a module's name misspelt."""
    source = ast.parse((written.LIVE / "pack.py").read_text(encoding="utf-8"))
    [kept] = [one.value for one in source.body if isinstance(one, ast.Assign) and one.targets[0].id == "KEPT"]
    names = ast.literal_eval(kept).split()
    assert len(names) > 50
    assert [name for name in names if importlib.util.find_spec(name) is None] == []


def test_a_page_is_called_what_it_calls_itself():
    """By hand it failed on thirty claims made thirteen."""
    for name, (title, source) in written.titles().items():
        heading = written.read_cells(source)[0].source.partition("\n")[0].removeprefix("# ")
        if name != "index" and source.parent != written.SOLUTIONS:
            said = title.partition(": ")[0].partition(" ")[2] if source.stem[:2].isdigit() else title
            assert said in heading, (name, heading)


def test_a_link_leads_from_where_it_stands():
    sheet = written.TRAINERS / f"{LESSONS[0].slug}.md"
    links = {
        "the lesson": f"../{LESSONS[0].slug}.ipynb",
        "paper": f"handouts/{LESSONS[0].slug}.html",
        "words": "README.toml",
    }
    made = written.prose(" ".join(f"[{words}]({url})" for words, url in links.items()), sheet)
    assert f'<a href="{LESSONS[0].slug}.html">the lesson</a>' in made
    assert f'<a href="handouts/{LESSONS[0].slug}.html">paper</a>' in made
    assert "README.toml" not in made  # no page is made of it
    assert "words" in made


def test_a_handout_leads_to_its_own_picture_where_the_pages_are():
    lesson = LESSONS[1]
    made = sheets.handout(lesson, sheets.sheets()[lesson.slug], "https://example.org/course/")
    link = f"https://example.org/course/{lesson.slug}.html?code={lesson.explorer().code}"
    assert f'<a href="{link}">' in made
    assert segno.make(link, micro=False).svg_inline(scale=3, title="This picture, to move it") in made
    assert "example.org" not in sheets.handout(lesson, sheets.sheets()[lesson.slug])


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_a_run_sheet_keeps_what_stands_beside_a_word_of_toolbars(lesson):
    """By hand it failed on: a whole line left out, and with it the number for help."""
    made = written.prose((sheet := written.TRAINERS / f"{lesson.slug}.md").read_text(encoding="utf-8"), sheet)
    for words in (
        "Before people come",
        f"choose {lesson.number:02d} in its bar",
        "The local number for help is on the board.",
    ):
        assert words in made
    assert "Run this lesson" not in made


def test_an_address_that_is_none_is_said_before_anything_is_written(tmp_path: Path):
    (tmp_path / "kept").touch()
    with pytest.raises(ValueError, match=r"address = 'example\.org': must begin with https://"):
        written.make(tmp_path, "example.org")
    assert (tmp_path / "kept").exists()


@pytest.mark.slow
def test_every_page_opens_from_a_stick_asks_nobody_and_is_whole(pages: Path, browser: Browser):
    traffic = Traffic()
    with browser.new_context() as context:
        traffic.listen(context)
        page = context.new_page()
        for slug in NAMES:
            page.goto((pages / f"{slug}.html").as_uri())
            images = page.locator("img").evaluate_all("all => all.map(one => [one.naturalWidth > 0, one.alt])")
            assert all(drawn and re.search(r"\w+ \w+", alt) for drawn, alt in images), slug
            assert not re.search(r"(?<!\\)\$\S", page.locator("main").inner_text()), "mathematics left as it is written"
            links = page.locator("a").evaluate_all("all => all.map(one => one.href)")
            assert [link for link in links if not reachable(link)] == [], slug
    assert traffic.requests
    assert [url for url in traffic.requests if not url.startswith(("file:", "data:"))] == []
    assert traffic.complaints == []


@pytest.mark.slow
def test_no_page_is_wider_than_a_phone(pages: Path, browser: Browser):
    with browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True) as context:
        page = context.new_page()
        widths = {}
        for slug in NAMES:
            page.goto((pages / f"{slug}.html").as_uri())
            widths[slug] = page.evaluate("document.documentElement.scrollWidth")
            if slug == "index":  # of the lessons' table, the first thing to look for, nothing lies beyond the edge
                assert page.evaluate(
                    "[...document.querySelectorAll('table')].every(one => one.scrollWidth <= one.clientWidth)"
                )
    assert {slug: width for slug, width in widths.items() if width > 390} == {}


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["index", LESSONS[-1].slug, "claims", "trainers", f"handouts/{LESSONS[0].slug}"])
def test_axe_finds_nothing_wrong_on_a_page_of_any_kind(pages: Path, browser: Browser, slug: str):
    """By hand it failed on: a heading of a column that is empty; lines of code that go sideways; a handout without a main part."""
    with browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True) as context:
        page = context.new_page()
        page.goto((pages / f"{slug}.html").as_uri())
        found = Axe().run(page).response["violations"]
        assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.slow
def test_a_picture_says_that_it_goes_sideways_where_it_does_and_what_is_no_lesson_says_nothing_of_life(
    pages: Path, browser: Browser
):
    sign = "figure => [getComputedStyle(figure, '::before').content.includes('sideways'), figure.scrollWidth > figure.clientWidth]"
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((pages / f"{LESSONS[0].slug}.html").as_uri())
        page.get_by_label("I have guessed").check()
        expect(page.get_by_text("The lesson as a plain page")).to_be_visible()
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.locator("figure").first.evaluate(sign) == [width == 390] * 2
        page.goto((pages / "claims.html").as_uri())
        expect(page.locator("#state")).to_be_hidden()


def reachable(link: str) -> bool:
    """Whether a page leads to a page of the folder, or to the help line, the only one away."""
    return (
        link.startswith("https://findahelpline.com") or Path(link.removeprefix("file://").partition("#")[0]).is_file()
    )


@pytest.mark.slow
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_preset_has_its_picture_and_its_sentence(pages: Path, lesson):
    page, explorer = text(pages, lesson.slug), lesson.explorer()
    for name, preset in explorer.presets.items():
        explorer.apply(name)
        for words in (name, preset.says, explorer.sentence):
            assert written.html.escape(words) in page
    assert page.count("<img") >= len(explorer.presets) + 2  # as it opens, and the studies


@pytest.mark.slow
def test_trainers_find_all_that_they_need_of_every_lesson(pages: Path):
    made = text(pages, "trainers")
    for lesson in LESSONS:
        for file in (lesson.slug, f"run-sheet-{lesson.slug}", f"handouts/{lesson.slug}", f"solutions-{lesson.slug}"):
            assert f'href="{file}.html"' in made
            assert (pages / f"{file}.html").is_file()
    assert 'href="trainers.html"' in text(pages, "index")


@pytest.mark.slow
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_solutions_show_the_way_and_what_came_of_it(pages: Path, lesson):
    made = text(pages, f"solutions-{lesson.slug}")
    assert "lesson.task(" in made
    assert made.count('<p class="lines">') > 1


@pytest.mark.slow
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_questions_are_asked_and_not_answered(pages: Path, lesson):
    page = text(pages, lesson.slug)
    for number in range(1, len(lesson.tasks) + 1):
        task = lesson.task(number)
        assert written.html.escape(task.prompt) in page
        hidden = [*getattr(task, "replies", {}).values(), getattr(task, "hint", None)]
        assert not [words for words in hidden if words and written.html.escape(words) in page]
    assert "answered so far" not in page
