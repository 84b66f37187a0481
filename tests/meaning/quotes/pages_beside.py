"""What the page for authors, and the pages of claims, dates and misses say around what they list; and what makes it so."""

import toolkit
from tests.meaning.lived import LESSONS
from tests.meaning.quotes.beside import event
from tests.meaning.quotes.grounds import also, button, has, holds, in_every_lesson
from tests.meaning.quoting import quotes, why
from toolkit.explore.page import script
from toolkit.lessons.claims import said as all_claims
from toolkit.lessons.claims import studies
from toolkit.lessons.fast_and_lasting import history
from toolkit.lessons.misses import board, every_miss
from toolkit.model import BOTH, DUMMY, FOUR_PLANS, MEDICATION, THERAPY, Cohort, Model, simulate

SAFE = (
    in_every_lesson("This is a teaching toy, not advice"),
    in_every_lesson("talk to the person who prescribed it. If you need help now: your local emergency number"),
    in_every_lesson("[findahelpline.com](https://findahelpline.com), which lists helplines by country"),
)
DOORS = "tests/explore/test_doors.py"


def additive(**values):
    return LESSONS[2].figure(**values)


def refused(act):
    """What an act that is refused says."""
    try:
        act()
    except ValueError as error:
        return str(error)
    raise AssertionError("it was taken")


def figures_are_ones_own():
    """Whether what is left out stands as it opens, and a changed figure leaves the next one as it was."""
    first = additive(medication=0.5)
    first.update_layout(title="mine")
    return additive(**LESSONS[2].opening) == additive() and additive(medication=0.5) != first


def wrong_ones_are_named():
    """Whether a wrong value is refused with its range, and a wrong name with the names that there are."""
    value, name = (refused(lambda wrong=wrong: additive(**wrong)) for wrong in ({"medication": 99}, {"dose": 1}))
    return "must be" in value and " to " in value and "there are medication" in name


def a_trait_for_each():
    """Whether params has every control, a move by it can be undone, and any move sets it."""
    explorer = LESSONS[2].explorer()
    assert all(getattr(explorer.params, name) == value for name, value in explorer.values.items())
    before = explorer.values["medication"]
    explorer.params.medication = 0.5
    moved = explorer.values["medication"]
    explorer.undo()
    return (moved, explorer.params.medication, explorer.values["medication"]) == (0.5, before, before)


def columns_are_alike():
    """Whether a table's columns have one length."""
    return len({len(column) for column in LESSONS[2].explorer().table().values()}) == 1


def both_sides_of():
    """Whether some study stands for one claim and against another."""
    sides = [{id for claim in all_claims()["claims"] for id in claim[side]} for side in ("for", "against")]
    return bool(sides[0] & sides[1])


def most_read_in(kind, ids):
    """Whether of these records more than half were read so."""
    kinds = [toolkit.finding(id).source_kind for id in ids]
    return 2 * sum(each.startswith(kind) for each in kinds) > len(kinds)


def on_claims_page():
    return {id for claim in all_claims()["claims"] for side in ("for", "against") for id in claim[side]}


def adding_up():
    """Whether as the model opens both together are within a tenth of the two gains added."""
    scores = simulate(Cohort(1000, 1), FOUR_PLANS, 12, keep=("symptoms",), keep_weeks=(12,)).mean(12)
    course = dict(zip(FOUR_PLANS, scores, strict=True))
    gain = {name: course[DUMMY] - course[name] for name in (MEDICATION, THERAPY, BOTH)}
    return abs(gain[BOTH] - gain[MEDICATION] - gain[THERAPY]) < 0.1 * gain[BOTH]


def a_person_has(*absent):
    """Whether nothing of a toy person is called so."""
    traits = vars(Cohort(2, 1).people(range(1))).keys()
    return not any(word in name for word in absent for name in traits)


