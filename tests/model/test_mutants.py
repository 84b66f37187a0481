"""The list of damages (`make mutants` runs them) keeps up with the model."""

import pytest

from tests.mutants import mutants


@pytest.mark.parametrize("mutant", mutants(), ids=lambda mutant: mutant.name)
def test_every_mutant_still_applies_and_compiles(mutant):
    compile(mutant.text(), mutant.file, "exec")
