"""A lesson as one file comes alive: its own page, script and Python side, without a browser and without what Pyodide is.

By hand it failed on: pages that do not live; Python carried as addresses; Python that is offered again whenever it speaks.
"""

import base64
import functools
import json

import pytest

from publish import pages, runtime
from tests.meaning.lived import notebook
from tests.paper import paper, parts
from tests.paper.living import LESSON, Kernel, Living

CODE = [cell.source for cell in notebook(LESSON.slug).cells if cell.cell_type == "code"]


@pytest.fixture
def living(written):
    with paper() as made, Kernel() as kernel:
        yield Living(made, kernel, written)


def state(living):
    """What the page says of its own life."""
    [line] = [one for one in parts(living.paper.whole) if one["id"] == "state"]
    return line["text"] if not line["inside"] else " ".join(one["text"] for one in parts(line) if one["tag"] == "p")


def cell(living, name):
    [place] = [one for one in parts(living.paper.whole) if one.get("data-cell") == name]
    return place


@pytest.mark.slow
def test_all_cells_run_in_their_order_and_only_what_is_to_be_written_waits(living, written):
    first, *asked = [message for _, message in living.posted()]
    carried = {name: {"$bytes": base64.b64encode(name.encode()).decode()} for name in runtime.PACKED}
    assert first["files"] == carried, "what the page carries arrives as it was packed"
    assert first["kept"] == ""
    assert {message["do"] for message in asked} == {"run"}
    assert [message["source"] for message in asked] == [source for source in CODE if ".check(" not in source]
    assert [bool(message.get("last")) for message in asked] == [False] * (len(asked) - 1) + [True]
    assert 'src="' not in written.replace('src="data:', "")
    worker = (pages.LIVE / "worker.js").read_text(encoding="utf-8")
    assert living.script() == worker.replace("$pyodide", runtime.VERSION)
    assert "on its way to life" in state(living)


def test_the_lesson_comes_alive_where_it_stands_and_a_press_shows_what_it_shows_on_the_desktop(living):
    runs = living.come_alive()
    assert "This page is live" in state(living)
    [place] = [cell(living, name) for source, name in runs.items() if ".explorer(" in source]
    living.paper.press("Show it without a guess", at=living.paper.one(place, name="Show it without a guess")["at"])
    living.go_on()
    explorer = LESSON.explorer()
    preset = LESSON.presets[1].name
    living.paper.press(preset)
    living.go_on()
    explorer.apply(preset)
    place = cell(living, place["data-cell"])
    assert explorer.sentence in [one["text"] for one in parts(place)]


@pytest.mark.slow
def test_trouble_is_told_in_its_own_place_and_silence_after_a_while(living):
    places = list(living.come_alive().items())
    living.say({"do": "failed", "cell": places[1][1], "text": "no such thing"})
    assert "This part did not start: no such thing" in cell(living, places[1][1])["text"]
    assert living.paper.whole["text"].count("no such thing") == 1
    living.paper.press("Show it without a guess")
    living.paper.wait(9)
    assert hidden(living, "again")
    living.paper.wait(2)
    assert not hidden(living, "again")
    living.say({"do": "said", "cell": places[0][1], "text": ""})
    assert hidden(living, "again"), "it has answered"
    living.paper.press("Show it without a guess")
    living.paper.wait(11)
    living.posted()
    living.paper.press(starts="Start Python again", tag="button")
    assert hidden(living, "again")
    assert [one for one in parts(living.paper.whole) if "toolkit" in one["class"].split()] == [], (
        "what has ended is gone"
    )
    restarted = living.posted()
    assert {number for number, _ in restarted} == {2}
    assert [(message["source"], message["cell"]) for _, message in restarted[1:]] == places
    assert "on its way to life" in state(living)
    living.say({"do": "broken", "text": "no memory"})
    assert "could not come alive" in state(living)


def test_all_widgets_of_a_cell_stand_there_in_their_order(living):
    """By hand it failed on a cell that shows its first widget only."""
    place = living.come_alive()[CODE[0]]
    asked = [f'Choose("{name}?", {{"yes": "Yes.", "no": "No."}}, right="yes")' for name in ("One", "Two")]
    source = f"from IPython.display import display\nfrom toolkit.explore import Choose\ndisplay({', '.join(asked)})"
    for said in living.kernel.do("run", place, source):
        living.say(said)
    shown = [one["text"] for one in parts(cell(living, place)) if one["text"] in ("One?", "Two?")]
    assert list(dict.fromkeys(shown)) == ["One?", "Two?"]


def everything(element):
    """An element and all within it, hidden or not."""
    yield element
    for one in element["inside"]:
        yield from everything(one)


def hidden(living, id):
    [there] = [one for one in everything(living.paper.whole) if one["id"] == id]
    return there["hidden"]


@pytest.mark.slow
def test_answers_are_kept_and_there_again_until_they_are_forgotten(written):
    with paper() as made, Kernel() as kernel:
        living = Living(made, kernel, written)
        assert hidden(living, "forget")
        living.come_alive()
        question = LESSON.predict()
        option = str(question.panel["options"][0])
        made.press(option, tag="input")
        made.press("This is my guess")
        living.go_on()
        assert not hidden(living, "forget")
        kept = f"lesson {title(written)}"
        text = made.run("return localStorage.getItem(given)", kept)
        assert json.loads(text)["records"][question.prompt][0] == option
        made.press("Forget my answers")
        assert made.run("return localStorage.getItem(given)", kept) is None
    with Kernel() as kernel:
        kernel.do("begin", text)
        said = [message for source in CODE for message in kernel.do("run", "c", source)]
    states = [message["state"] for message in said if message["do"] == "open" and "reply" in message["state"]]
    assert option in [one["reply"].get("given") for one in states]


