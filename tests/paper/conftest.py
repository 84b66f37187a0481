"""A page of paper for every test."""

import pytest

from tests.paper import paper
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
