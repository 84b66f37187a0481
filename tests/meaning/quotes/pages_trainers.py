"""What the pages for trainers say, of a session, of the presenter and of what learners hand in; and what makes it so."""

import contextlib
import functools
import io
import tempfile
from pathlib import Path

import toolkit
from publish import clock
from tests.meaning.lived import LESSONS, OPENING, prose, settings
from tests.meaning.quotes.grounds import YOUNG, also, button, filled, has, holds, in_every_lesson, makes, there
from tests.meaning.quotes.index import trainers_have
from tests.meaning.quotes.pages_readme import every_sheet, presented
from tests.meaning.quoting import quotes, text, words
from toolkit import report
from toolkit.explore.answers import people_number
from toolkit.lessons.claims import said as all_claims
from toolkit.lessons.sheets import present, sheets

SECOND = toolkit.lessons.lesson(2)
SHEET = sheets()[SECOND.slug]
POINTS = [preset.name for preset in SECOND.presets]
PLAN = clock.steps(SECOND, SHEET, 45)


def shows(stop, *phrases):
    """A stop of lesson 02 on the presenter's page, by its place, has each phrase on the screen or in the notes, in its words."""

    def hold():
        assert [phrase for phrase in phrases if phrase.lower() not in said_at(stop)] == [], said_at(stop)

    return hold


@functools.cache
def said_at(stop):
    """What the presenter's page has at a stop of lesson 02, on the screen and in the notes, in small letters."""
    page = present()
    page.show(2)
    page.step(stop)
    seen = [page.words, *page.view["notes"], page.explorer.sentence if page.view["kind"] == "picture" else ""]
    return " ".join(" ".join(seen).split()).lower()


def at(place, name, minutes):
    """The plan of 45 minutes is at this point, in so many minutes."""

    def hold():
        before = sum(step.minutes for step in PLAN[:place])
        assert f"0:{before:02d} · {name}, {minutes} minutes" in text("session")
        assert PLAN[place].minutes == minutes

    return hold


def lessons_line(lesson):
    """A line of the list of everything, made of the lesson."""
    slots = (lambda: f"{lesson.number:02d}", lambda: lesson.title, *[lambda: lesson.slug] * 4)
    line = "- {} {}: [lesson](../{}.ipynb) · [run sheet]({}.md) · [handout](handouts/{}.html) · [solutions](../solutions/{}.ipynb)"
    return line, *map(filled, slots), there(f"notebooks/solutions/{lesson.slug}.ipynb")


def handed_in():
    """The report on one learner's file, the same file once more, and one that is none: (what it says, its page)."""
    learner = toolkit.lessons.lesson(3).answers()
    prompt = toolkit.lessons.lesson(3).said_tasks[0]["prompt"]
    row = ",".join(f'"{cell}"' for cell in (prompt, "1", "False", "1"))
    lines = "\n".join([learner.file["head"], "name,Ada,,", row, ""])
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as said:
        for name, written in (("one.csv", lines), ("two.csv", lines), ("none.csv", "nothing")):
            (Path(folder) / name).write_text(written, encoding="utf-8")
        report.main([folder])
        table = (Path(folder) / "class-report.csv").read_text(encoding="utf-8")
        return said.getvalue(), (Path(folder) / "class-report.html").read_text(encoding="utf-8"), table


def names_what_does_not_count():
    said, page, table = handed_in()
    heads = (
        "<h3>Guess</h3>",
        "right in the end",
        "frequent slips, and what the lesson says to them",
        "<h3>Missions</h3>",
        "Who did what",
    )
    return (
        "two.csv: the same as one.csv" in said
        and "none.csv" in said
        and all(head in page for head in heads)
        and str(people_number("Ada")) in table
    )


def no_study_of_pregnancy():
    return not any("pregnan" in words(found.id).lower() for found in toolkit.findings())


