"""The list of slips (`make slips` runs them) keeps up with the project."""

import ast
import json
import tomllib
from pathlib import Path

from tests.damage import ROOT
from tests.meaning.lived import for_each
from tests.slips import KINDS, slips

each_slip = for_each(slips(), lambda slip: slip.name)
READERS = {".py": ast.parse, ".toml": tomllib.loads, ".json": json.loads, ".ipynb": json.loads}


def check(slip, text):
    """Whether a file can still be read; AssertionError naming the slip where it cannot."""
    read = READERS.get(Path(slip.file).suffix, str)
    try:
        read(text)
    except (SyntaxError, ValueError) as error:
        raise AssertionError(f"{slip.name}: {error}") from error


@for_each(sorted({slip.file for slip in slips()}), str)
def test_every_slip_still_applies_and_can_be_read(file):
    """All slips of a file are read at once; one that another one hides, or that cannot be read, alone."""
    own = [slip for slip in slips() if slip.file == file]
    together = (ROOT / file).read_text(encoding="utf-8")
    for slip in own:
        alone = slip.text()  # raises where its place is not found
        if together.count(slip.before) == 1:
            together = together.replace(slip.before, slip.after)
        else:
            check(slip, alone)
    try:
        check(own[0], together)
    except AssertionError:
        for slip in own:
            check(slip, slip.text())
        raise


@each_slip
def test_the_test_that_should_catch_it_is_there(slip):
    file, _, name = slip.caught.partition("::")
    assert not file or (ROOT / file).is_file()
    assert name.partition("[")[0] in (ROOT / file).read_text(encoding="utf-8") if name else True


def test_there_are_slips_of_every_kind_under_names_of_their_own():
    assert {slip.kind for slip in slips()} <= set(KINDS)
    assert len({slip.name for slip in slips()}) == len(slips())
