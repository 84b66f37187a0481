"""A hundred people are always a hundred, in their order, each kind with a look of its own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.explore import Kind, hundred, hundred_axes
from toolkit.explore.people import whole

shares = st.lists(st.floats(0, 1), min_size=1, max_size=6).filter(lambda parts: sum(parts) > 0.01)


@given(shares)
def test_counts_are_whole_add_up_to_a_hundred_and_are_off_by_less_than_one(parts):
    counts = [100 * part / sum(parts) for part in parts]
    rounded = whole(counts)
    assert sum(rounded) == 100
    assert all(abs(one - count) < 1 + 1e-6 for one, count in zip(rounded, counts, strict=True))


@pytest.mark.slow
@given(shares, st.integers(0, 3))
def test_a_hundred_places_are_taken_once_each_in_the_order_of_the_kinds(parts, block):
    kinds = [Kind(f"kind {place}", 100 * part / sum(parts)) for place, part in enumerate(parts)]
    traces = hundred(kinds, block=block, called="therapy")
    places = [(x - 12 * block, y) for trace in traces for x, y in zip(trace["x"], trace["y"], strict=True)]
    assert [10 * y + x for x, y in places] == list(range(100))
    names = [trace["name"] for trace in traces]
    assert names == sorted(names)
    assert all(f"({len(trace['x'])} of 100)" in str(trace) for trace in traces)


@pytest.mark.parametrize("counts", [[50, 49], [120, -20], [np.nan, 100]])
def test_what_is_no_hundred_is_refused_with_its_counts(counts):
    with pytest.raises(ValueError, match="100 together"):
        whole(counts)


def test_every_block_has_its_name_below_its_middle():
    below, _ = hundred_axes("100 people", ["waiting", "therapy"])
    assert list(below["tickvals"]) == [4.5, 16.5]
    assert list(below["ticktext"]) == ["waiting", "therapy"]


@pytest.mark.parametrize("blocks", [1, 2, 4])
def test_every_block_has_its_people_above_its_name_and_as_much_room_at_either_end(blocks):
    below, beside = hundred_axes("100 people", [f"{block}" for block in range(blocks)])
    across = [hundred([Kind("all", 100)], block=block)[0]["x"] for block in range(blocks)]
    assert [np.mean(x) for x in across] == pytest.approx(below["tickvals"])
    low, high = below["range"]
    assert low < across[0].min()
    assert high - across[-1].max() == pytest.approx(across[0].min() - low)
    assert beside["range"][0] < 0 < 9 < beside["range"][1]


@pytest.mark.parametrize(("of", "row", "apart"), [(100, 10, 1), (1000, 40, 0.25)])
def test_people_stand_in_rows_from_the_bottom_on_the_same_ground_and_are_told_in_whole(of, row, apart):
    """By hand it failed on: a thousand in rows of ten; a kind that counts the people before it."""
    kinds = [Kind("none", 0), Kind("few", 0.4 * of), Kind("rest", 0.6 * of - 0.4), Kind("one", 0.4)]
    traces = hundred(kinds, of=of, block=1, called="with therapy", legend=False)
    assert [trace["name"] for trace in traces] == ["few", "rest"], "whoever is nobody is not drawn"
    places = [(x, y) for trace in traces for x, y in zip(trace["x"], trace["y"], strict=True)]
    assert places == [(12 + apart * (n % row), apart * (n // row)) for n in range(of)]
    assert [set(trace["hovertext"]) for trace in traces] == [
        {f"with therapy: few ({2 * of // 5} of {of:,})"},
        {f"with therapy: rest ({3 * of // 5} of {of:,})"},
    ]
    assert not any(trace["showlegend"] for trace in traces)
    with pytest.raises(ValueError, match="of = 10"):
        hundred(kinds, of=10)
