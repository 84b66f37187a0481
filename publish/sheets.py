"""The trainer's kit, a run sheet and a handout for every lesson, and its picture on the front page: `python -m publish.sheets`.

What repeats comes from the lessons (title, hook, presets, the question and its replies, the picture), what wants judgement from
toolkit/lessons/sheets.toml. Written into notebooks/trainers, to be read anywhere: Markdown, and a page of HTML for the printer.
"""

import html
import pathlib
import re

import segno

import toolkit
from toolkit.explore.presenter import lettered
from toolkit.explore.still import svg
from toolkit.lessons import cards
from toolkit.lessons.sheets import sheets

from . import clock

NOTEBOOKS = pathlib.Path(__file__).parents[1] / "notebooks"
FOLDER = NOTEBOOKS / "trainers"

SAFETY = (
    "A teaching toy, not advice. Nobody should stop or change a medication without the person who prescribed it. Whoever feels "
    "worse after starting or changing one, above all if young, should tell that person at once. If you need help now: your local "
    "emergency number, or findahelpline.com, which lists helplines by country."
)

SET_UP = """\
- Before people come: open the [presenter's page](presenter.ipynb), press **Run this lesson**, choose {number} in its bar, press
  *Full screen*, and go through all stops once. *Page Down* or → goes on, *Page Up* or ← goes back; remotes send the same. *B* makes
  the screen dark, and brings it back. *My notes* opens what only you read.
- Words in *italics* in a plan are what the screen calls the stop. What your plan leaves out, go past.
- Handouts printed, one a person. Four sheets of paper with A, B, C and D for each, or fingers: one is A, four are D. For pairs at
  machines: the lesson open, *Run this lesson* pressed. The local number for help is on the board.
- What a plan has no time for: {without}"""

WITHOUT = {
    False: "in 20 minutes, missions, and questions other than those at its points. In 90, pairs do the missions later.",
    True: "in 20 minutes, questions other than those at its point. In 90, pairs do the missions later.",
}
"""By whether the room does missions in the shortest session."""

MISSIONS = (
    "Press *Controls*: then the screen has all that can be moved{more}, and the room says what to move. Press "
    "*Controls* again before you go on."
)

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
        f"[The lesson](../{lesson.slug}.ipynb) · [the handout](handouts/{lesson.slug}.html), two pages to print · "
        f"ideas {', '.join(lesson.claims)} · alone about {lesson.core} minutes for the core, "
        f"{lesson.minutes} for everything (reckoned, not measured)",
        "## Set up",
        SET_UP.format(number=f"{lesson.number:02d}", without=WITHOUT[clock.together(sheet, 20)]),
        *(plan(lesson, sheet, minutes) for minutes in clock.ROOMS),
        "## The guess",
        f"*{one(lesson.asked['prompt'])}*",
        bullets(lettered(lesson.asked["replies"])),
        *ask(sheet, clock.GUESS),
        f"*Then, on the screen as the picture opens:* {begin(lesson.explorer().sentence)}",
        *ask(sheet, clock.PICTURE),
        "## What people may say",
        bullets(f"{option} → {one(reply)}" for option, reply in answers(lesson.asked["replies"])),
        "## The points, in order",
        points(lesson, sheet),
        "## Missions to do together",
        MISSIONS.format(more=", some of it under *More*" if any(one.more for one in lesson.controls()) else ""),
        bullets(
            f"**{one(mission['name'])}**: {one(mission['prompt'])} *Stuck?* {one(mission['hint'])} "
            f"*Then say:* {one(mission['reply'])}"
            for mission in clock.missions(lesson, sheet)
        ),
        "## Two studies",
        bullets(f"{sign} {one(sheet[side]['says'])} ({sheet[side]['who']})" for side, sign in SIDES.items()),
        *ask(sheet, clock.STUDIES),
        *task(lesson),
        "## What to look out for",
        bullets(sheet["watch"]),
        "If somebody is upset, or asks what it means for them: [people first](README.md#People-first).",
        "## When the network is dead",
        f"{NETWORK} {sheet['unplugged']}",
        "## The line to take home",
        f"**{sheet['home']}**",
        "Exit slip: one thing I believed before and doubt now · one question · one word for how I leave.",
    ]
    return "\n\n".join(parts) + "\n"


SIDES = {"supports": "▲", "against": "▼"}


def answers(replies):
    """(lettered option, what the lesson says to it) of every option."""
    return zip(lettered(replies), replies.values(), strict=True)


def plan(lesson, sheet, minutes):
    """What happens in a session of so many minutes, by the clock; and what to drop or add."""
    at, lines = 0, []
    for step in clock.steps(lesson, sheet, minutes):
        lines.append(f"- {at // 60}:{at % 60:02d} · {step.minutes} min · {step.says}")
        at += step.minutes
    spare = f"*Late?* {clock.late(lesson, sheet, minutes)} *Early?* {clock.early(lesson, sheet, minutes)}"
    goal = f"Goal: {sheet['goal'][str(minutes)]}"
    return "\n".join([f"## In {minutes} minutes", "", goal, "", *lines, "", spare])


def points(lesson, sheet):
    """Every preset: what it asks on the screen, what to wait for, what is read below the picture, and what to ask besides."""
    explorer, lines = lesson.explorer(), []
    for place, preset in enumerate(lesson.presets, 1):
        explorer.apply(preset.name)
        lines.append(f"{place}. **{preset.name}**: {one(preset.says)}")
        if preset.name in sheet["wait"]:
            lines.append(f"   *Wait for:* {sheet['wait'][preset.name]}")
        lines.append(f"   *On the screen:* {begin(explorer.sentence)}")
        lines += [f"   {asked}" for asked in ask(sheet, preset.name)]
    return "\n\n".join(lines)


