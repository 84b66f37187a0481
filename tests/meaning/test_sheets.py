"""Run sheets, handouts and pages say each thing in its place: points by their numbers, for and against, reply beside answer.

By hand it was seen to fail on: points numbered from 0; ▲ and ▼ exchanged on the handout; a minute moved from one step to another;
a goal under another session's heading; "ask" and "watch" exchanged; the take-home line of another paragraph; a page that
links two on.
"""

import functools
import re
from html import escape, unescape

import pytest

import toolkit
from publish import clock, pages, sheets
from tests.meaning.lived import notebook, settings
from tests.meaning.quoting import one
from tests.publish.styles import Styled, contrast
from toolkit.explore.presenter import lettered

LESSONS = toolkit.lessons.ALL
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)


def parts(text):
    """{heading: what stands under it} of a run sheet."""
    found = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {"": found[0], **dict(zip(found[1::2], found[2::2], strict=True))}


@functools.cache
def sheet_of(slug):
    """{heading: what stands under it} of a lesson's run sheet as it would be written now."""
    [lesson] = [lesson for lesson in LESSONS if lesson.slug == slug]
    return parts(sheets.run_sheet(lesson, sheets.sheets()[slug]))


def where_asked(lesson):
    """The stops at which a sheet may ask something, in their order."""
    return ["Your guess", "The picture as it opens", *(preset.name for preset in lesson.presets), "What studies found"]


@pytest.fixture(scope="module")
def written():
    """{slug: (run sheet by heading, handout as plain text lines, its HTML)} as they would be written now."""
    return {
        lesson.slug: (sheet_of(lesson.slug), sheets.handout(lesson, sheets.sheets()[lesson.slug])) for lesson in LESSONS
    }


def plain(page):
    """A handout without its style and picture, {heading: words}."""
    page = re.sub(r"<style>.*?</style>|<svg.*?</svg>|<head>.*?</head>", "", page, flags=re.DOTALL)
    found = re.split(r"<h2>(.*?)</h2>", page)
    words = [one(unescape(re.sub(r"<[^>]+>", " ", part))) for part in found]
    return {"": words[0], **dict(zip(words[1::2], words[2::2], strict=True))}


@each_lesson
def test_points_are_called_by_the_numbers_of_their_presets(lesson, written):
    run, _ = written[lesson.slug]
    names = [preset.name for preset in lesson.presets]
    listed = re.findall(r"^(\d+)\. \*\*(.+?)\*\*: (.+)$", run["The points, in order"], re.MULTILINE)
    seen = re.findall(r"^   \*On the screen:\* (.+)$", run["The points, in order"], re.MULTILINE)
    for name, words in zip(names, seen, strict=True):
        assert one(settings(lesson.slug)[name].sentence).startswith(words)
    assert [(int(number), name) for number, name, _ in listed] == list(enumerate(names, 1))
    assert [says for *_, says in listed] == [" ".join(preset.says.split()) for preset in lesson.presets]
    for minutes in (20, 45):
        called = re.findall(r" · Point (\d+), \*(.+?)\*", run[f"In {minutes} minutes"])
        points = sheets.sheets()[lesson.slug]["points"][str(minutes)]
        assert called == [(str(1 + names.index(name)), name) for name in points]


@each_lesson
def test_a_session_has_its_goal_and_takes_its_time(lesson, written):
    run, _ = written[lesson.slug]
    for minutes in (20, 45, 90):
        plan = run[f"In {minutes} minutes"]
        assert f"Goal: {sheets.sheets()[lesson.slug]['goal'][str(minutes)]}" in plan
        steps = [
            (int(length), what) for length, what in re.findall(r"^- \d:\d\d · (\d+) min · (.+)$", plan, re.MULTILINE)
        ]
        assert sum(length for length, _ in steps) == minutes
        told = [what for _, what in steps]
        order = [
            next(n for n, what in enumerate(told) if word in what)
            for word in ("safety", "guesses", "as it opens", "oint", "studies", "take home")
        ]
        assert order == sorted(order), "safety first, then the guess, the points, the studies, and a line to take home"
        looking = sum(length for length, what in steps if what.startswith(("Point", "Missions")))
        assert 3 * looking > minutes, "the pictures get most of the time"
        assert looking > max(length for length, what in steps if not what.startswith(("Point", "Missions")))


