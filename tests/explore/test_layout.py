"""Names moved apart, and a panel below the others."""

import pytest

from toolkit.explore import apart, axis, below, line, picture


@pytest.mark.parametrize(
    ("heights", "placed"),
    [
        ({"a": 10, "b": 50}, {"a": 10, "b": 50}),
        ({"a": 50, "b": 48}, {"b": 48, "a": 58}),
        ({"a": 99, "b": 98, "c": 97}, {"c": 80, "b": 90, "a": 100}),
    ],
)
def test_names_keep_their_distance_and_stay_below_the_top(heights, placed):
    assert apart(heights, gap=10, top=100) == placed


def test_a_panel_below_takes_its_share_and_leaves_the_others_side_by_side():
    two = [(axis("x", 0, 1), axis("y", 0, 1))] * 2
    above = picture([line([0, 1], [0, 1], name="one")], *two, widths=(1, 1, 1))
    made = below(
        above, [line([0, 1], [0, 1], name="two", panel=3)], axis("x", 0, 1), axis("y", 0, 1), share=0.3, gap=0.1
    )
    assert made["layout"]["yaxis"]["domain"] == made["layout"]["yaxis2"]["domain"] == [0.4, 1.0]
    assert made["layout"]["yaxis3"]["domain"] == [0.0, 0.3]
    assert made["layout"]["xaxis3"]["domain"] == [0.0, 1.0]
    assert made["layout"]["xaxis"]["domain"] == above["layout"]["xaxis"]["domain"]
    assert [trace["name"] for trace in made["data"]] == ["one", "two"]
    assert "yaxis3" not in above["layout"]
