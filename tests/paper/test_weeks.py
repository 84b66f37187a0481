"""The week under a picture: moved and played by the page alone, its marker over the curves, its live pictures."""

import pytest

from tests.paper.small import WEEKS, agrees, chart, drawn, made, run
from toolkit.explore import Explorer, Slider, Week


def test_the_week_is_read_where_it_rests_and_its_words_are_the_curves(opened):
    page, explorer = opened
    week = page.one(name="Week", tag="input")
    for _ in range(2):
        page.key(week, "ArrowRight")
    now = page.of("now")["text"]
    assert now == f"Week 6: yours {explorer.result[0][6]:.1f} · theirs {20 - 6:.1f}"
    assert explorer.values["week"] == 4, "the kernel hears of it once it rests"
    page.wait(1)
    assert explorer.values["week"] == 6
    agrees(page, explorer)
    page.press("Play")
    page.wait(0.3)
    assert page.of("now")["text"].startswith("Week 7: ")
    page.press("Pause")
    page.wait(1)
    assert explorer.values["week"] == 7
    page.press("Play")
    page.wait(5)
    assert explorer.values["week"] == 8
    assert page.all(name="Play")
    page.press("Play")
    page.wait(0.3)
    assert page.of("now")["text"].startswith("Week 1: "), "from the end it begins anew"


def live(page, is_live=True, last=5):
    """An explorer whose line moves with the week."""
    return page.open(
        lambda: Explorer(
            module="tests.paper.small",
            lesson=2,
            title="A line",
            controls=[
                Week(value=2, low=1, high=last, live=is_live),
                Slider("slope", "Slope", 1.0, low=0.0, high=2.0, step=0.5),
            ],
            presets=[],
            run=lambda week, slope: run(slope, week, "straight", False, week, 0),
            chart=chart,
            sentence=lambda seen: f"Week {seen[2]}: {seen[0][0]:.1f}.",
            table=lambda seen: {"points": seen[0]},
            ledger=lambda values: [],
        )
    )


@pytest.mark.parametrize("is_live", [True, False])
def test_a_live_week_shows_each_weeks_own_picture_as_it_passes(page, is_live):
    explorer = live(page, is_live)
    for key, at in (("", 2), ("ArrowRight", 3), ("ArrowRight", 4), ("ArrowLeft", 3)):
        if key:
            page.key(page.one(name="Week", tag="input"), key)
        assert explorer.values["week"] == 2
        assert drawn(page)["data"][0]["y"][0] == (at if is_live else 2)
        assert drawn(page)["data"][1]["y"] == pytest.approx(list(20.0 - WEEKS))
    page.wait(1)
    assert explorer.values["week"] == 3
    agrees(page, explorer)


def test_the_marker_of_the_week_stands_where_its_axis_has_it(opened):
    page, _ = opened
    mark = """const { style, hidden } = document.querySelector(".toolkit-marker");
    return [style.left, style.top, style.height, hidden]"""
    for week, left in ((4, "50px"), (6, "75px")):
        while float(page.one(name="Week", tag="input")["value"]) < week:
            page.key(page.one(name="Week", tag="input"), "ArrowRight")
        assert page.run(mark, None) == [left, "0px", "100px", False]


MARKED = """
const place = { data: given.data, _fullLayout: Object.fromEntries(Object.entries(given.axes).map(([name, title], at) => [
  name, { title: { text: title }, l2p: (week) => 10 * week + at, _offset: at, _length: 100 + at },
])) };
const [marker, now] = [0, 1].map(() => Object.assign(document.createElement("p"), { hidden: true }));
mark(place, marker, now, given.week);
return [marker.style.left ?? null, marker.style.top ?? null, marker.style.height ?? null, marker.hidden, now.textContent];
"""


