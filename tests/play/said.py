"""What a sentence may say: the numbers of the picture beside it, rounded as they are written, and the setting's own."""

import re

import numpy as np

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
ONLY_SAID = {
    3: (
        r"\d+ (?:more|fewer) were seen",  # the distance from the sum that stands before it
        r"both took off -?[\d.]+ more than the [\w ]+, and the two leads added are -?[\d.]+: [^.]*(?:\.\d[^.]*)?\.",
    ),
    4: (r"That is [\d.]+ points .*?the two added: \d+\s%",),
    5: (
        r"The door let .*? with a dummy pill",
        r"would teach \d+ with no door",
        r"learned \d+ more of 100 things",
        r"they have learned least: \d+ of 100 things, and people who start at 14 points \d+",
        r"(minus the sum of the parts): -?[\d.]+",
    ),
    6: (r"[\d.]+ times as fast", r"That is \d+ (?:more|fewer)", r"gain [\d.]+ points (?:more|less) than the sum"),
    7: (
        r"it fills .*?\)",
        r"in about \d+ \(correlation -?[\d.]+\)",
        r"a coin would say 50",
        r"With these missed days .*?\.(?= [A-Z]|$)",
    ),
    8: (
        r"If nobody had left, \d+ would have got well",
        r"The target of the [a-z ]+ is nearly .*? gone within \d+ days?\.",
    ),
    11: (
        r"The largest of the eight steps takes \d+",
        r"In the \d+ weeks from the last step, .*? ill again\.(?= |$)",  # of those who were still well
        r"Left out are those who fell ill .*? of 100 who set out\.",
        r"The body misses \d+ places at most, and \d+ of 100 feel withdrawal",
        r"A trial that takes withdrawal for relapse .*?\.",
    ),
    10: (r"Published, ill again: .*?\.(?= [A-Z]|$)",),
    9: (r"Of the \d+ points that had been won, \d+ are still there", r"nothing of the \d+ points that had been won"),
    12: (
        r"Of 100 people.*? from therapy\.",
        r"Of 100 others, .*? from therapy\.",
        r"gains [\d.]+ points (more|less) than",
        r"difference: [\d.]+ points",
        r"On top of \w+, \w+ adds [^;]*?\.(?= [A-Z]|$)",
        r"About this diagnosis: .*",
    ),
    14: (
        r"and [\d.]+ weeks? on medication",
        r"; with \d+ it would be \d+ of 100",
        r"Without the wait, .*?\.(?= [A-Z]|$)",
    ),
    16: (
        r"bout \d+ of 100 trials like this one find",
        r"(?:All|You hear of|none of) .*?labs(?: are heard)?(?:, and together they report -?[\d.]+ [a-z0-9 ]+)?\.",
        r"That is -?[\d.]+ times the truth",
        r"To find it .*",
    ),
    15: (
        r"[\d,]+ of [\d,]+ sessions used",
        r"\d+ of 100 people started therapy, after \d+ weeks of waiting on average; \d+ did not",
        r"Nobody started therapy: .*",
        r"Left without therapy, .*",
    ),
    13: (
        r"(?:About|Here) .*? in each group would report [\w, ]+",  # a number needed and its interval
        r"(?:In studies of|About three months|Of 100 people who|Even of 100|In the middle one|In a survey) .*?\.(?= |$)",
        r"Without therapy, .*?\.(?= |$)",
        r"For one more who improves, .*?bothered",
        r"Both squares show .*",
        r"it may add anything up to \d+",
        r"it would fit anything from .*?\)",
    ),
    2: (
        r"About \d+ of every 10",  # one fall divided by another
        r"Taken in were .*? it is -?[\d.]+\.",
        r"Know what they get: .*",
    ),
}
"""What a lesson says in words alone, by its number; everything else that it says stands on the picture or in the table."""

COHORT = re.compile(r"[\d,]+ (?:toy )?people")

READ = 12
READ_WITHIN = {1: 60, 6: 60, 10: 160, 9: 120, 14: 60}
"""A curve of so many points or fewer is read at every point, by the number of a lesson whose words tell of places within; of
other curves, and of those longer than READ, only the ends are read, and the week that a control names."""


def numbers(text):
    """The numbers in a text as they are written, without the commas of thousands; signs are words' business."""
    return [found.rstrip(",").replace(",", "") for found in NUMBER.findall(text)]


def unshown(explorer, sentence):
    """The numbers of a sentence that neither the picture, nor the table, nor the setting has."""
    for only_said in (*ONLY_SAID.get(explorer.lesson, ()), COHORT):
        sentence = re.sub(only_said, "", sentence)
    values = np.abs(np.array([*shown(explorer), *map(float, numbers(written(explorer)))]))
    return [number for number in numbers(sentence) if not agrees(number, values)]


def agrees(number, values):
    """Whether one of the values reads like the number once it is rounded to as many places."""
    places = len(number.partition(".")[2])
    return bool((np.abs(values - float(number)) <= 0.5 * 10**-places + 1e-9).any())


def shown(explorer):
    """The values that can be read off picture and table, and what is between two columns of a row that is read."""
    columns = [column for column in explorer.table().values() if column.dtype.kind in "if"]
    week = np.flatnonzero(columns[0] == explorer.values.get("week"))
    rows = [np.array([column[place] for column in columns]) for place in (0, -1, *week)]
    rows.append(np.array([column.mean() for column in columns]))
    others = [100 - row for row in rows]  # who has not relapsed is well
    between = [np.subtract.outer(row, row).ravel() for row in rows]
    drawn = [*columns, *marks(explorer.view["figure"])]
    most = READ_WITHIN.get(explorer.lesson, READ)
    read = [column if column.size <= most else column[[0, -1]] for column in drawn]
    values = np.concatenate([*rows, *others, *between, *read])
    return values[np.isfinite(values)]


def marks(figure):
    """Both coordinates of all that is drawn."""
    columns = [trace[axis] for trace in figure["data"] for axis in ("x", "y")]
    return [np.frombuffer(column["column"], "<f8") for column in columns if isinstance(column, dict)]


def written(explorer):
    """All that is written on the picture and beside its controls."""
    setting = [
        f"{control.value} {getattr(control, 'options', {}).get(control.value, '')}"
        for control in explorer.controls.values()
    ]
    return " ".join([*texts(explorer.view["figure"]), *setting])


def texts(part):
    """Every text in a picture."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, dict):
        return [text for item in part.values() for text in texts(item)]
    return [text for item in part for text in texts(item)] if isinstance(part, list) else []
