"""Every arm is told apart by colour, by dash and by mark, by colour-blind eyes, in the dark and on paper."""

import importlib.resources
import itertools
import re

import numpy as np
import pytest

from toolkit.explore import ARMS, COLOURS, Style, dots
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