@pytest.mark.parametrize(
    ("axes", "curves", "marked"),
    [
        (["points", "x", "weeks", "y"], {"a": "x2"}, ["44px", "3px", "103px", False, "Week 4: a 5.0"]),
        (["points", "x", "weeks", "y"], {"a": "x", "b": "x2"}, ["44px", "3px", "103px", False, "Week 4: b 5.0"]),
        (["points", "x"], {"a": "x", "b": "x"}, ["40px", "1px", "101px", False, "Week 4: a 5.0 · b 5.0"]),
        (["points", "x"], {"pinned: a": "x", "b": "x"}, ["40px", "1px", "101px", False, "Week 4: b 5.0"]),
        (["points", "x"], {"rows": "x2"}, ["40px", "1px", "101px", True, ""]),
        (["week", "x"], {}, ["40px", "1px", "101px", False, ""]),
        ([], {}, [None, None, None, True, ""]),
    ],
)
def test_the_marker_stands_in_the_panel_of_the_weeks_and_says_its_curves_alone(page, axes, curves, marked):
    names = ["xaxis", "yaxis", "xaxis2", "yaxis2"]
    data = [{"name": name, "mode": "lines", "xaxis": at, "x": [3, 4, 5], "y": [4, 5, 6]} for name, at in curves.items()]
    others = [
        {"name": "shade", "mode": "lines", "xaxis": "x", "x": [3, 4, 5], "y": [4, 5, 6], "fill": "toself"},
        {"name": "dots", "mode": "markers", "xaxis": "x", "x": [3, 4, 5], "y": [4, 5, 6]},
        {"name": "period", "mode": "lines", "xaxis": "x", "x": [3, 4], "y": [1, 1]},
        {"name": "elsewhere", "mode": "lines", "xaxis": "x", "x": [7, 8, 9], "y": [1, 1, 1]},
    ]
    code = explorer_script() + MARKED
    given = {"data": data + others, "axes": dict(zip(names, axes, strict=False)), "week": 4}
    assert page.run(code, given) == marked


def explorer_script():
    """The explorer's script without what makes a module of it."""
    return str(Explorer._esm).replace("export default", "")


def test_a_passing_week_is_said_from_time_to_time_and_not_by_its_own_slider(page):
    live(page, is_live=False, last=30)
    said = lambda: page.of("status")["text"]  # noqa: E731
    page.key(page.one(name="Week", tag="input"), "Home")
    assert said() == "", "a slider says its week itself"
    page.wait(3)
    page.press("Play")
    for passed, week in ((0.3, 2), (1.8, 2), (0.2, 12), (1.8, 12), (0.2, 22)):
        page.wait(passed)
        assert said() == f"Week {week}"
    page.press("Pause")
    page.wait(1)


def test_where_motion_is_not_wanted_a_week_goes_on_at_each_press(page):
    page.run(
        """globalThis.keptMedia = matchMedia;
        globalThis.matchMedia = (query) => ({ ...keptMedia(query), matches: query.includes("reduced-motion") })""",
        None,
    )
    try:
        explorer = made()
        known = page._known(explorer)
        page._do("open", **{**known, "script": f"{known['script']}\n// calm"})
    finally:
        page.run("globalThis.matchMedia = keptMedia", None)
    assert not page.all(name="Play")
    for week in (5, 6):
        page.press("Next week")
        page.wait(1)
        assert explorer.values["week"] == week
    page.key(page.one(name="Week", tag="input"), "End")
    page.press("Next week")
    page.wait(1)
    assert explorer.values["week"] == 1, "after the last, the first again"


def test_a_week_that_plays_a_tick_at_a_time_is_left_alone_by_the_kernel_and_ends_with_the_next_act(opened):
    page, explorer = opened
    page.press("Play")
    page.wait(0.19)
    assert page.one(name="Week", tag="input")["value"] == "4"
    page.wait(0.02)
    assert page.one(name="Week", tag="input")["value"] == "5"
    explorer.set(slope=1.5)
    page.key(page.one(name="Slope", tag="input"), "End")
    assert page.one(name="Week", tag="input")["value"] == "5", "the kernel's week is another"
    page.press("Climb")
    assert page.all(name="Play"), "what is pressed ends it"
    page.wait(2)
    assert page.one(name="Week", tag="input")["value"] == str(explorer.values["week"])


def test_where_there_are_no_missions_nothing_speaks_of_them(page):
    live(page)
    assert not page.all(name="Missions")
    assert "Missions" not in page.whole["text"] or not [one for one in page.all() if one["text"] == "Missions"]


def test_the_pictures_of_all_weeks_are_asked_for_once_until_something_else_moves(page, monkeypatch):
    asked = []
    receive = Explorer.receive
    monkeypatch.setattr(
        Explorer, "receive", lambda self, message: (asked.append(message["ask"]), receive(self, message))
    )
    live(page)
    week = page.one(name="Week", tag="input")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.key(week, key)
    assert asked == ["frames"]
    page.wait(1)
    assert asked == ["frames", "set"]
    page.key(week, "ArrowRight")
    assert asked == ["frames", "set", "frames"], "a move has emptied them"
    page.deaf = True
    page.wait(1)
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft"):
        page.key(week, key)
    assert asked == ["frames", "set", "frames"]
