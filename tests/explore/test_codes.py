"""Scenario codes: short, exact, forgiving of eyes and ears, and clear about what is wrong with a wrong one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.explore import Choice, Seed, Slider, Switch, Week, codes


def controls():
    return [
        Choice("who", "Who", 1000, options={1: "one", 1000: "many"}),
        *(Slider(f"strength{n}", "Strength", 1.0, high=3.0, step=0.05) for n in range(8)),
        Switch("on", "On", True),
        Week(value=12, low=1, high=104),
        Seed(),
    ]


def code(**values):
    made = controls()
    for control in made:
        control.value = control.accept(values.get(control.name, control.value))
    return codes.write(2, made)


settings = st.fixed_dictionaries({control.name: st.sampled_from(control.allowed) for control in controls()})


@given(settings)
def test_a_code_holds_every_control_exactly(values):
    written = code(**values)
    assert len(written) <= 40
    assert codes.read(written, 2, controls()) == values


def test_a_code_may_be_read_aloud_and_misheard():
    written = code(seed=1010)
    spoken = written.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert spoken != written.lower()
    assert codes.read(spoken, 2, controls()) == codes.read(written, 2, controls())


@given(settings, st.data())
def test_any_one_wrong_character_and_any_two_swapped_are_noticed(values, data):
    written = code(**values).replace("-", "")
    at = data.draw(st.integers(0, len(written) - 2))
    other = data.draw(st.sampled_from(codes.DIGITS))
    for wrong in (
        written[:at] + other + written[at + 1 :],
        written[:at] + written[at + 1] + written[at] + written[at + 2 :],
    ):
        if wrong != written:
            with pytest.raises(ValueError, match="does not add up"):
                codes.read(wrong, 2, controls())


def test_a_sound_code_of_too_few_characters_is_refused_in_words():
    with pytest.raises(ValueError, match="does not add up"):
        codes.read("2" + codes.checksum("2"), 2, controls())


def test_two_options_that_change_places_make_older_codes_void():
    def plan(*options):
        return [Choice("plan", "Plan", "a", options={option: option for option in options})]

    with pytest.raises(ValueError, match="earlier form"):
        codes.read(codes.write(2, plan("a", "b", "c", "d")), 2, plan("a", "c", "b", "d"))


@pytest.mark.parametrize("wrong", ["", "2", "-", "211", code()[:-2], code() + "7"])
def test_a_code_of_the_wrong_length_is_refused(wrong):
    with pytest.raises(ValueError, match="a character is wrong, missing or too many"):
        codes.read(wrong, 2, controls())


@pytest.mark.parametrize("wrong", ["ABCU", "21*3", "21ä3"])
def test_a_character_that_no_code_has_is_named(wrong):
    with pytest.raises(ValueError, match="is in no code"):
        codes.read(wrong, 2, controls())


def test_a_sound_code_from_elsewhere_says_from_where(monkeypatch):
    with pytest.raises(ValueError, match="a code of lesson 2; here is lesson 7"):
        codes.read(code(), 7, controls())
    with pytest.raises(ValueError, match="earlier form of this lesson"):
        codes.read(code(), 2, controls()[1:])
    written = code()
    now = codes.VERSION
    monkeypatch.setattr(codes, "VERSION", now + 1)
    with pytest.raises(ValueError, match=re.escape(f"with version {now} of the model; here is version {now + 1}")):
        codes.read(written, 2, controls())


@pytest.mark.parametrize(
    ("value", "kept"), [(0.07, 0.05), (0.08, 0.1), (3.0, 3.0), (1, 1.0)], ids=["down", "up", "end", "whole"]
)
def test_a_slider_goes_to_the_nearest_step(value, kept):
    assert Slider("a", "A", high=3.0, step=0.05, value=1.0).accept(value) == kept


def test_steps_that_miss_the_upper_end_stay_below_it():
    assert Slider("a", "A", value=0.0, high=1.0, step=0.6).allowed == [0.0, 0.6]
    assert Slider("a", "A", value=0, low=0, high=10, step=4).accept(10) == 8