QUOTES = [
    *quotes(
        "trainers",
        (
            "1. Choose a lesson. The [front page](../index.ipynb) has every lesson's question; a lesson's own page says "
            "how long it takes. 2. Do it once yourself, with a guess, as your people will. The core takes about twenty "
            "minutes. 3. Print the lesson's handout, one for each person. The run sheet is for you: 20, 45 or 90 minutes, "
            "and in the order of the screen what to ask, what to wait for and what is read there; what people may say; "
            "what to do when the network is dead. All of them are listed at the end of this page",
            has("notebooks/index.ipynb", "index.lessons()"),
            in_every_lesson("⏱ core"),
            holds(lambda: {lesson.core for lesson in LESSONS} == {20}),
            holds(lambda: trainers_have("{}.md", "handouts/{}.html")),
            holds(lambda: [*clock.ROOMS] == [20, 45, 90]),
            every_sheet("## What people may say", "*On the screen:*", "## When the network is dead"),
            every_sheet("*Wait for:*"),
            every_sheet("*Ask:*"),
            holds(
                lambda: (
                    text("trainers").rindex("](16_how_would_we_know.md)")
                    > text("trainers").index("## Everything, lesson by lesson")
                )
            ),
        ),
        (
            "4. Open the [presenter's page](presenter.ipynb), press Run this lesson, choose the lesson, and press Full "
            "screen. A remote or the keyboard goes through the points. 5. Go. Begin with the safety line on the sheet, and "
            "write the local number for help on the board",
            button,
            has(
                "toolkit/explore/presenter.js",
                'FORTH = ["PageDown", "ArrowRight"]',
                'aria: { label: "Lesson" }',
                'button("Full screen", grow)',
            ),
            every_sheet("*A teaching toy, not advice.", "The local number for help is on the board"),
            holds(lambda: "*Cover*: safety line" in PLAN[0].says),
        ),
        (
            "[A first session](first_session.md) goes through 45 minutes of lesson 02, minute by minute: what you say, "
            "what a class may answer, and where it may go wrong",
            also(
                "session", "# A first session: lesson 02 in 45 minutes", "You say:", "They may say:", "It may go wrong:"
            ),
        ),
        (
            "somebody with the toolkit runs `make pages` once, and gives you the folder or its zip file "
            "(`dist/pages.zip`). Open trainers.html in it. From a stick the pages can be read and printed; from any web "
            "server they are live",
            makes("pages", "publish.pages", "in dist/pages: to read from a stick, alive on any web server"),
            has("publish/pages.py", 'found["trainers"] = ("For trainers"', 'make_archive(str(folder), "zip", folder)'),
        ),
        (
            "- Before you begin: anyone may leave at any time, and need not say why. Nobody is asked about their own "
            "health, and stories about other people stay general. The local number for help is on the board. If you can, "
            "be two: one for the room, one for whoever goes out. - Somebody is upset: pause. The second trainer goes along "
            "and stays. Do not discuss dose or diagnosis, there or in the room. Ask again the same day",
            shows(0, "Anyone may step out", "The number for help is on the board"),
            also("session", "Anybody may step out and need not say why", "today stays with groups"),
            every_sheet("If somebody is upset, or asks what it means for them: [people first](README.md#People-first)"),
        ),
        (
            "- Somebody has stopped a medication, or feels worse since starting one: thank them for saying so, and help "
            "them ring the person who prescribed it, today. Nobody stops or starts again alone. Staying on is a choice "
            "too. - Somebody speaks of harming themselves: stay with them, and ring the number on the board together. The "
            "session waits. - “What does that mean for me?” “These are groups, and partly simulated ones. The person who "
            "treats you can say what fits you. Lesson 13 ends in questions that you can take along.”",
            also(
                "02 sheet",
                "have stopped, or feel worse since they started: thank them, and help them ring the prescriber today",
            ),
            also("02 sheet", "At thoughts of suicide, stay with them and ring the local number on the board"),
            also("13", "### Your own questions To copy or to print, and to take along"),
            *YOUNG,
        ),
        (
            "It is about groups, not about you, and nobody will be asked about their own health. Please do not change any "
            "medication because of it; talk to the person who prescribed it.”",
            in_every_lesson("It speaks about groups, never about one person", "talk to the person who prescribed it"),
        ),
        (
            "- Are these real data? The people are simulated. Figures that are called published come from studies, each "
            "with its source and its caveat. - Why should I trust a model that misses? You should not; use it to think "
            "with. The page [What this model gets wrong](../what_the_model_gets_wrong.ipynb) has every miss",
            holds(lambda: all(found.citation and found.caveat for found in toolkit.findings())),
            has("notebooks/what_the_model_gets_wrong.ipynb", "misses.every_miss()"),
        ),
        (
            "- So antidepressants do not work? On average they do more than a dummy pill. How much for one person, no "
            "study can say. Lesson 02 is about that question. - So therapy is always better? No. Where the two were "
            "compared directly in depression, a difference was not shown on average. Lessons 01 and 10 show where they may "
            "differ",
            also(
                "02 sheet",
                "all 21 antidepressants did better than a dummy pill on average. How much it does for one person, no study can say",
            ),
            holds(
                lambda: (
                    toolkit.finding("cuijpers2013_direct").effect.ci[0]
                    < 0
                    < toolkit.finding("cuijpers2013_direct").effect.ci[1]
                )
            ),
            holds(lambda: (LESSONS[0].title, LESSONS[9].title) == ("Fast and lasting", "After treatment ends")),
        ),
        (
            "- My doctor gave me both. Was that wrong? Nobody can say that from groups, and nothing here speaks against "
            "it: in trials, both together did more on average than one alone. - Which therapy is best? Which medication? "
            "The lessons do not rank them, and neither does the model: its kinds of both (lessons 08 and 09) are chosen "
            "for teaching",
            holds(lambda: toolkit.finding("cuijpers2014_adding").effect.ci[0] > 0),
            holds(lambda: toolkit.finding("cuijpers2009_vs_psychotherapy").effect.ci[0] > 0),
            has("toolkit/model/medication_kinds.py", "All chosen for teaching; nothing here ranks them"),
            has("toolkit/model/therapy_kinds.py", "All chosen for teaching; nothing here ranks them"),
        ),
        (
            "Because they were seldom counted. That is no proof that it has none: lesson 13 has how many people got worse "
            "in therapy, and how many spoke of lasting bad effects. - What about children, pregnancy, psychosis? Most "
            "figures are of adults with depression. Lessons 12 and 13 say where others differ. No study of pregnancy is "
            "here: the person who prescribes is the one to ask, before anything is changed",
            also("13", "4 of 100 people got worse in therapy", "5 of 100 spoke of lasting bad effects"),
            holds(no_study_of_pregnancy),
            also("12", "50 children with OCD"),
            also("13", "For bipolar disorder, psychosis, pregnancy or several medications, other numbers hold"),
        ),
        (
            "- What are the documents that the claims come from? Two texts on how the two treatments work together, in our "
            "words; [{} claims](../claims.ipynb) has each with its verdict",
            filled(lambda: {30: "thirty"}[len(all_claims()["claims"])]),
            also(
                "claims page",
                "Two texts say that medication and therapy belong together",
                "The words below are ours, not theirs",
            ),
            holds(lambda: all(claim["verdict"] for claim in all_claims()["claims"])),
        ),
        (
            "- Students: pairs at machines; missions before the studies; the file with their answers at the end. - "
            "Clinicians: begin with the two studies, and ask which patients of theirs would have been in them. - Patients "
            "and families: lesson 13 or 02, the points without the missions, twice the time for questions, two trainers",
            every_sheet("For pairs at machines", "Missions in pairs at the machines", "*What studies found*"),
            also("13", "### If you worry about a young person"),
        ),
        (
            "Copy link under a picture makes a link that opens at that setting. It works in the app and on the live pages, "
            "and so does `?preset=` with a preset's name at an address's end. In JupyterLab, use the scenario code "
            "instead: Copy code under the picture, and Load where somebody else wants to see it",
            has(
                "toolkit/explore/explorer.js",
                'button("Copy code"',
                "[button(\"Copy link\", copyLink)] : []), // JupyterLab's address is one person's own",
                'button("Load", load)',
            ),
            has(
                "toolkit/explore/page.js",
                'IN_APP = ["voila", "live"]',
                '["code", "preset"].map((name) => searchParams.get(name)',
            ),
        ),
        (
            "At the end of a lesson, learners put in their names and press Save my answers. Each sends you one small file; "
            "how is for you to choose, for nothing is sent by itself. Put all files into one folder, and then, in the "
            "toolkit's folder: ```sh .venv/bin/python -m toolkit.report FOLDER",
            has(
                "toolkit/explore/answers.js",
                'textContent: "Save my answers"',
                "download(name",
                "Your name, if it is to stand in the file",
            ),
            holds(
                lambda: all(
                    prose(lesson.slug).index("## Check yourself")
                    < prose(lesson.slug).index("your answers as one small file")
                    for lesson in LESSONS
                )
            ),
        ),
        (
            "It writes class-report.html into that folder (for each lesson the guesses, the frequent slips with what the "
            "lesson says to them, the missions, every learner's tasks and missions in one table, the pinned runs with each "
            "learner's own line) and a table for a spreadsheet. Files that cannot be read, and files that came twice, are "
            "named. A learner who puts in a name is told a people number. With it at People number, neighbours have "
            "different people, and you can repeat each one's pictures: the report has the number too",
            holds(names_what_does_not_count),
            has("toolkit/report.py", "Pinned runs, each with the learner's own line"),
            has("toolkit/explore/answers.py", "Your people number: {people_number(ASKED.learner)}"),
            holds(lambda: people_number("Ada") == people_number(" ada ") != people_number("Ben")),
            holds(lambda: all("People number" in [each.label for each in lesson.controls()] for lesson in LESSONS)),
        ),
        (
            "| tasks | not tried | tried | right in the end | | core missions | not tried | given up, and the way read | "
            "reached | | a line under a pinned run | none | says what was expected | says what was expected, and what came "
            "instead | | the studies | none named | one for or one against | one for and one against, each with its caveat "
            "| Guesses are never marked: a wrong guess is where the lesson begins",
            has(
                "toolkit/report.py",
                '"right in the end"',
                "✓ right or reached, ✗ wrong in the end, – given up, · not tried or not yet",
            ),
            has("toolkit/report.py", "A guess is never wrong"),
        ),
        (
            "`make sheets` writes sheets and handouts anew. What they share with a lesson comes from there; questions, "
            "warnings and the two studies are in [sheets.toml](../../toolkit/lessons/sheets.toml). Authors of courses who "
            "know plotly and ipywidgets find [both doors open](plotly_and_ipywidgets.ipynb)",
            makes("sheets", "publish.sheets", "run sheets and handouts anew"),
            holds(lambda: all({"ask", "watch", "supports", "against"} <= sheet.keys() for sheet in sheets().values())),
            also("doors", "for authors of courses"),
        ),
        *map(lessons_line, LESSONS),
    ),
    *quotes(
        "session",
        (
            "It goes by [run sheet 02](02_compared_with_what.md), and you need nothing else but the "
            "[handout](handouts/02_compared_with_what.html) and the [presenter's page](presenter.ipynb). What the class "
            "says is invented: yours will say other things. Before they come. Write the local number for help on the "
            "board. Lay out the handouts, question up. Open the presenter, press Run this lesson, choose 02, press Full "
            "screen, go through it once, and come back to the cover with Page Up",
            has(
                "notebooks/trainers/02_compared_with_what.md",
                "press **Run this lesson**, choose 02 in its bar, press *Full screen*, and go through all stops once",
                "*Page Up* or ← goes back",
                "The local number for help is on the board",
            ),
            has("notebooks/trainers/handouts/02_compared_with_what.html", "Guess first"),
        ),
        (
            "You say: “This is a teaching toy, not advice. It is about groups, and not about you. Anybody may step out and "
            "need not say why. Nobody changes a medication because of today.” Then read the question aloud: “{}” Wait for "
            "a moment. It may go wrong: somebody begins with their own story. Thank them, and say that today stays with "
            "groups",
            filled(lambda: SECOND.hook),
            at(0, "Cover", 3),
            shows(
                0,
                "A teaching toy, not advice. Nobody stops or changes a medication without the person who prescribed it.",
                "Anyone may step out",
            ),
            also("trainers", "stories about other people stay general"),
        ),
        (
            "Read the question slowly, and once more. Everybody writes a letter on the handout. “Cards up, now.” Count, "
            "and type the four numbers beside the options. Then: “Who has an A? Tell us why. And who has a D?” They may "
            "say: “C, because half is fair.” You say: “Thank you”, and nothing more. Do not smile at the right one. It may "
            "go wrong: people turn the sheet. The picture is behind; ask them kindly to turn it back",
            at(1, "Your guess", 5),
            holds(lambda: "cards up for A to D, write the tally, two people defend theirs" in PLAN[1].says),
            holds(lambda: len(SECOND.asked["replies"]) == 4 and clock.SPOKEN * 2 == clock.SAID),
            shows(1, "C · About 5. Half tablet, half everything else"),
            has("toolkit/explore/tally.js", 'type: "number"', "How many chose"),
            has(
                "notebooks/trainers/handouts/02_compared_with_what.html",
                "My letter, and why",
                "Please do not turn the sheet before you have guessed",
                'class="behind"',
                "The picture",
            ),
        ),
        (
            "Above the picture stands what the room guessed. Read the sentence below it aloud: about 8 of every 10 points "
            "of the fall came with the dummy pill too. You say: “If you guessed otherwise, you are in good company.” Read "
            "one reply from What people may say on your sheet, for the letter that most people chose. At once after it: "
            "“Nobody's improvement is imaginary.” It may go wrong: “So my tablet is only a placebo?” The answer stands on "
            "your sheet under What to look out for. Read it, word for word",
            at(2, "The picture as it opens", 3),
            shows(2, "About 8 of every 10 points of the fall on medication came with the dummy pill too"),
            holds(lambda: settings(SECOND.slug)[OPENING].sentence.startswith("About 8 of every 10")),
            has(
                "toolkit/explore/presenter.js",
                'const page = element("section", look, bar, point, error, slide, room, stage, cover)',
                'room.hidden = kind !== "picture"',
            ),
            has(
                "notebooks/trainers/02_compared_with_what.md",
                "## What people may say",
                "## What to look out for",
                "nobody's improvement is imaginary",
                "only a placebo?” No.",
            ),
        ),
        (
            "Page Down. The screen asks which part of the fall needs no tablet and no visit at all. Wait for the line of "
            "the people who wait: 6.2 points, and time did that. You ask: “Everybody who got a dummy pill got something. "
            "What?” Pairs have a minute, then two of them answer. They may say: “Somebody who asks.” Wait for hope and "
            "visits; they are harder to see",
            at(3, "Point 1, Five groups, one winter", 5),
            shows(
                3,
                "Which part of the fall needs no tablet and no visit at all?",
                "the fall on the waiting list, 6.2",
                "Time did that",
                "Everybody who got a dummy pill got something. What? (Wait for visits, hope, somebody who asks.)",
            ),
        ),
        (
            "On the screen, therapy leads the waiting list by 6.6 points. The screen asks what people in therapy get that "
            "the waiting people do not; after two answers, go on. You ask: “Can one therapy earn far better and hardly "
            "better in the same week?” Press Controls. The room tells you what to put at Compared with; the mission Two "
            "headlines on your sheet has the rest. Press Controls again. “Who lied?” Wait for: nobody",
            at(4, "Point 2, Therapy against waiting", 9),
            shows(
                4,
                "The lead of therapy over the waiting list is 6.6 points",
                "What do the people in therapy get that the waiting people do not",
                "mission Two headlines. Who lied? (Wait for: nobody.)",
                "“far better” and “hardly better” in the same week",
            ),
            holds(lambda: "Compared with" in [control.label for control in SECOND.controls()]),
            has(
                "notebooks/trainers/02_compared_with_what.md",
                "Press *Controls*",
                "Press *Controls* again",
                "**Two headlines**",
            ),
        ),
        (
            "It may go wrong: the picture is smaller with the controls beside it, and people at the back lose it. Read the "
            "sentence aloud after each change",
            has("toolkit/explore/presenter.js", 'page.toggleAttribute("data-controls")'),
        ),
        (
            "Page Down. Which lines have moved? Wait for: medication falls further, the dummy pill less far. Then you ask: "
            "“What would a dummy therapist be?” Let them laugh, and wait for friendly talk",
            at(5, "Point 3, Everybody knows", 5),
            shows(
                5,
                "Which lines have moved since the opening",
                "medication falls further now, and the dummy pill less far",
                "What would a dummy therapist be? (Wait for laughter, then for “friendly talk”",
            ),
        ),
        (
            "Only people who score at least 26 are taken in. The screen asks what has changed more, the falls or the lead. "
            "Wait for: the falls. Late? Go past this point: it is the one that can be missed. The fifth point is not in "
            "this plan; go past it too, without a word about it",
            at(6, "Point 4, Only on a bad day", 3),
            shows(
                6,
                "Only people who score at least 26 on the day are taken in. What has changed more: the falls, or the lead?",
                "Wait for: the falls",
            ),
            holds(lambda: SHEET["late"] == POINTS[3]),
            holds(lambda: SHEET["points"]["45"] == POINTS[:4] and len(POINTS) == 5),
        ),
        (
            "Page Down, twice. Read both aloud. “2.66 times the odds” is a hard phrase; say: “clearly more people "
            "improved; this is how strongly.” “Standard deviations” is another; say: “a small difference.” You ask: “Which "
            "of the two would you tell a friend, and what would you leave out?” Two people answer. Nobody has to agree",
            at(7, "What studies found", 6),
            shows(
                8,
                "2.66 times the odds",
                "standard deviations",
                "only a little better",
                "Which would you tell a friend, and what would you leave out?",
            ),
        ),
        (
            "Page Down. Letters up. Page Down again for the answer, which is B. To a D you can say that somebody asked "
            "these people every week how they were",
            at(8, "One task together", 3),
            shows(
                10,
                "The answer",
                "B · Visits, and the hope of having the real tablet",
                "D: Mara's colleague would agree. But somebody asked these people every week how they were",
            ),
        ),
        (
            "Read the line. “Now write on the handout: one thing that you believed before and doubt now, one question, and "
            "one word for how you leave.” Point to the number on the board. Stay until the last one has gone",
            at(9, "To take home", 3),
            shows(11, SHEET["home"], "The number for help is on the board"),
            has(
                "notebooks/trainers/02_compared_with_what.md",
                "Exit slip: one thing I believed before and doubt now · one question · one word for how I leave",
            ),
        ),
    ),
    *quotes(
        "presenter",
        (
            "Press Run this lesson in the toolbar. Choose a lesson, then Full screen. - Each lesson goes from its cover to "
            "the guess (A to D, before any picture), the picture and its points, two studies, one task with its answer, "
            "and the line to take home",
            button,
            holds(presented),
            shows(1, "A · ", "B · ", "C · ", "D · "),
            shows(8, "For: ", "Against: "),
        ),
        (
            "PageDown or →, as the remotes of presenters send them, goes on; PageUp or ← goes back; B or the remote's "
            "button darkens the screen; Esc leaves the full screen. On a slider, ← and → move the slider",
            has(
                "toolkit/explore/presenter.js",
                'FORTH = ["PageDown", "ArrowRight"]; // what keyboards and the remotes',
                'BACK = ["PageUp", "ArrowLeft"]',
                'OWN_ARROWS = "input, select, textarea"',
                'DARK = ["b", "B", "."]; // what the remote\'s button',
            ),
            has(
                "toolkit/explore/presenter.js",
                "darken(cover.hidden)",
                "FORTH.includes(key) ? 1 : BACK.includes(key) ? -1",
                'key.startsWith("Arrow") && target.matches(OWN_ARROWS)))',
            ),
            has("toolkit/explore/presenter.js", "page.requestFullscreen()"),
        ),
        (
            "- At the guess, type how many chose each letter. The tally then stands over the picture. You can save it, and "
            "put earlier rooms' tallies beside it. - My notes opens a second window for your own screen: what people may "
            "say, what to ask, what comes next, and the time",
            has(
                "toolkit/explore/tally.js",
                "counted at the guess and shown beside the picture; earlier rooms' from files",
                'type: "number"',
            ),
            has(
                "toolkit/explore/presenter.js",
                "Save this room's tally",
                "Earlier rooms: ",
                'told("This room guessed", tally)',
            ),
            has(
                "toolkit/explore/presenter.js",
                'button("My notes", openNotes)',
                'window.open("", "toolkit-notes"',
                "since this page opened",
                "`Next: ${view.next}`",
            ),
            shows(1, "People may say:"),
        ),
        (
            "- A scenario code, from a handout or a learner, opens its lesson and its picture. - Every lesson has a run "
            "sheet for 20, 45 and 90 minutes and a handout: they are listed on the page [for trainers](README.md)",
            has("toolkit/explore/presenter.py", "Show what a scenario code holds, whichever of the lessons it is of"),
            holds(
                lambda: all(
                    lesson.explorer().code
                    in (
                        Path(__file__).parents[3] / "notebooks" / "trainers" / "handouts" / f"{lesson.slug}.html"
                    ).read_text("utf-8")
                    for lesson in LESSONS[:3]
                )
            ),
            every_sheet("## In 20 minutes", "## In 45 minutes", "## In 90 minutes"),
            holds(lambda: all(f"handouts/{lesson.slug}.html" in text("trainers") for lesson in LESSONS)),
        ),
        (
            "This is a teaching toy, not advice. Nobody should stop or change a medication without the person who "
            "prescribed it. If someone in the room needs help now: the local emergency number, or "
            "[findahelpline.com](https://findahelpline.com), which lists helplines by country",
            in_every_lesson(
                "This is a teaching toy, not advice",
                "[findahelpline.com](https://findahelpline.com), which lists helplines by country",
            ),
        ),
    ),
]