@each_lesson
def test_each_answer_gets_its_own_reply_and_each_list_its_own_heading(lesson, written):
    run, _ = written[lesson.slug]
    sheet = sheets.sheets()[lesson.slug]
    for said, reply in lesson.asked["replies"].items():
        assert f" · {said} → {' '.join(reply.split())}" in run["What people may say"]
        assert f" · {said}\n" in run["The guess"]
        assert reply not in run["The guess"]
    assert " ".join(lesson.asked["prompt"].split()) in run["The guess"]
    asked = [question for stop in where_asked(lesson) for question in sheet["ask"].get(stop, [])]
    told = "\n".join(run[heading] for heading in ("The guess", "The points, in order", "Two studies"))
    assert re.findall(r"^ *\*Ask:\* (.+)$", told, re.MULTILINE) == asked
    waits = [sheet["wait"][preset.name] for preset in lesson.presets if preset.name in sheet["wait"]]
    assert re.findall(r"^ *\*Wait for:\* (.+)$", told, re.MULTILINE) == waits
    assert {*sheet["points"]["45"]} <= {*sheet["wait"]} <= {preset.name for preset in lesson.presets}
    assert sum(map(len, sheet["ask"].values())) == len(asked), "asked at no stop"
    assert re.findall(r"^- (.+)$", run["What to look out for"], re.MULTILINE) == sheet["watch"]
    assert all("?" in question for question in asked)
    assert sheet["unplugged"] in run["When the network is dead"]


@each_lesson
def test_a_run_sheet_begins_with_what_it_is_of_and_missions_have_their_own_hint_and_reply(lesson, written):
    """By hand it failed on: the core told as everything; hint and reply exchanged; late and early exchanged."""
    run, _ = written[lesson.slug]
    sheet = sheets.sheets()[lesson.slug]
    head = " ".join(run[""].split())
    assert head.startswith(f"# Run sheet {lesson.number:02d} · {lesson.title} **{one(lesson.hook)}** *{sheets.SAFETY}*")
    assert f"alone about {lesson.core} minutes for the core, {lesson.minutes} for everything" in head
    assert f"ideas {', '.join(lesson.claims)} ·" in head
    links = dict(re.findall(r"\[([^]]+)\]\(([^)]+)\)", head))
    assert links == {"The lesson": f"../{lesson.slug}.ipynb", "the handout": f"handouts/{lesson.slug}.html"}
    assert f"choose {lesson.number:02d} in its bar" in one(run["Set up"])
    opening = re.search(r"\*Then, on the screen as the picture opens:\* (.+)$", run["The guess"], re.MULTILINE)[1]
    assert one(lesson.explorer().sentence).startswith(opening)
    told = re.findall(
        r"^- \*\*(.+?)\*\*: (.+) \*Stuck\?\* (.+) \*Then say:\* (.+)$", run["Missions to do together"], re.MULTILINE
    )
    own = {one(mission["name"]): mission for mission in lesson.said_missions}
    assert sheet["early"] in [name for name, *_ in told]
    for name, *said in told:
        assert said == [one(own[name][part]) for part in ("prompt", "hint", "reply")]
    for minutes in (20, 45, 90):
        late, early = re.search(r"\*Late\?\* (.+) \*Early\?\* (.+)", run[f"In {minutes} minutes"]).groups()
        assert late.startswith(("Leave out point", "Read both studies"))
        assert (sheet["early"] in early) == (minutes < 90)


def test_what_is_said_first_is_whole_sentences_of_ten_words_or_all_of_it():
    ten = "One two three four five six seven eight nine ten."
    for sentence, first in {
        f"{ten} More.": ten,
        f"Short. {ten} More.": f"Short. {ten}",
        "Short. Shorter.": "Short. Shorter.",
        f"At 3.5 points it is so. {ten} 12 more. End.": f"At 3.5 points it is so. {ten}",
        "It is 2.5 to 3.0 of them all in that one week. 40 are left.": "It is 2.5 to 3.0 of them all in that one week.",
    }.items():
        assert sheets.begin(sentence) == first


@each_lesson
def test_a_session_goes_by_the_clock(lesson, written):
    for minutes in (20, 45, 90):
        steps = re.findall(
            r"^- (\d):(\d\d) · (\d+) min", written[lesson.slug][0][f"In {minutes} minutes"], re.MULTILINE
        )
        begins = [60 * int(hour) + int(minute) for hour, minute, _ in steps]
        ends = [begin + int(length) for begin, (*_, length) in zip(begins, steps, strict=True)]
        assert [*begins, minutes] == [0, *ends]


