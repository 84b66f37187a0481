"""The list of slips (`make slips` runs them) keeps up with the project."""

import ast
import json
import tomllib

from tests.damage import ROOT
from tests.meaning.lived import for_each
from tests.slips import KINDS, slips

each_slip = for_each(slips(), lambda slip: slip.name)


@each_slip
def test_every_slip_still_applies_and_can_be_read(slip):
    text = slip.text()
    if slip.file.endswith(".py"):
        ast.parse(text)
    if slip.file.endswith(".toml"):
        tomllib.loads(text)
    if slip.file.endswith((".json", ".ipynb")):
        json.loads(text)


@each_slip
def test_the_test_that_should_catch_it_is_there(slip):
    file, _, name = slip.caught.partition("::")
    assert not file or (ROOT / file).is_file()
    assert name.partition("[")[0] in (ROOT / file).read_text(encoding="utf-8") if name else True


def test_there_are_slips_of_every_kind_under_names_of_their_own():
    assert {slip.kind for slip in slips()} <= set(KINDS)
    assert len({slip.name for slip in slips()}) == len(slips())
