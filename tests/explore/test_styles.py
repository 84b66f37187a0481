"""Every arm is told apart by colour, by dash and by mark, by colour-blind eyes, in the dark and on paper."""

import importlib.resources
import itertools
import re

import numpy as np
import pytest

import toolkit
from toolkit.explore import ARMS, COLOURS, Choice, Seed, Slider, Style, Switch, Week, dots
from toolkit.explore.still import DASHES, MARKS
from toolkit.model import ARM_NAMES

SHEET = importlib.resources.files("toolkit.explore").joinpath("explore.css").read_text(encoding="utf-8")
EYES = {
    "all cones": np.eye(3),
    "protan": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deutan": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritan": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
"""How linear red, green and blue look to them (Machado, Oliveira and Fernandes 2009, full strength)."""
SCHEMES = {
    "light": ("#ffffff", 0),
    "dark": ("#1e1e1e", 1),
    "print": ("#ffffff", 2),
}
"""The page's ground, and which of the style sheet's three lists of colours holds there."""
APART = 0.025
"""Distance in OKLab of two colours side by side that are still two."""


def linear(colour):
    """Red, green and blue of a colour such as #0068a3, proportional to light."""
    share = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def oklab(light):
    cones = [[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.6300]]
    axes = [[0.2105, 0.7936, -0.0041], [1.9780, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]
    return np.array(axes) @ np.cbrt(np.array(cones) @ np.clip(light, 0, 1))


def contrast(one, other):
    bright = sorted(0.05 + linear(colour) @ [0.2126, 0.7152, 0.0722] for colour in (one, other))
    return bright[1] / bright[0]


def on_the_sheet(name):
    """The style sheet's colours of a name: light, dark, print."""
    return re.findall(rf"--toolkit-colour-{name}: (#\w+)", SHEET)


def colours(number):
    names = {colour: name for name, colour in COLOURS.items()}
    return {arm: on_the_sheet(names[style.colour])[number] for arm, style in ARMS.items()}


def test_every_arm_has_a_style_and_a_known_colour():
    assert tuple(ARMS) == ARM_NAMES
    assert {style.colour for style in ARMS.values()} < set(COLOURS.values())


def test_charts_hold_the_colours_of_a_light_page_each_for_one_thing():
    ink = re.findall(r"--toolkit-ink: (#\w+)", SHEET)[0]
    assert {name: (on_the_sheet(name) or [ink])[0] for name in COLOURS} == COLOURS
    assert len(set(COLOURS.values())) == len(COLOURS)


def test_a_colour_is_given_by_name_or_as_it_is():
    drawn = dots([1, 2], [1, 2], name="", colour=["both", "#123456"])
    assert drawn["marker"]["color"] == drawn["marker"]["line"]["color"] == [COLOURS["both"], "#123456"]
    assert Style("mine", "rebeccapurple", "solid", "x").colour == "rebeccapurple"
    assert all(style.label == arm for arm, style in ARMS.items())


@pytest.mark.parametrize("what", ["colour", "dash", "symbol"])
def test_each_look_alone_tells_every_arm(what):
    assert len({getattr(style, what) for style in ARMS.values()}) == len(ARMS)


def test_the_still_picture_knows_every_dash_and_mark():
    assert {style.dash for style in ARMS.values()} <= {*DASHES, "solid"}
    assert {style.symbol.removesuffix("-open") for style in ARMS.values()} <= MARKS.keys()
    assert len(set(DASHES.values())) == len(DASHES)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_can_be_read_as_text(scheme):
    ground, number = SCHEMES[scheme]
    assert min(contrast(colour, ground) for colour in colours(number).values()) >= 4.5


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_differ_to_every_kind_of_eye(scheme, eyes):
    seen = {arm: oklab(np.array(EYES[eyes]) @ linear(colour)) for arm, colour in colours(SCHEMES[scheme][1]).items()}
    for (arm, one), (other, two) in itertools.combinations(seen.items(), 2):
        assert np.linalg.norm(one - two) > APART, f"{arm} and {other}"


CONTROLS = (Slider, Week, Choice, Switch, Seed)
RULES = re.findall(r"([^{};]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL))
"""(selector, declarations) of every rule of the sheet."""
SCRIPTS = "".join(
    one.read_text(encoding="utf-8")
    for one in importlib.resources.files("toolkit.explore").iterdir()
    if one.suffix == ".js"
)


def test_every_class_of_the_sheet_is_one_that_our_scripts_give():
    """By hand it failed on a class that is called otherwise in the sheet than on the page."""
    given = {*re.findall(r"toolkit-[\w-]+", SCRIPTS), *(f"toolkit-{control.__name__.lower()}" for control in CONTROLS)}
    given |= {f"toolkit-{name}" for name in re.findall(r'(?:line|group)\((?:\s*"[^"]*",\s*)?"(\w+)"', SCRIPTS)}
    named = {name for selector, _ in RULES for name in re.findall(r"\.(toolkit-[\w-]+)", selector)}
    assert named - given - {"toolkit-explorer"} == set()


def test_every_colour_that_the_sheet_asks_for_is_one_that_it_gives():
    given = set(re.findall(r"(--toolkit-[\w-]+):", SHEET))
    asked = set(re.findall(r"var\((--toolkit-[\w-]+)", SHEET + SCRIPTS)) - {"--toolkit-colour-"}
    assert asked <= given
    assert {f"--toolkit-colour-{name}" for name in COLOURS} <= given


def test_type_is_never_too_small_to_read_and_never_larger_than_a_heading():
    """Lengths of type are shares of the page's own: smaller than four fifths of it, nobody reads."""
    for selector, about in RULES:
        for size in re.findall(r"font(?:-size)?: ([\d.]+)em", about):
            assert 0.8 <= float(size) <= 1.75, selector


def test_what_is_pressed_is_large_enough_for_a_finger_and_what_has_the_focus_shows_it():
    """24 px either way (WCAG 2.2, 2.5.8), and an outline in a colour that stands out."""
    for selector, about in RULES:
        for number, unit in re.findall(r"min-(?:height|width): ([\d.]+)(px|rem)", about):
            if re.search(r"button|input|summary|select", selector):
                assert float(number) * (16 if unit == "rem" else 1) >= 24, selector
        if "focus-visible" in selector:
            assert re.search(r"outline: [2-9]px solid var\(--toolkit-accent\)", about), selector
    assert any("focus-visible" in selector for selector, _ in RULES)


def test_what_is_hidden_is_gone_and_what_is_for_the_ear_takes_no_room():
    [gone] = [about for selector, about in RULES if selector.strip() == ".toolkit [hidden]"]
    assert gone.strip() == "display: none;"
    [heard] = [about for selector, about in RULES if selector.strip().startswith(".toolkit-hidden")]
    wanted = {
        "position": "absolute !important",
        "width": "1px",
        "height": "1px",
        "overflow": "hidden",
        "clip-path": "inset(50%)",
    }
    told = dict(one.strip().split(": ", 1) for one in heard.strip().rstrip(";").split(";"))
    assert {name: told.get(name) for name in wanted} == wanted


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read_on_their_ground(dark):
    [own] = [
        about for selector, about in RULES if selector.strip() == ('.toolkit[data-dark="true"]' if dark else ".toolkit")
    ]
    said = dict(re.findall(r"--toolkit-([\w-]+): (#\w+)", own))
    full = {
        name: colour if len(colour) == 7 else "#" + "".join(2 * one for one in colour[1:])
        for name, colour in said.items()
    }
    for words in ("ink", "soft"):
        for behind in ("ground", "raised"):
            assert contrast(full[words], full[behind]) >= 4.5, (words, behind)
    assert contrast(full["ink"], full["ground"]) > contrast(full["soft"], full["ground"])


def declared(name):
    """(selector, value) of every declaration of a property."""
    for selector, about in RULES:
        for one in about.split(";"):
            property_, _, value = one.strip().partition(":")
            if property_ == name:
                yield selector.strip(), value.strip()


def test_nothing_of_ours_covers_the_page_but_the_dark_screen_and_what_hides_is_out_of_the_flow():
    """By hand it failed on controls that lie over the whole page where it is narrow."""
    assert [selector for selector, value in declared("position") if value == "fixed"] == [".toolkit-dark"]
    [dark] = [about for selector, about in RULES if selector.strip() == ".toolkit-dark"]
    assert {"inset: 0", "background: #000"} <= {one.strip() for one in dark.split(";")}
    marker, plot = (
        [value for selector, value in declared("position") if selector == f".toolkit-{name}"]
        for name in ("marker", "plot")
    )
    assert (marker, plot) == (["absolute"], ["relative"]), "the marker stands in its plot"
    assert [value for selector, value in declared("container-type")] == ["inline-size"], "or no page were ever narrow"


def test_lengths_are_none_below_nothing_and_none_that_drives_things_apart():
    for name in (
        "padding",
        "margin",
        "gap",
        "margin-top",
        "margin-bottom",
        "margin-left",
        "padding-left",
        "padding-bottom",
    ):
        for selector, value in declared(name):
            for number, unit in re.findall(r"(-?[\d.]+)(r?em|px)", value):
                large = float(number) * (1 if unit == "px" else 16)
                assert 0 <= large <= 30 or "toolkit-hidden" in selector, (selector, name)


def test_a_box_for_a_code_shows_all_of_the_longest_one():
    """Figures are about six tenths of the type wide."""
    longest = max(len(lesson.explorer().code) for lesson in toolkit.lessons.ALL if lesson.number in (1, 2, 13))
    [(_, wide)] = [found for found in declared("width") if found[0] == ".toolkit-code input"]
    assert float(wide.removesuffix("em")) >= 0.6 * longest
