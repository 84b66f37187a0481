"""The presenter's page on paper."""

from tests.paper.small import agrees, made
from toolkit.explore import Presenter


class Talk:
    """A lesson as a presenter knows it."""

    def __init__(self, number, title):
        self.number, self.title, self.hook = number, title, f"Why {title}?"
        self._made = made(lesson=number)
        self.presets = list(self._made.presets.values())

    def explorer(self):
        return self._made


def test_a_presenter_goes_on_and_back_from_point_to_point_and_to_other_lessons(page):
    talks = [Talk(2, "hope"), Talk(3, "sums")]
    for talk in talks:
        page.know(talk.explorer())
    presenter = page.open(lambda: Presenter(talks))
    point = lambda: page.of("point-now")["text"]  # noqa: E731
    assert point() == "Why hope?"
    assert page.one(name="◀ Back")["disabled"]
    for place, preset in enumerate(talks[0].presets, start=1):
        page.press("Next ▶")
        assert point() == f"{place} of 2 · {preset.name}"
        agrees(page, talks[0].explorer())
        assert page.all(role="alert", tag="p") == [], "the kernel has answered"
        assert talks[0].explorer().values == {**opening(talks[0]), **preset.values}
    assert page.one(name="Next ▶")["disabled"]
    page.key(page.one(tag="section", name="Presenter's page"), "PageUp")
    assert point() == f"1 of 2 · {talks[0].presets[0].name}"
    page.key(page.one(name="Lesson"), "ArrowRight")
    assert point() == f"1 of 2 · {talks[0].presets[0].name}", "there an arrow moves what has the focus"
    page.key(page.one(tag="section", name="Presenter's page"), "b")
    assert "dark" in point()
    page.key(page.one(tag="section", name="Presenter's page"), "ArrowRight")
    assert point() == f"2 of 2 · {talks[0].presets[1].name}"
    code = talks[0].explorer().code
    page.choose(page.one(name="Lesson"), "03 · sums")
    assert point() == "Why sums?"
    assert presenter.lesson is talks[1]
    page.write(page.one(name="Scenario code to present"), code)
    assert point() == f"Scenario {code}"
    assert page.one(name="Lesson")["chosen"] == "02 · hope"
    agrees(page, talks[0].explorer())
    page.write(page.one(name="Scenario code to present"), "none")
    assert page.all(role="alert", text=presenter.view["error"])


def opening(talk):
    return {name: control.opening for name, control in talk.explorer().controls.items()}


def test_a_presenter_hears_that_the_kernel_does_not_answer(page):
    talk = Talk(2, "hope")
    page.know(talk.explorer())
    page.open(lambda: Presenter([talk]))
    page.deaf = True
    page.press("Next ▶")
    page.wait(6)
    assert any("does not answer" in one["text"] for one in page.all(role="alert"))
