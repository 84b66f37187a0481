"""The list of damages (`make mutants` runs them) keeps up with the model."""

from tests.meaning.lived import for_each
from tests.mutants import mutants


@for_each(mutants(), lambda mutant: mutant.name)
def test_every_mutant_still_applies_and_compiles(mutant):
    compile(mutant.text(), mutant.file, "exec")
