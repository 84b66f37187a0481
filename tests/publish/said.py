"""What every lesson says and tabulates, as a plain script: run by any Python that has the toolkit, it must come out the same."""

import toolkit


def said():
    """{lesson: {what was done: sentence}}: as it opens, after every preset, and after a move."""
    return {lesson.slug: dict(moves(lesson)) for lesson in toolkit.lessons.ALL}


def moves(lesson):
    explorer = lesson.explorer()
    yield "opening", explorer.sentence
    if lesson.studies_chart:
        yield "studies", lesson.studies(explorer).sentence
    for name in explorer.presets:
        explorer.apply(name)
        yield name, explorer.sentence
    explorer.reset()
    control = next(iter(explorer.controls.values()))
    explorer.set(**{control.name: control.allowed[-1 if control.value == control.allowed[0] else 0]})
    yield control.name, explorer.sentence


def tabulated():
    """{lesson: {column: its numbers}} of every explorer as it opens."""
    tables = {lesson.slug: lesson.explorer().table() for lesson in toolkit.lessons.ALL}
    return {
        slug: {name: column.tolist() for name, column in table.items() if column.dtype.kind in "fi"}
        for slug, table in tables.items()
    }
