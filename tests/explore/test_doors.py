"""Two plain doors: a picture is plotly's figure, and a plotly figure a picture; controls are traits and ordinary widgets."""

import ast
import inspect
import json
import re
import sys
import textwrap

import ipywidgets
import nbformat
import numpy as np
import plotly.graph_objects as go
import pytest
import traitlets

import toolkit
from tests.explore.test_explorer import made, page
from tests.meaning.quoting import one
from tests.notebooks.refresh import NOTEBOOKS
from toolkit import explore
from toolkit.explore import COLOURS, Beside, Choice, Explorer, Predict, Seed, Slider, Switch, still
from toolkit.explore.figure import as_chart

ADDITIVE = toolkit.lessons.lesson(3)


@pytest.fixture
def explorer():
    return made()


def told_to_authors(words):
    """The page for people who know plotly and ipywidgets says what the test that calls this finds."""
    cells = nbformat.read(NOTEBOOKS / "trainers" / "plotly_and_ipywidgets.ipynb", as_version=4).cells
    assert words in one(" ".join(cell.source for cell in cells if cell.cell_type == "markdown"))


# --- plotly ---


@pytest.mark.slow
def test_a_figure_is_a_copy_with_a_plain_template(explorer):
    told_to_authors("You get a figure of your own, to show, change and save: what you do to it stays in it")
    before = explorer.table()["points"].copy()
    figure = explorer.figure
    assert isinstance(figure, go.Figure)
    assert figure.layout.template.layout.font.color == COLOURS["ink"]
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.range) == ("week", (-4, 4))
    figure.data[0].y = [9, 9, 9]
    figure.update_xaxes(title="mine").update_traces(line_color="red")
    assert explorer.still["layout"]["xaxis"]["title"]["text"] == "week"
    assert explorer.still["data"][0]["y"].tolist() == before.tolist()
    assert explorer.figure.data[0].line.color == COLOURS["ink"]


def test_a_figure_shows_what_is_pinned_and_moves_on(explorer):
    told_to_authors("`explorer.figure` is what an explorer shows now, with what is pinned")
    explorer.pin()
    explorer.set(slope=2.0)
    ghost, line = explorer.figure.data
    assert ghost.line.color == COLOURS["pinned"]
    assert list(line.y) == [0, 2, 4]


def test_the_picture_beside_is_a_figure_too(explorer):
    beside = Beside(title="Beside", explorer=explorer, chart=explorer._chart, sentence=lambda _: "So it is.")
    assert list(beside.figure.data[0].y) == [0, 1, 2]


def test_a_lesson_makes_figures_without_a_widget():
    figure = ADDITIVE.figure(medication=0.5, people=100)
    explorer = ADDITIVE.explorer()
    explorer.set(medication=0.5, people=100)
    assert figure == explorer.figure
    assert figure != ADDITIVE.figure()
    with pytest.raises(ValueError, match=r"medication = 99: must be .* to "):
        ADDITIVE.figure(medication=99)
    with pytest.raises(ValueError, match="'dose' is not a control; there are medication"):
        ADDITIVE.figure(dose=0.5)


def drawn_by_plotly(figure):
    """An explorer whose lesson draws with plotly itself."""
    return Explorer(
        lesson=2,
        module="x",
        title="Bars",
        controls=[Slider("high", "High", 1.0, high=3.0)],
        presets=[],
        run=lambda high: high,
        chart=figure,
        sentence=lambda high: f"It is {high:.1f} high.",
        table=lambda high: {"height": [high]},
        ledger=lambda _: [],
    )


def bars(high):
    return go.Figure(go.Bar(x=["one", "two"], y=np.array([1, high]), marker_color=COLOURS["both"]), {"title": "Mine"})


def test_a_lesson_may_draw_with_plotly():
    explorer = drawn_by_plotly(bars)
    explorer.set(high=2.0)
    (trace,) = explorer.view["figure"]["data"]
    assert np.frombuffer(trace["y"]["column"], "<f8").tolist() == [1, 2]
    assert explorer.view["figure"]["as_is"]
    assert "template" not in explorer.view["figure"]["layout"]
    assert explorer.figure.layout.title.text == "Mine"
    assert explorer.csv == "x,y\none,1\ntwo,2\n"
    explorer.pin()
    explorer.set(high=3.0)
    assert len(explorer.figure.data) == 1, "what cannot lie beneath is left out"
    assert "It is 2.0 high." in explorer.view["then"]