def ask(sheet, stop):
    """What the sheet asks at a stop, a line for each question."""
    return [f"*Ask:* {question}" for question in sheet["ask"].get(stop, ())]


def begin(sentence):
    """What is said first, and at least ten words of it."""
    said = re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý“\d])", one(sentence))
    for count in range(1, len(said)):
        if len(" ".join(said[:count]).split()) >= 10:
            return " ".join(said[:count])
    return " ".join(said)


def task(lesson):
    """A task for the whole room with its answer, in pieces; none where no task has options."""
    chosen = clock.first_choice(lesson)
    if not chosen:
        return
    yield "## One task together"
    yield f"*{one(chosen['prompt'])}*"
    marks = {option: "**right:** " if option == chosen["right"] else "" for option in chosen["replies"]}
    said = zip(answers(chosen["replies"]), marks.values(), strict=True)
    yield bullets(f"{option} → {mark}{one(reply)}" for (option, reply), mark in said)


def handout(lesson, sheet, address=""):
    """A lesson's handout: two pages of HTML that print on one sheet of A4, the question in front and what was found behind.

    Args:
        lesson: a Lesson. sheet: its sheet. address: where the live pages will be, for a way to this very picture; "" for none.
    """
    explorer = lesson.explorer()
    evidence = "".join(
        f"<p>{sign} {html.escape(sheet[key]['says'])} <small>({html.escape(sheet[key]['who'])})</small></p>"
        for key, sign in SIDES.items()
    )
    notice = "".join(f"<li>{html.escape(line)}</li>" for line in sheet["notice"])
    return PAGE.format(
        title=f"{lesson.number:02d} · {html.escape(lesson.title)}",
        hook=html.escape(lesson.hook),
        question=html.escape(one(lesson.asked["prompt"])),
        options="".join(f"<li>{html.escape(option)}</li>" for option in lettered(lesson.asked["replies"])),
        picture=svg(explorer.still),
        sentence=html.escape(one(explorer.sentence)),
        notice=notice,
        evidence=evidence,
        home=html.escape(sheet["home"]),
        code=explorer.code,
        way=draw_way(f"{address}{lesson.slug}.html?code={explorer.code}", "This picture, to move it")
        if address
        else "",
        safety=SAFETY,
    )


PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 14mm; }}
body {{ max-width: 182mm; margin: 0 auto; font: 11pt/1.4 system-ui, sans-serif; color: #111; }}
h1 {{ font-size: 18pt; margin: 0; }}
h2 {{ font-size: 11.5pt; margin: 4mm 0 1mm; }}
p, ol {{ margin: 1mm 0; }}
.hook, .home {{ font-size: 13pt; font-weight: 600; }}
.options {{ list-style: none; padding: 0; }}
.options li {{ padding: 2mm 0; }}
.write {{ border-bottom: 1px solid #555; height: 9mm; }}
.behind {{ break-before: page; }}
svg {{ display: block; margin: 1mm auto; width: auto; max-width: 100%; height: auto; max-height: 88mm; }}
small {{ color: #444; }}
footer {{ margin-top: 5mm; border-top: 1px solid #555; padding-top: 1mm; font-size: 9pt; }}
@media screen {{
  main {{ padding: 1rem; overflow-wrap: anywhere; }}
  .behind {{ margin-top: 30mm; border-top: 1px dashed #555; }}
}}
/* On a phone the picture goes sideways: shrunk, its words could not be read. */
@media screen and (max-width: 40rem) {{
  .picture {{ overflow-x: auto; }}
  .picture svg {{ width: 44rem; max-width: none; max-height: none; }}
  .picture::before {{ content: "Wider than the screen: move it sideways →"; position: sticky; left: 0; font-size: 0.85em; }}
}}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="hook">{hook}</p>
<h2>Guess first</h2>
<p>{question}</p>
<ol class="options">{options}</ol>
<p>My letter, and why:</p>
<p class="write"></p><p class="write"></p>
<h2>While we look</h2>
<p>What I saw, at which point:</p>
<p class="write"></p><p class="write"></p><p class="write"></p><p class="write"></p>
<p>A question that I still have:</p>
<p class="write"></p><p class="write"></p>
<footer>{safety} Please do not turn the sheet before you have guessed.</footer>
<section class="behind">
<h2>The picture</h2>
<div class="picture" tabindex="0" role="group" aria-label="The picture">{picture}</div>
<p><small>{sentence} Made-up people in a toy model. Scenario code {code}.</small></p>
<h2>Three things to notice</h2>
<ol>{notice}</ol>
<h2>What studies found, for and against</h2>
{evidence}
<h2>To take home</h2>
<p class="home">{home}</p>{way}
</section>
</main>
</body>
</html>
"""


def draw_way(link, words):
    """A link and its QR code, in HTML."""
    code = segno.make(link, micro=False).svg_inline(scale=3, title=words)
    way = f'<a href="{html.escape(link)}">{html.escape(link)}</a>'
    return f"<figure>{code}<figcaption>{html.escape(words)}: {way}</figcaption></figure>"


def one(text):
    """The text on one line."""
    return " ".join(text.split())


def bullets(lines):
    return "\n".join(f"- {line}" for line in lines)


if __name__ == "__main__":
    for path, text in files().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
