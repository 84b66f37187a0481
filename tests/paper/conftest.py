"""A page of paper for every test, and the pages of one lesson as they are published."""

import functools

import pytest

import toolkit
from publish import one_file, pages, runtime
from tests.paper import paper
from tests.paper.living import LESSON
from tests.paper.small import made


@pytest.fixture(scope="module")
def empty():
    with paper() as made:
        yield made


@pytest.fixture
def page(empty):
    yield empty
    assert empty.clear() == [], "what is taken off the page still listens, or a form has sent the page away"


@pytest.fixture
def opened(page):
    """(the page, the small explorer that is open on it)."""
    return page, page.open(made)


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """(folder of the pages, folder of single files) of one lesson; in place of Python as it is packed stand a few bytes."""
    folder = tmp_path_factory.mktemp("published")

    def pack(to):
        to.mkdir()
        for name in runtime.PACKED:
            (to / f"{name}.packed").write_bytes(name.encode())
        (to / "LICENSES.txt").write_text("Free.")

    kept = (pages.titles, pages.places)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(toolkit.lessons, "ALL", (LESSON,))
        patch.setattr(runtime, "make", pack)
        patch.setattr(pages, "make", functools.partial(pages.make, folder / "pages"))
        patch.setattr(one_file, "FOLDER", folder / "files")
        (folder / "pages").mkdir()
        (folder / "pages" / "of_before.html").touch()
        for one in kept:
            one.cache_clear()
        one_file.make([LESSON.number])
    for one in kept:
        one.cache_clear()
    return folder / "pages", folder / "files"


@pytest.fixture(scope="session")
def written(published):
    """The page of that lesson as one file, as text."""
    return (published[1] / f"{LESSON.slug}.html").read_text(encoding="utf-8")