def test_where_nothing_can_draw_it_the_words_stand_as_the_page_for_authors_says():
    """By hand it failed on that page: the picture was said to be kept, without the words."""
    told_to_authors(
        "of what is pinned only the sentence stays, and a saved notebook keeps the words without the picture"
    )
    explorer = drawn_by_plotly(bars)
    bundle, _ = explorer._repr_mimebundle_()
    assert bundle["text/plain"] == "It is 1.0 high."
    assert "image/svg+xml" not in bundle
    assert "<img" not in explorer.kept["data"]["text/html"]
    assert "It is 1.0 high." in explorer.kept["data"]["text/html"]


@pytest.mark.filterwarnings("ignore:.*scattermapbox:DeprecationWarning")  # plotly's own templates, as of 6.0
def test_a_plotly_figure_keeps_its_own_template_and_every_kind_of_data():
    dates = np.array(["2020-01-01", "2020-01-02"], dtype="datetime64[D]")
    grid = go.Figure(go.Heatmap(z=np.arange(6).reshape(2, 3), x=dates), {"template": "plotly_dark"})
    chart = as_chart(grid)
    assert chart["data"][0]["z"] == [[0, 1, 2], [3, 4, 5]]
    assert chart["data"][0]["x"][0].startswith("2020-01-01")
    assert chart["layout"]["template"]["layout"]["paper_bgcolor"] == "rgb(17,17,17)"
    assert drawn_by_plotly(lambda _: grid).figure.layout.template.layout.paper_bgcolor == "rgb(17,17,17)"


@pytest.mark.parametrize("values", [[0.5, 1.25, -3.0], [1, 2, 3]], ids=["broken", "whole"])
def test_a_plotly_figures_numbers_are_those_that_were_given(values):
    for given in (values, np.array(values)):
        [trace] = as_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=given)))["data"]
        assert list(trace["y"]) == values


@pytest.mark.parametrize("wrong", [None, [1, 2], {"data": []}])
def test_what_is_no_picture_is_named(wrong):
    with pytest.raises(ValueError, match=rf"chart = {type(wrong).__name__}: must be what explore\.picture makes"):
        drawn_by_plotly(lambda _: wrong)


# --- ipywidgets ---


def traits(explorer):
    return {name: getattr(explorer.params, name) for name in explorer.controls}


def test_a_trait_moves_the_explorer_as_a_hand_would(explorer):
    explorer.params.slope = 1.9
    assert explorer.values["slope"] == explorer.params.slope == 2.0, "to the nearest step"
    assert explorer.sentence == "It ends at 4.0."
    explorer.params.shape = "bent"
    explorer.undo()
    explorer.undo()
    assert traits(explorer) == explorer.values
    assert explorer.values["slope"] == 1.0