def title(written):
    return written.partition("<title>")[2].partition("</title>")[0]


def test_code_of_ones_own_says_what_it_prints_or_what_is_wrong_and_the_rest_goes_on():
    with Kernel() as kernel:
        kernel.do("begin", "not what was kept")
        assert kernel.do("run", "a", "x = 2\nprint('two', x)") == [{"do": "said", "cell": "a", "text": "two 2"}]
        for slip in (
            "x + None",
            "1 / 0",
            "x = (",
            "import nowhere",
            "[][1]",
            "{}['a']",
            "x.y",
            "assert x == 3",
            "raise SystemError",
        ):
            assert [said["do"] for said in kernel.do("run", "b", slip)] == ["failed"], slip
        [wrong] = kernel.do("run", "b", "print(nobody)")
        assert (wrong["cell"], wrong["text"]) == ("b", "NameError: name 'nobody' is not defined")
        assert kernel.do("run", "c", "f'{x + 1}'") == [{"do": "said", "cell": "c", "text": "3"}]
        assert kernel.do("run", "c", "print('said')\n'and shown'")[-1]["text"] == "said\nand shown"
        # what stands in for masked arrays says that there are none
        assert kernel.do("run", "d", "import numpy as np\nf'{np.median([3.0, 1.0, 7.0])}'")[-1].get("text") == "3.0"


# --- a page's beginnings and ends ---


def test_what_could_not_be_is_ended_said_and_told_to_whoever_helps(living):
    """By hand it failed on: Python that runs on behind a page that has given it up; the old Python that goes on beside the new."""
    living.come_alive()
    living.paper.press("Show it without a guess")
    living.paper.wait(11)
    living.paper.press(starts="Start Python again", tag="button")
    assert living.ended() == [True, False]
    living.fault("no such file")
    assert living.ended() == [True, True]
    assert "could not come alive" in state(living)
    assert living.paper.run("return { ...document.documentElement.dataset }", {})["why"] == "no such file"
    living.fault()
    assert "could not be loaded" in living.paper.run("return document.documentElement.dataset.why", {})


def test_a_browser_that_saves_data_is_asked_first_and_once(written):
    with paper() as made:
        made._do("browser", saves=True)
        living = Living(made, None, written)
        assert living.posted() == []
        assert "Your browser saves data" in state(living)
        made.press("Make it live")
        assert [message["do"] for _, message in living.posted()[1:]]
        assert "on its way to life" in state(living)
        made.run("document.getElementById('wake').click()", {})
        assert living.posted() == [], "asked for once"


@pytest.mark.slow
def test_code_is_run_as_it_stands_in_its_box_and_what_came_of_it_is_said_below(living):
    """By hand it failed on: what stood there first run instead; a cell of another place."""
    places = living.come_alive()
    [button] = [one for one in living.paper.all(tag="button") if one["name"] == "Run"]
    [box] = living.paper.all(tag="textarea")
    living.paper.write(box, "print(6 * 7)", enter=False)
    living.paper.press("Run")
    [[_, message]] = living.posted()
    assert message["do"] == "run"
    assert message["source"] == "print(6 * 7)"
    assert "last" not in message
    assert message["cell"] not in places.values()
    own = cell(living, message["cell"])
    assert button["at"] in [one["at"] for one in parts(own)]
    report = functools.partial(report_of, living, message["cell"])
    assert report() == "Running …"
    for said in kernel_says(living, message):
        living.say(said)
    assert report() == "42"
    living.say({"do": "failed", "cell": message["cell"], "text": "ZeroDivisionError"})
    assert report() == "ZeroDivisionError"
    assert "did not start" not in cell(living, message["cell"])["text"]


def report_of(living, name):
    [report] = [one["text"] for one in parts(cell(living, name)) if "report" in one["class"].split()]
    return report


def kernel_says(living, message):
    return living.kernel.do("run", message["cell"], message["source"])


def test_a_browser_that_keeps_nothing_shows_the_lesson_all_the_same(written):
    with paper() as made:
        refuse = "throw new Error('kept from it')"
        made.run(f"localStorage.getItem = localStorage.setItem = () => {{ {refuse}; }}", {})
        living = Living(made, None, written)
        [first, *_] = [message for _, message in living.posted()]
        assert first["kept"] == ""
        living.say({"do": "keep", "kept": "{}"})
        assert hidden(living, "forget")
        living.say({"do": "ready"})
        assert "This page is live" in state(living)


@pytest.mark.slow
def test_a_learners_name_is_kept_with_the_answers_and_both_are_there_again():
    """By hand it failed on: answers kept, and not whose; what no file can hold, which ended the rest."""
    own = "from toolkit.explore.asked import ASKED"
    with Kernel() as kernel:
        kernel.do("begin", "")
        *_, kept, said = kernel.do("run", "a", f"{own}\nASKED.learner = 'K7'")
        assert (kept["do"], said) == ("keep", {"do": "said", "cell": "a", "text": ""})
        assert json.loads(kept["kept"])["learner"] == "K7"
        assert kernel.do("run", "a", "ASKED.records = {'what?': object()}")[-1]["do"] == "said"
    with Kernel() as kernel:
        kernel.do("begin", kept["kept"])
        assert kernel.do("run", "a", f"{own}\nASKED.learner")[-1]["text"] == "K7"
