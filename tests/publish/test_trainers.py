"""The trainer's kit: a sheet for every lesson, up to date, true to the lesson, and a handout of two pages, one sheet of paper."""

import json
import re

import pytest
from playwright.sync_api import Browser

import toolkit
from publish import sheets
from toolkit.lessons import cards
from toolkit.lessons.sheets import present

HANDOUTS = [sheets.FOLDER / "handouts" / f"{lesson.slug}.html" for lesson in toolkit.lessons.ALL]
each_lesson = pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)


@pytest.fixture(scope="module")
def files():
    return sheets.files()


@pytest.mark.slow
def test_what_is_kept_is_what_would_be_written(files):
    stale = [path.name for path, text in files.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `make sheets`"


def test_there_is_a_sheet_for_every_lesson_and_none_besides(files):
    assert list(sheets.sheets()) == [lesson.slug for lesson in toolkit.lessons.ALL]
    kept = {*sheets.FOLDER.glob("[0-9]*"), *(sheets.FOLDER / "handouts").iterdir(), *cards.FOLDER.iterdir()}
    assert kept == set(files)


@each_lesson
def test_the_points_are_presets_in_their_order(lesson):
    names = [preset.name for preset in lesson.presets]
    few, more = (sheets.sheets()[lesson.slug]["points"][minutes] for minutes in ("20", "45"))
    assert set(few) <= set(more) <= set(names)
    for points in (few, more):
        assert points == sorted(points, key=names.index)


@each_lesson
def test_figures_on_the_handout_are_those_of_their_finding(lesson):
    sheet = sheets.sheets()[lesson.slug]
    for line in (sheet["supports"], sheet["against"]):
        finding = json.dumps(vars(toolkit.finding(line["finding"])), default=str)
        known = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", finding)}
        known |= {100.0, *(float(round(100 * share)) for share in known if share < 1)}  # people of 100
        for figure in re.findall(r"(?<!About )\d+(?:\.\d+)?", line["says"]):
            assert {float(figure), float(figure) / 100} & known, f"{figure} is not in {line['finding']}"
    assert len(sheet["notice"]) == 3


@each_lesson
def test_a_run_sheet_has_every_point_every_reply_and_the_safety_words(lesson, files):
    text = files[sheets.FOLDER / f"{lesson.slug}.md"]
    for words in (*(preset.name for preset in lesson.presets), *lesson.asked["replies"], sheets.SAFETY):
        assert words in text
    assert ("some of it under *More*" in text) == any(control.more for control in lesson.controls())
    assert lesson.explorer().code in files[sheets.FOLDER / "handouts" / f"{lesson.slug}.html"]


def test_the_presenters_page_offers_every_lesson_and_ends_on_the_line_of_its_own_sheet():
    """By hand it failed on: a course of one lesson; a page without its sheets."""
    page = present()
    assert [number for number, _ in page.panel["lessons"]] == [lesson.number for lesson in toolkit.lessons.ALL]
    assert page.lesson is toolkit.lessons.ALL[0]
    assert sheets.sheets()[page.lesson.slug]["home"] in str(page.stops[-1])


@pytest.fixture(scope="module")
def printed(browser: Browser):
    """{path: (pages, whether the picture is drawn, what it asked for)} of every handout, as a printer gets it."""
    context, answer, asked = browser.new_context(), {}, []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    for path in HANDOUTS:
        page.goto(path.as_uri())
        pages = len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True)))
        box = page.locator("svg").bounding_box()
        answer[path] = pages, min(box["width"], box["height"])
    context.close()
    return answer, asked


@pytest.mark.slow
@pytest.mark.parametrize("path", HANDOUTS, ids=lambda path: path.stem)
def test_a_handout_is_one_sheet_with_its_picture_behind(printed, path):
    pages, size = printed[0][path]
    assert pages == 2
    assert size > 200


@pytest.mark.slow
def test_handouts_ask_for_nothing_but_themselves(printed):
    assert printed[1] == [path.as_uri() for path in HANDOUTS]