QUOTES = [
    *quotes(
        "doors",
        (
            "Press Run this lesson, in JupyterLab: where lessons run in the browser alone, only plotly's script is there, "
            "not its Python. An explorer draws with plotly, and has fields of its own in place of ipywidgets' sliders: "
            "with labels that are tied to them, an undo, and a guess that comes first. You need neither to use it. A "
            "picture is a figure, and a control is a trait",
            button,
            has("toolkit/explore/figure.py", "In the lessons that run in the browser alone only its script is there"),
            has("publish/site.toml", "Of plotly only its script is used", "plotly.min.js"),
            has("toolkit/explore/controls.js", 'element("label", { htmlFor: key, textContent: control.label })'),
            holds(lambda: 'button("Undo"' in script("explorer.js") and hasattr(toolkit.lessons.lesson(3), "predict")),
        ),
        (
            "This is a teaching toy, not advice. Nobody should stop or change a medication without the person who "
            "prescribed it. In a crisis call your local emergency number; findahelpline.com lists lines by country",
            *SAFE,
        ),
        (
            "`LESSON.figure` takes controls by name; what you leave out stands as it opens. You get a figure of your own, "
            "to show, change and save: what you do to it stays in it. A wrong name or value is refused, with the names or "
            "the range",
            holds(figures_are_ones_own),
            holds(wrong_ones_are_named),
        ),
        (
            "`explorer.figure` is what an explorer shows now, with what is pinned and with the guess; the published "
            "figures beside it have one too (`LESSON.studies(explorer).figure`)",
            has(
                DOORS,
                "def test_a_figure_shows_what_is_pinned_and_moves_on",
                "def test_the_picture_beside_is_a_figure_too",
            ),
            has("toolkit/explore/explorer.py", "beneath = pinned(", "above = self._guess.traces(result)"),
        ),
        (
            "`explorer.params` has one for each control. Setting it is a move like any other: it can be undone, and a "
            "failure changes nothing. Each move sets it, whoever made it. So a slider of your own can be linked, both "
            "ways; move either",
            holds(a_trait_for_each),
            has(DOORS, "def test_a_move_that_fails_leaves_the_trait_too", "def test_links_go_both_ways"),
        ),
        (
            "`dlink` works too, and `jslink`, for `params` is a widget. To hear of moves, `observe`; when you hear of one, "
            "picture and sentence have moved already. What is no control is refused, here and at the explorer itself, so "
            "that no mistake is silent. A value out of range is a `TraitError`",
            has(
                "toolkit/explore/params.py",
                "class Params(ipywidgets.Widget)",
                "`ipywidgets.link`, `jslink`, `dlink` and `observe` work with them",
                "traitlets.TraitError: for a value that a control does not allow",
            ),
            has("toolkit/explore/explorer.py", "self.view = {", "self._params.follow(values)"),
            holds(
                lambda: "is no trait here" in refused(lambda: LESSONS[2].explorer().observe(print, names="medication"))
            ),
        ),
        (
            "`LESSON.widgets()` gives the controls as ordinary widgets. With `interact` that makes a second front end, "
            "without guess, undo or sentence; good for a look, or to build another page",
            holds(lambda: [*LESSONS[2].widgets()] == [control.name for control in LESSONS[2].controls()]),
            has(DOORS, "def test_interact_makes_a_bare_explorer_in_one_line"),
        ),
        (
            "`explorer.table()` has columns of one length by name: `pandas.DataFrame(explorer.table())` takes it as it is",
            holds(columns_are_alike),
            has(DOORS, "def test_a_table_is_a_data_frame_as_it_is"),
        ),
        (
            "The `chart` of a lesson may return a plotly figure. It follows the controls, takes the page's colours, light "
            "or dark, and is saved with its setting and code. Not everything comes along: of what is pinned only the "
            "sentence stays, and a saved notebook keeps the words without the picture. [Your own lesson in thirty "
            "minutes](../../toolkit/lessons/README.md) has the rest of a lesson",
            has(
                DOORS,
                "def test_a_lesson_may_draw_with_plotly",
                "what cannot lie beneath is left out",
                'assert "image/svg+xml" not in bundle',
            ),
            has(
                "toolkit/explore/figure.py",
                "the page gives it its colours and width",
                "so that the figure can be dark on a dark page",
            ),
            also("rooms", "# Your own lesson in thirty minutes", "`chart` may return a plotly figure instead"),
        ),
    ),
    *quotes(
        "claims page",
        (
            "# Thirty claims, and what studies say Two texts say that medication and therapy belong together",
            holds(lambda: len(all_claims()["claims"]) == 30),
        ),
        (
            "A teaching toy, not advice. Please do not stop or change a medication without the person who prescribed it. "
            "If you need help now: your local emergency number, or [findahelpline.com](https://findahelpline.com), which "
            "lists helplines by country. All lessons are on the [front page](index.ipynb)",
            *SAFE,
            has("notebooks/index.ipynb", "index.lessons()"),
        ),
        (
            "After each claim stands our verdict. It is a judgement, made on the studies that ship with these notebooks. ▲ "
            "speaks for the claim beside it, ▼ against it. One study may do the one here and the other there. Move it in "
            "names the lesson in which you can try the idea out; a dash says that no lesson has it yet",
            has("toolkit/lessons/claims.py", "*{claim['verdict']}*", "Move it in: {lessons}"),
            holds(lambda: all(toolkit.finding(id) for id in on_claims_page())),
            holds(lambda: studies({"for": ["keller2000"], "against": ["marks1980"]}).startswith("▲ Keller")),
            holds(both_sides_of),
            has("toolkit/lessons/claims.py", 'or "–"'),
        ),
        (
            "Some lessons ask you to guess first. If you want to play them, play first and read this afterwards",
            in_every_lesson("## Predict"),
        ),
        (
            'Most studies were read in abstracts. `toolkit.finding("cuijpers2013_direct")` shows one record, with its '
            "caveat",
            holds(lambda: most_read_in("abstract", on_claims_page())),
            holds(lambda: bool(toolkit.finding("cuijpers2013_direct").caveat)),
        ),
    ),
    *quotes(
        "history page",
        (
            "A page beside [lesson 01](01_fast_and_lasting.ipynb). A teaching toy, not advice. Please do not stop or "
            "change a medication on your own; talk to the person who prescribed it. If you need help now: your local "
            "emergency number, or [findahelpline.com](https://findahelpline.com), which lists helplines by country",
            *SAFE,
            also("01", "(history.ipynb)"),
        ),
        (
            "Only dates that we have read in a source are on the strip, and the line under it names each source. Much is "
            "missing; we would rather leave it out than guess",
            holds(lambda: all(each.source for each in history.strip().events)),
        ),
        (
            "First there was therapy. For many people with severe illness it was not enough. Then the medications of the "
            "1950s, lithium among them, let these people take part in therapy for the first time",
            also(
                "claims",
                "First there was therapy; the medications of the 1950s then let people with severe illness take part in it",
            ),
        ),
        (
            "Before 1950, people with severe illness were given sedatives, insulin coma, convulsive therapy or an "
            "operation on the brain, and few could have therapy. How many lived in institutions, no source that we read "
            "counts. So they are not on the strip",
            event("sedatives: bromides, then chloral, barbiturates from 1903"),
            event("leucotomy, an operation on the brain, begins"),
            event("convulsive therapy, with a drug; from 1938 with electricity"),
            event("talking treatments grow, though few can have them"),
            holds(
                lambda: (
                    not any(
                        "institution" in each["what"] or "asylum" in each["what"] for each in history.READ["events"]
                    )
                )
            ),
            holds(
                lambda: all(
                    each["start"] < 1950
                    for each in history.READ["events"]
                    if each["what"].startswith(("sedatives", "insulin", "convulsive", "leucotomy"))
                )
            ),
        ),
        (
            "- Lithium belongs to another time. It came back in 1949, and the United States admitted it in 1970 "
            "[shorter2009_lithium]. - Nobody tested the last step. That medication let people take part in therapy is "
            "document A's word",
            event("lithium comes back, for people with mania", "shorter2009_lithium", start=1949),
            event("the United States admit lithium, as the 50th country", "shorter2009_lithium", start=1970),
            why("shorter2009_lithium", "for mania in 1949", "in 1970 the US became"),
            holds(lambda: {claim["id"]: claim["verdict"] for claim in all_claims()["claims"]}["C3"] == "not tested"),
        ),
        (
            "Then one trial gave two groups the same care, and made both unconscious in two different ways. They did "
            "equally well [insulin_coma_history]. So care and hope had done the work, or time had. Lesson 02 is about that "
            "question",
            why(
                "insulin_coma_history",
                "kept all the care and swapped insulin for another way to make people unconscious, outcomes were the same",
                "selection, attention and hope did the work",
                against=True,
            ),
            holds(lambda: LESSONS[1].title == "Compared with what?"),
        ),
        (
            "The first two rows and most of the others were read in abstracts or in opening paragraphs. These are findings "
            "that ship with the toolkit",
            holds(
                lambda: most_read_in(
                    "abstract", [each["finding"] for each in history.READ["events"] if "finding" in each]
                )
            ),
            holds(
                lambda: (
                    sum(
                        "abstract" in each.get("source", "") or "opening" in each.get("source", "")
                        for each in history.READ["events"]
                    )
                    >= 4
                )
            ),
        ),
    ),
    *quotes(
        "misses page",
        (
            "A teaching toy, not advice. Please do not stop or change a medication without the person who prescribed it. "
            "If you need help now: your local emergency number, or [findahelpline.com](https://findahelpline.com), which "
            "lists helplines by country. All lessons are on the [front page](index.ipynb)",
            *SAFE,
        ),
        (
            "A study has a result, such as 48 of 100 responded. We let the model's people live through the same study, "
            "with as many people as it had, again and again. Could the model have produced this result? If the result lies "
            "where 95 of 100 of the model's own studies lie, we count it as inside. Inside is not a proof. A small study "
            "leaves so much room that it could hardly prove the model wrong",
            has(
                "toolkit/evidence/score.py",
                "Trials of the published size that are drawn from them",
                "many trials of that size are drawn from the toy's patients",
                "np.quantile(many, [0.025, 0.975]",
            ),
            also("readme", "lie inside the toy's 95 % interval"),
        ),
        (
            "- One person's life. People here have symptoms, luck and treatments. They have no age, no family, no work and "
            "no history. - Harm. Nobody in a run is harmed or dies. What studies counted is told beside the picture instead",
            holds(lambda: a_person_has("age_", "family", "work", "history", "death", "harm")),
            has("toolkit/evidence/harms.py", "harm"),
            has("toolkit/lessons/misses.toml", "no harm"),
        ),
        (
            "- What both do to each other. As the model opens, hardly anything: together they nearly add up. Where a "
            "lesson lets one help the other, it says that this is an idea to try. - Hope and being seen. They are one "
            "number, because we do not know how to tell them apart",
            holds(adding_up),
            also("model", "Hope (off): where people think that their pill is a dummy"),
            holds(lambda: hasattr(Model().contact, "strength") and not hasattr(Model().contact, "hope")),
        ),
        (
            "The numbers are as each study tells them: shares (0.48 is 48 of 100), points, ratios or standard deviations",
            holds(
                lambda: {figure.measure for figure, _ in board()} >= {"mean", "difference", "risk ratio", "effect size"}
            ),
            holds(lambda: every_miss().data.count("\n") > sum(row["verdict"] == "outside" for _, row in board())),
        ),
    ),
]