def test_every_way_to_move_sets_the_traits_all_at_once(explorer):
    told_to_authors("Each move sets it, whoever made it")
    seen = []
    explorer.params.observe(lambda change: seen.append((change.name, dict(explorer.values))), names=["slope", "shape"])
    explorer.params.observe(lambda _: seen.append(explorer.params.shape), names="slope")
    explorer.set(slope=2.0, shape="bent", seed=5)
    now = {"slope": 2.0, "shape": "bent", "dashed": False, "seed": 5}
    assert seen == [("slope", now), "bent", ("shape", now)]
    assert explorer.params.seed == 5
    page(explorer, "set", values={"slope": 0.0})
    assert explorer.params.slope == 0.0
    explorer.reset()
    assert explorer.params.slope == 1.0


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("slope", 7, r"slope = 7: must be a number from -2 to 2"),
        ("slope", "steep", "slope = 'steep'"),
        ("shape", "round", "shape = 'round': must be one of straight, bent"),
        ("dashed", 1, "dashed = 1: must be True or False"),
        ("seed", 1.5, r"seed = 1\.5"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_and_moves_nothing(explorer, name, value, said):
    told_to_authors("A value out of range is a `TraitError`")
    before = explorer.values, explorer.view
    with pytest.raises(traitlets.TraitError, match=said):
        setattr(explorer.params, name, value)
    assert (explorer.values, explorer.view) == before
    assert traits(explorer) == explorer.values


def test_a_move_that_fails_leaves_the_trait_too(explorer):
    told_to_authors("it can be undone, and a failure changes nothing")
    explorer.params.slope = 2.0
    heard = []
    explorer.params.observe(heard.append, names="slope")
    with pytest.raises(ZeroDivisionError):
        explorer.params.slope = -2.0
    assert (explorer.params.slope, explorer.values["slope"], heard) == (2.0, 2.0, [])
    explorer.undo()
    assert explorer.params.slope == 1.0


def test_links_go_both_ways_and_a_slider_of_ones_own_moves_the_picture(explorer):
    told_to_authors("So a slider of your own can be linked, both ways")
    slider = ipywidgets.FloatSlider(value=0.5, min=-1.5, max=2, step=0.5)
    mirror = ipywidgets.FloatText()
    ipywidgets.link((slider, "value"), (explorer.params, "slope"))
    ipywidgets.dlink((explorer.params, "slope"), (mirror, "value"))
    assert explorer.sentence == "It ends at 1.0."
    slider.value = 2.0
    assert (explorer.sentence, mirror.value) == ("It ends at 4.0.", 2.0)
    explorer.apply("Steep")
    explorer.undo()
    explorer.set(slope=1.0)
    assert slider.value == mirror.value == 1.0
    assert ipywidgets.jslink((slider, "value"), (explorer.params, "slope")).target == (explorer.params, "slope")


def test_what_a_page_links_moves_too_and_what_is_refused_goes_back(explorer):
    explorer.params.set_state({"slope": 2})
    assert explorer.sentence == "It ends at 4.0."
    sent = []
    explorer.params.send_state = sent.append
    with pytest.raises(traitlets.TraitError):
        explorer.params.set_state({"slope": 99})
    assert sent == [["slope"]]
    assert explorer.params.slope == 2.0


def test_a_trait_that_follows_sets_another(explorer):
    explorer.params.observe(lambda change: setattr(explorer.params, "dashed", change.new > 1), names="slope")
    explorer.set(slope=2.0)
    assert explorer.values["dashed"]
    explorer.undo()
    assert (explorer.values["slope"], explorer.params.dashed) == (2.0, False)


def test_the_guess_still_comes_first():
    guess = Predict("How steep?", {"flat": "No.", "steep": "Yes."}, guesses=[0.0, 2.0])
    explorer = made(guess)
    explorer.params.slope = 2.0
    assert "figure" not in explorer.view
    assert explorer.values["slope"] == 2.0


def test_something_that_follows_and_fails_leaves_the_move_whole_and_says_so(explorer):
    told_to_authors("when you hear of one, picture and sentence have moved already")

    def fail(_):
        raise RuntimeError("mine")

    explorer.params.observe(fail, names="slope")
    with pytest.raises(RuntimeError, match="mine"):
        page(explorer, "set", number=4, values={"slope": 2.0})
    assert explorer.view["values"]["slope"] == explorer.params.slope == 2.0
    assert explorer.view["answers"] == 4
    assert "The picture has moved" in explorer.view["error"]
    explorer.params.unobserve_all()
    explorer.undo()
    assert explorer.values["slope"] == 1.0


def test_a_name_that_is_no_trait_is_refused(explorer):
    told_to_authors("What is no control is refused, here and at the explorer itself, so that no mistake is silent")
    with pytest.raises(ValueError, match=r"'slope' is no trait here\. .*explorer\.params\.observe\(f, names='slope'\)"):
        explorer.observe(print, names="slope")
    with pytest.raises(ValueError, match="'slop' is no trait here"):
        explorer.params.observe(print, names=["shape", "slop"])
    with pytest.raises(AttributeError, match="'slop' is not a control; there are slope, shape"):
        explorer.params.slop = 1.0
    explorer.observe(print, names=["view", "status"])


def test_a_control_may_not_be_called_as_what_every_widget_has():
    explorer = drawn_by_plotly(bars)
    explorer.controls["keys"] = explorer.controls["high"]
    with pytest.raises(ValueError, match="control = 'keys'"):
        _ = explorer.params


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_every_lesson_has_ordinary_widgets_that_its_controls_understand(lesson):
    widgets, controls = lesson.widgets(), {control.name: control for control in lesson.controls()}
    assert list(widgets) == list(controls)
    for name, widget in widgets.items():
        assert isinstance(widget, ipywidgets.DOMWidget)
        assert controls[name].accept(widget.value) == widget.value == controls[name].opening
        assert widget.description.startswith(controls[name].label)
        for end in ("min", "max"):
            if hasattr(widget, end):
                assert controls[name].accept(getattr(widget, end)) == getattr(widget, end)


@pytest.mark.slow
def test_interact_makes_a_bare_explorer_in_one_line():
    widgets, shown = ADDITIVE.widgets(), []

    def show(**values):
        shown.append(ADDITIVE.figure(**values))

    panel = ipywidgets.interactive(show, **widgets)
    panel.update()
    widgets["people"].value = 100
    assert shown[-1] == ADDITIVE.figure(people=100)
    assert panel.kwargs == {name: widget.value for name, widget in widgets.items()}
    ipywidgets.interactive_output(show, widgets)
    assert shown[-1] == ADDITIVE.figure(people=100)


# --- numbers, words ---


@pytest.mark.slow
@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_a_table_is_a_data_frame_as_it_is(lesson):
    table = lesson.explorer().table()
    import pandas

    frame = pandas.DataFrame(table)
    assert list(frame) == list(table)
    assert all(column.ndim == 1 and len(column) == len(frame) > 0 for column in table.values())


def test_it_says_in_one_line_what_it_is_and_where_it_stands(explorer):
    explorer.set(slope=2.0)
    assert repr(explorer) == (
        "<Explorer of lesson 2, 'A line', at slope=2.0, shape='straight', dashed=False, seed=1; "
        f"scenario code {explorer.code}>"
    )
    assert repr(explorer.params) == "Params(slope=2.0, shape='straight', dashed=False, seed=1)"
    assert explorer.setting == "Slope: 2 points a week · People number: 1"


# --- an address ---


def test_an_address_opens_at_its_code_or_preset(explorer):
    code = explorer.code
    explorer.set(slope=2.0, seed=9)
    other = explorer.code
    explorer.reset()
    page(explorer, "open", code=other, preset="Steep")
    assert (explorer.values["slope"], explorer.values["seed"]) == (2.0, 9)
    page(explorer, "open", code="", preset="steep")
    assert explorer.view["preset"] == "Steep"
    page(explorer, "open", code=code, preset="")
    assert explorer.code == code


@pytest.mark.parametrize(
    ("code", "preset", "said"), [("XYZ", "", "The code 'XYZ' does not add up"), ("", "Step", "preset = 'Step'")]
)
def test_an_address_that_names_nothing_says_so_and_the_picture_opens_as_ever(explorer, code, preset, said):
    with pytest.raises(ValueError, match="In this page's address"):
        page(explorer, "open", code=code, preset=preset)
    assert said.split("'")[0] in explorer.view["error"]
    assert re.search(r"[^.]\. The picture opens as it always does\.$", explorer.view["error"])
    assert explorer.values == made().values


def test_what_is_wrong_with_an_address_is_still_said_once_the_guess_is_made():
    guess = Predict("How steep?", {"flat": "No.", "steep": "Yes."}, guesses=[0.0, 2.0])
    explorer = made(guess)
    with pytest.raises(ValueError, match="In this page's address"):
        page(explorer, "open", code="XYZ", preset="")
    guess.answer("flat")
    assert "figure" in explorer.view
    assert "In this page's address" in explorer.view["error"]
    explorer.set(slope=2.0)
    assert explorer.view["error"] == ""


class Toy:
    """Something to be curious about."""

    def wins(self):
        """Always."""
        return True


@pytest.mark.parametrize(("thing", "name"), [(Toy, "Toy"), (Toy.wins, "wins"), (still, "still")])
def test_the_code_behind_something_is_its_own_folded_away_under_its_name(thing, name):
    text = explore.source(thing).data
    assert text.startswith(f"<details><summary>For the curious: the code of {name}</summary>\n\n```python\n")
    assert text.endswith("\n```\n\n</details>")
    code = text.partition("```python\n")[2].partition("\n```\n\n</details>")[0]
    assert ast.dump(ast.parse(code)) == ast.dump(ast.parse(textwrap.dedent(inspect.getsource(thing))))


def test_an_ordinary_widget_has_its_controls_ends_steps_unit_options_and_help():
    """By hand it failed on: a readout that rounds the value; options as they are called in Python; a step of a tenth."""
    controls = [
        Slider("x", "Slope", 0.25, low=-1.0, high=2.0, step=0.25, unit="points", help="How steep."),
        Slider("n", "People", 4, low=2, high=10, step=2),
        Seed(),
        Choice("c", "Shape", "b", options={"a": "a line", "b": "a bend"}),
        Switch("s", "Steady", True),
    ]
    slope, people, number, shape, steady = explore.widgets(controls).values()
    assert (slope.description, slope.tooltip, slope.readout_format) == ("Slope (points)", "How steep.", ".2f")
    assert (slope.min, slope.max, slope.step, slope.value) == (-1.0, 2.0, 0.25, 0.25)
    assert (type(people), people.min, people.max, people.step) == (ipywidgets.IntSlider, 2, 10, 2)
    assert (people.description, people.tooltip) == ("People", None)
    assert (type(number), number.min, number.max) == (ipywidgets.BoundedIntText, 0, 9999)
    assert (shape.options, shape.value, shape.label) == ((("a line", "a"), ("a bend", "b")), "b", "a bend")
    assert (type(steady), steady.value) == (ipywidgets.Checkbox, True)


def test_a_figure_of_ours_looks_as_on_a_light_page_and_one_of_plotlys_has_a_height(explorer):
    made_of = explorer.figure.to_plotly_json()["layout"]
    template = made_of["template"]["layout"]
    assert (template["paper_bgcolor"], template["plot_bgcolor"], template["font"]["color"]) == (
        "#fff",
        "#fff",
        COLOURS["ink"],
    )
    assert template["colorway"] == [
        COLOURS[name] for name in ("medication", "therapy", "both", "nothing", "waiting", "therapy-dummy")
    ]
    for name in ("xaxis", "yaxis"):
        assert (template[name]["zeroline"], template[name]["automargin"], template[name]["gridcolor"]) == (
            False,
            True,
            "#d5d5d5",
        )
    assert as_chart(go.Figure(go.Bar(y=[1])))["layout"]["height"] == 420
    assert as_chart(go.Figure(go.Bar(y=[1]), {"height": 200}))["layout"]["height"] == 200


def test_a_plotly_figures_packed_and_nested_values_come_as_plain_ones():
    grid = go.Figure(
        go.Heatmap(z=np.arange(6.0).reshape(2, 3), customdata=np.array([["a", "b"]]), x=[np.int64(1), True, None])
    )
    [trace] = as_chart(grid)["data"]
    assert trace["z"] == [[0, 1, 2], [3, 4, 5]]
    assert trace["customdata"] == [["a", "b"]]
    json.dumps({name: value for name, value in trace.items() if not isinstance(value, np.ndarray)})
    kept = as_chart(go.Figure(go.Scatter(y=np.array([1, 2, 3], dtype="int8"))))["data"][0]["y"]
    assert (kept.dtype, kept.tolist()) == (np.dtype(float), [1, 2, 3])


def test_without_the_whole_plotly_a_figure_says_what_is_missing(explorer, monkeypatch):
    monkeypatch.setitem(sys.modules, "plotly.graph_objects", None)
    with pytest.raises(ImportError, match="whole plotly"):
        _ = explorer.figure