@each_lesson
def test_the_rooms_task_has_its_answer_and_both_studies_stand_there(lesson, written):
    run, _ = written[lesson.slug]
    sheet = sheets.sheets()[lesson.slug]
    for side in ("supports", "against"):
        assert one(sheet[side]["says"]) in run["Two studies"]
    chosen = next((task for task in lesson.said_tasks if task["kind"] == "choose"), None)
    if chosen:
        told = run["One task together"]
        assert f" · {chosen['right']} → **right:** {one(chosen['replies'][chosen['right']])}" in told
        assert told.count("**right:**") == 1


@each_lesson
def test_the_front_of_a_handout_asks_and_does_not_answer(lesson, written):
    front, behind = written[lesson.slug][1].split('<section class="behind">')
    assert "<svg" not in front
    assert "<svg" in behind
    for option, reply in lesson.asked["replies"].items():
        assert escape(option) in front
        assert escape(one(reply)) not in front + behind


@each_lesson
def test_the_line_to_take_home_is_the_notebooks(lesson, written):
    [cell] = [cell.source for cell in notebook(lesson.slug).cells if cell.source.startswith("## Take away")]
    bold = " ".join(re.search(r"^\*\*(.+?)\*\*", cell.partition("\n\n")[2], re.DOTALL)[1].split())
    run, page = written[lesson.slug]
    assert f"**{bold}**" in run["The line to take home"]
    assert one(bold) in plain(page)["To take home"]


@each_lesson
def test_the_handout_says_who_is_for_and_who_against(lesson, written):
    sheet, words = sheets.sheets()[lesson.slug], plain(written[lesson.slug][1])
    told = words["What studies found, for and against"]
    sides = [
        f"{sign} {one(sheet[key]['says'])} ({sheet[key]['who']})" for key, sign in (("supports", "▲"), ("against", "▼"))
    ]
    assert one(told.replace("( ", "(").replace(" )", ")")) == " ".join(sides)
    against = toolkit.finding(sheet["against"]["finding"])
    own = (
        2,
        "michopoulos2021_controls",
    )  # against reading an effect without its comparison, which is what that lesson says
    supports = toolkit.finding(sheet["supports"]["finding"])
    assert not supports.counter_evidence or (lesson.number, supports.id) == own
    assert against.counter_evidence or against.id in (
        *(
            "chong2011_adherence",
            "goldapple2004",
            "furukawa2019_dose",
            "delgadillo2022_stratified",
            "hu2004_sideeffects",
            "white2013_panic_maintenance_cbt",  # for boosters, and so against lasting without them
            "lewis2021_antler",  # against coming off as safely as staying on, without therapy beside it
        ),
    ), against.id


@each_lesson
def test_who_found_it_is_named_as_the_record_names_it(lesson):
    for key in ("supports", "against"):
        found = toolkit.finding(sheets.sheets()[lesson.slug][key]["finding"])
        named = sheets.sheets()[lesson.slug][key]["who"]
        assert named.split()[0] in found.citation
        assert named.split()[-1] in found.citation


@pytest.mark.slow
@each_lesson
def test_the_handout_opens_where_its_code_says_and_says_what_is_seen_there(lesson, written):
    words = plain(written[lesson.slug][1])
    code = re.search(r"Scenario code (\S+?)\.", words["The picture"])[1]
    explorer = lesson.explorer()
    explorer.apply(list(explorer.presets)[-1])
    explorer.load(code)
    assert explorer.values == {**lesson.opening}
    assert one(explorer.sentence) in words["The picture"]
    assert one(lesson.asked["prompt"]) in words["Guess first"]
    assert words["Three things to notice"] == " ".join(map(one, sheets.sheets()[lesson.slug]["notice"]))
    assert f"{lesson.number:02d} · {lesson.title} {lesson.hook}" in words[""]


