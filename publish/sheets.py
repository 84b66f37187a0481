"""The trainer's kit, a run sheet and a handout for every lesson, and its picture on the front page: `python -m publish.sheets`.

What repeats comes from the lessons (title, hook, presets, the question and its replies, the picture), what wants judgement from
toolkit/lessons/sheets.toml. Written into notebooks/trainers, to be read anywhere: Markdown, and a page of HTML for the printer.
"""

import html
import pathlib
import re

import toolkit
from toolkit.explore.still import svg
from toolkit.lessons import cards
from toolkit.lessons.sheets import sheets

NOTEBOOKS = pathlib.Path(__file__).parents[1] / "notebooks"
FOLDER = NOTEBOOKS / "trainers"

SAFETY = (
    "A teaching toy, not advice. Nobody should stop or change a medication without the person who prescribed it. Whoever feels "
    "worse after starting or changing one, above all if young, should tell that person at once. If you need help now: your local "
    "emergency number, or findahelpline.com, which lists helplines by country."
)

PLANS = {
    20: (
        (2, "Safety line and hook"),
        (3, "Everybody guesses"),
        (9, "Points"),
        (3, "What studies found: one for, one against, from the handout"),
        (3, "Take-home line, one question left open"),
    ),
    45: (
        (3, "Safety line and hook"),
        (5, "Everybody guesses, pairs compare"),
        (20, "Points; after each, pairs say what they saw"),
        (10, "What studies found: one for, one against"),
        (7, "One task together, take-home line"),
    ),
    90: (
        (5, "Safety line, hook, what the toy is"),
        (10, "Everybody guesses, pairs compare, some defend theirs"),
        (30, "All points, then the lesson's *Try* in pairs at the machines"),
        (15, "What studies found, for and against"),
        (10, "Where this toy breaks: what would you add?"),
        (15, "Tasks"),
        (5, "Take-home line, handout"),
    ),
}

SET_UP = """\
- Before people come: open the [presenter's page](presenter.ipynb) (or the lesson, in the app), press
  **Run this lesson**, take *Full screen*, and step through the points once. *Reset* brings the opening back.
- Handouts printed, one a person. For pairs at machines: the lesson open, *Run this lesson* pressed."""

NETWORK = """\
- Nothing here needs the network once it is set up. If you were a guest on somebody's server (Binder, a hub) and that is gone:
  take a laptop with the toolkit on it, or paper. The handout has the picture, this sheet the points.
- With no machine at all:"""


def files():
    """{path: text} of the whole kit, and of the front page's pictures, for every lesson."""
    written = {}
    for lesson in toolkit.lessons.ALL:
        sheet = sheets()[lesson.slug]
        written[FOLDER / f"{lesson.slug}.md"] = run_sheet(lesson, sheet)
        written[FOLDER / "handouts" / f"{lesson.slug}.html"] = handout(lesson, sheet)
        written[cards.FOLDER / f"{lesson.slug}.svg"] = cards.draw_card(lesson.explorer().still)
    return written


def run_sheet(lesson, sheet):
    """A lesson's run sheet, in Markdown."""
    parts = [
        f"# Run sheet {lesson.number:02d} · {lesson.title}",
        f"**{lesson.hook}**",
        f"*{SAFETY}*",
        f"[The lesson](../{lesson.slug}.ipynb) · [the handout](handouts/{lesson.slug}.html), one page to print · "
        f"ideas {', '.join(lesson.claims)} · alone about {lesson.core} minutes for the core, "
        f"{lesson.minutes} for everything (reckoned, not measured)",
        "## Set up",
        SET_UP,
        *(plan(lesson, sheet, minutes) for minutes in PLANS),
        "## The points, in order",
        "\n".join(f"{n}. **{preset.name}**: {one(preset.says)}" for n, preset in enumerate(lesson.presets, 1)),
        "## What to ask",
        bullets(sheet["ask"]),
        "## What people usually say",
        f"The question is: *{one(lesson.asked['prompt'])}*",
        bullets(f"“{said}” → {one(reply)}" for said, reply in lesson.asked["replies"].items()),
        "## What to look out for",
        bullets(sheet["watch"]),
        "## When the network is dead",
        f"{NETWORK} {sheet['unplugged']}",
        "## The line to take home",
        f"**{sheet['home']}**",
    ]
    return "\n\n".join(parts) + "\n"


def plan(lesson, sheet, minutes):
    """What happens in a session of so many minutes."""
    names = sheet["points"].get(str(minutes))
    order = {preset.name: n for n, preset in enumerate(lesson.presets, 1)}
    points = f"Points {', '.join(str(order[name]) for name in names)}" if names else ""
    lines = [f"- {length} min · {what.replace('Points', points)}" for length, what in PLANS[minutes]]
    return "\n".join([f"## In {minutes} minutes", "", f"Goal: {sheet['goal'][str(minutes)]}", "", *lines])


def handout(lesson, sheet):
    """A lesson's handout: a page of HTML that prints on one sheet of A4."""
    explorer = lesson.explorer()
    evidence = "".join(
        f"<p>{sign} {html.escape(sheet[key]['says'])} <small>({html.escape(short(sheet[key]['finding']))})</small></p>"
        for key, sign in (("supports", "▲"), ("against", "▼"))
    )
    notice = "".join(f"<li>{html.escape(line)}</li>" for line in sheet["notice"])
    return PAGE.format(
        title=f"{lesson.number:02d} · {html.escape(lesson.title)}",
        hook=html.escape(lesson.hook),
        question=html.escape(one(lesson.asked["prompt"])),
        picture=svg(explorer.still),
        sentence=html.escape(one(explorer.sentence)),
        notice=notice,
        evidence=evidence,
        home=html.escape(sheet["home"]),
        code=explorer.code,
        safety=SAFETY,
    )


PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 14mm; }}
body {{ max-width: 182mm; margin: 0 auto; font: 10.5pt/1.35 system-ui, sans-serif; color: #111; }}
h1 {{ font-size: 18pt; margin: 0; }}
h2 {{ font-size: 11pt; margin: 3mm 0 1mm; }}
p, ol {{ margin: 1mm 0; }}
.hook, .home {{ font-size: 12pt; font-weight: 600; }}
.guess {{ border-bottom: 1px solid #555; height: 6mm; }}
svg {{ display: block; margin: 1mm auto; width: auto; max-width: 100%; height: auto; max-height: 88mm; }}
small {{ color: #444; }}
footer {{ margin-top: 3mm; border-top: 1px solid #555; padding-top: 1mm; font-size: 9pt; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="hook">{hook}</p>
<h2>Guess first</h2>
<p>{question}</p>
<p class="guess"></p>
<h2>The picture</h2>
{picture}
<p><small>{sentence} Made-up people, toy points. Scenario code {code}.</small></p>
<h2>Three things to notice</h2>
<ol>{notice}</ol>
<h2>What studies found, for and against</h2>
{evidence}
<h2>To take home</h2>
<p class="home">{home}</p>
<footer>{safety}</footer>
</body>
</html>
"""


def short(finding):
    """Who found it, and the year where the citation has one."""
    citation = toolkit.finding(finding).citation
    who = re.match(r"The TADS Team|[^ ,.]+", citation)[0]
    year = re.search(r"\b(?:19|20)\d\d\b", citation)
    return f"{who} {year[0]}" if year else who


def one(text):
    """The text on one line."""
    return " ".join(text.split())


def bullets(lines):
    return "\n".join(f"- {line}" for line in lines)


if __name__ == "__main__":
    for path, text in files().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
