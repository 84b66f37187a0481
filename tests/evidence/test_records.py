"""What the records say in words: no pointer leads nowhere, no figure is borrowed from a study that has no record."""

import dataclasses
import re

import toolkit

IDS = {finding.id for finding in toolkit.findings()}
LIKE_AN_ID = re.compile(r"\b[a-z]{3,}(?:19|20)\d\d(?:_\w+)?\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
ANOTHER = re.compile(
    r"\b(?:another|other|older|earlier|later|second|third|pooled) (?:[\w-]+ ){0,3}"
    r"(?:review|analysis|meta-analysis|reanalysis|survey|paper|trial|study|version|update|effects?|subgroup)s?\b"
    r"|\([A-Z][a-z]+ (?:19|20)\d\d\b"
)
"""How a sentence speaks of a study that is not its own."""


def words(finding):
    """Every text of a record that is prose, as one."""
    return "\n".join(
        filter(
            None,
            (
                finding.finding,
                finding.population,
                finding.design,
                finding.caveat,
                finding.arithmetic_check,
                *(arm.outcome for arm in finding.arms),
                *(effect.measure + " " + effect.comparison for effect in effects(finding)),
            ),
        )
    )


def effects(finding):
    return [effect for effect in (finding.effect, *finding.other_effects) if effect]


def numbers(finding):
    """Every number of a record, as it might be written: 0.31 is "0.31", "31"."""
    values = {arm.value for arm in finding.arms} | {effect.value for effect in effects(finding)}
    values |= {end for part in (*finding.arms, *effects(finding)) for end in part.ci or ()}
    values |= {arm.n for arm in finding.arms} | {effect.nnt for effect in effects(finding)}
    texts = {f"{abs(value) * times:g}" for value in values if value is not None for times in (1, 100)}
    prose = [finding.finding, finding.population, finding.arithmetic_check or ""]
    prose += [f"{effect.measure} {effect.comparison}" for effect in effects(finding)]
    return texts | set(NUMBER.findall(" ".join(prose)))


def borrowed(finding):
    """Numbers in a caveat's sentences about other studies that stand neither in this record nor in a record they name."""
    for sentence in re.split(r"(?<=[.;:]) ", finding.caveat):
        named = set(LIKE_AN_ID.findall(sentence)) & IDS
        if not named and not ANOTHER.search(sentence):
            continue
        rest = YEAR.sub("", LIKE_AN_ID.sub("", sentence))
        known = numbers(finding).union(*(numbers(toolkit.finding(id)) for id in named))
        yield from (number for number in NUMBER.findall(rest) if number.rstrip(".,") not in known)


def faults(of):
    """{id: what is wrong} of the records in which something is."""
    found = {finding.id: list(of(finding)) for finding in toolkit.findings()}
    return {id: wrong for id, wrong in found.items() if wrong}


def test_every_record_that_is_named_is_in_the_file():
    assert faults(lambda finding: set(LIKE_AN_ID.findall(words(finding))) - IDS) == {}


def test_no_caveat_gives_figures_of_a_study_without_a_record():
    assert faults(borrowed) == {}


def test_nothing_rests_on_memory():
    assert faults(lambda finding: re.findall("general knowledge", words(finding) + finding.citation)) == {}


def test_no_working_note_stands_in_a_citation():
    """Square brackets are for a tracer and for a title in translation; what was not seen is a field of its own."""
    note = re.compile(
        r"\[[^]]*\b(?:seen|visible|verified|knowledge|volume|pages?|authors?|year|online|details)\b[^]]*]"
    )
    assert faults(lambda finding: note.findall(finding.citation)) == {}


def test_the_net_catches_what_it_is_for():
    """Negative controls: a pointer to nowhere, an older review's share, a paper's rate in brackets."""
    for caveat in (
        "The later trial (frank2007) says 54 weeks.",
        "An older review gave 47%; definition matters.",
        "With a strict criterion only 22% had recovered (Kadera 1996).",
        "Set beside hollon2005, where 99 % fell ill again.",
    ):
        finding = dataclasses.replace(toolkit.finding("swift2012_dropout"), caveat=caveat)
        assert list(borrowed(finding)) or not set(LIKE_AN_ID.findall(words(finding))) <= IDS, caveat