@each_lesson
def test_what_a_plan_is_said_to_have_no_time_for_is_what_the_clock_gives_none(lesson, written):
    """By hand it failed on 20 minutes made 45; on pairs that do missions in 45; on "missions" left out where there is no time."""
    sheet = sheets.sheets()[lesson.slug]
    [short, missions, long] = re.findall(
        r"no time for: in (\d+) minutes, (missions, and )?questions other than .* In (\d+), pairs do the missions later",
        written[lesson.slug][0]["Set up"],
    )[0]
    asked = sheet | {"ask": {stop: ["What do you see?"] for stop in (clock.GUESS, clock.PICTURE, clock.STUDIES)}}
    for minutes in clock.ROOMS:
        none = [clock.besides(lesson, asked, stop, minutes) == 0 for stop in asked["ask"]]
        assert none == [minutes == int(short)] * 3
        pairs = any(step.says.startswith("Missions in pairs") for step in clock.steps(lesson, sheet, minutes))
        assert pairs == (minutes == int(long))
    assert bool(missions) == (not clock.together(sheet, int(short)))


def test_without_a_network_paper_has_what_is_said(written):
    """By hand it failed on picture and points exchanged."""
    for run, page in written.values():
        assert "The handout has the picture, this sheet the points." in one(run["When the network is dead"])
        assert "<svg" in page
        assert run["The points, in order"].strip()
        assert "<svg" not in "".join(run.values())


def test_the_sheets_letters_are_as_many_as_the_answers(written):
    """By hand it failed on: three sheets of paper; "four are C"."""
    for lesson in LESSONS:
        letters = [option.partition(" · ")[0] for option in lettered(lesson.asked["replies"])]
        said = written[lesson.slug][0]["Set up"]
        assert f"{COUNTED[len(letters)]} sheets of paper with {', '.join(letters[:-1])} and {letters[-1]}" in said
        assert f"one is {letters[0]}, {COUNTED[len(letters)].lower()} are {letters[-1]}" in said


def test_a_handout_is_one_sheet_and_a_phone_reads_its_picture(written):
    """By hand it failed on: the picture on the page of the question; a picture shrunk to a phone; lines that cannot be seen."""
    page = written[LESSONS[0].slug][1]
    paper, phone = Styled(page, medium="print"), Styled(page, width=390)
    behind, picture = paper.page.select_one(".behind"), phone.page.select_one(".picture")
    assert paper.of(behind, "break-before") == "page"
    assert re.search(r"@page \{ size: A4; margin: 1[0-8]mm; \}", page)
    svg = paper.page.select_one("svg")
    assert (paper.of(svg, "max-width"), paper.of(svg, "display")) == ("100%", "block")
    assert 60 <= float(paper.of(svg, "max-height").removesuffix("mm")) <= 110
    lines = paper.page.select("p.write")
    assert len(lines) == 8
    for line in lines:
        assert float(paper.of(line, "height").removesuffix("mm")) >= 8, "a hand writes there"
        assert "solid" in paper.of(line, "border-bottom")
    assert phone.of(picture, "overflow-x") == "auto"
    assert picture["tabindex"] == "0"
    wide = phone.page.select_one("svg")
    assert float(phone.of(wide, "width").removesuffix("rem")) * 16 > 390
    assert phone.of(wide, "max-width") == phone.of(wide, "max-height") == "none"
    for words in paper.page.select("p, li, small, h1, h2, footer"):
        assert contrast(paper.of(words, "color"), "#fff") >= 7, "printed grey is weak"
    assert re.match(r"1[0-2]pt", paper.of(paper.page.body, "font"))
    assert paper.page.select_one("meta[charset]")["charset"] == "utf-8"
    assert paper.page.html["lang"] == "en"


COUNTED = ("None", "One", "Two", "Three", "Four", "Five")


def test_the_safety_words_say_all_of_it():
    for words in (
        "not advice",
        "Nobody should stop or change a medication without the person who prescribed it",
        "emergency number",
        "findahelpline.com",
    ):
        assert words in sheets.SAFETY


def test_pages_link_to_the_index_and_to_the_one_before_and_the_next():
    course = ["index", *(lesson.slug for lesson in LESSONS)]
    for before, slug, after in zip(course, course[1:], course[2:], strict=False):
        assert pages.beside(slug) == list(dict.fromkeys(["index", before, after]))
    assert pages.beside("index") == [course[1], "trainers"]
    besides = [*pages.BESIDES]
    assert pages.beside(course[-1]) == ["index", course[-2], besides[0]]
    assert pages.beside(besides[-1]) == ["index", besides[-2]], "a trainer's page is no learner's next"
    assert pages.beside("trainers") == ["index"]
    for name in ("first-session", "presenter"):
        assert pages.beside(name) == ["index", "trainers"]
    assert pages.beside(f"run-sheet-{course[1]}") == pages.beside(f"solutions-{course[1]}") == ["index", "trainers"]
