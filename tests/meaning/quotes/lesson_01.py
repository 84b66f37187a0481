"""What lesson 01 says of studies and of its toy, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import ONE, gain
from tests.meaning.quoting import across, effect, ends, quotes, share, told, toy, why
from toolkit.lessons.fast_and_lasting.studies import without_treatment
from toolkit.model import DUMMY

QUOTES = [
    *quotes(
        "01",
        (
            "At 12 weeks {}, {} and {} % responded to both, fluoxetine and therapy. At 36 weeks it was {}, {} and {} %.",
            *(share("tads2007", arm, "response", 12) for arm in ("combination", "fluoxetine", "CBT")),
            *(share("tads2007", arm, "response", 36) for arm in ("combination", "fluoxetine", "CBT")),
        ),
        ("▼ The arms converge", why("tads2007", "narrowed with time", against=True)),
        (
            "Both may mainly be faster. There was no dummy-pill arm after week 12",
            why("tads2007", "No placebo arm after week 12"),
        ),
        (
            "Without treatment an estimated {} % are well after three months, {} % after six, {} % after a year.",
            *(share("whiteford2013_natural", "untreated", week=week) for week in (13, 26, 52)),
        ),
        (
            "In the year after treatment {} % relapsed after therapy, {} % after medication was "
            "stopped, {} % with medication kept.",
            *(share("hollon2005", arm) for arm in ("prior CT", "withdrawn to placebo", "continued")),
        ),
        ("Only those who had got better were followed", why("hollon2005", "only responders continue")),
        (
            "therapy and medication were equal at the end of treatment: a difference of {} standard "
            "deviations, over {} trials",
            effect("cuijpers2013_direct"),
            told("cuijpers2013_direct", r"(\d+) trials"),
            why("cuijpers2013_direct", "equally effective at the end of treatment"),
        ),
        (
            "{} % had responded to medication and {} % to therapy by week 8, and {} % to each by week 16 (DeRubeis 2005)",
            share("derubeis2005", "medication", week=8),
            share("derubeis2005", "cognitive", week=8),
            share("derubeis2005", "cognitive", week=16),
            why("derubeis2005", "the same response rate at 16 weeks"),
        ),
        (
            "therapy's lead over the dummy pill was only a trend on the scores, and results differed between sites",
            why("derubeis2005", "only a trend at 8 weeks", "depended on site"),
        ),
        (
            "A difference from a dummy pill shows within the first week",
            why("taylor2006_onset", "already by the end of week one"),
        ),
        (
            "Taylor 2006: {} times as many respond by then). The difference is small",
            effect("taylor2006_onset"),
            why("taylor2006_onset", "small in absolute terms"),
        ),
        (
            "its effect was larger at high severity, {} against {} standard deviations",
            effect("driessen2010", "high"),
            effect("driessen2010", "low"),
            why("driessen2010", "larger for high-severity", "not weaker in more severe", against=True),
        ),
        (
            "severity did not decide which of the two worked better",
            why("weitz2015", "did not decide whether CBT or medication"),
        ),
        (
            "in severe recurrent depression both were clearly better than therapy alone (Thase 1997; "
            "people came from different studies)",
            why("thase1997", "clearly better in severe recurrent", "different protocols"),
        ),
        (
            "People with psychosis and people in hospital were not in the trials we read for this",
            why("weitz2015", "nothing about inpatients, psychotic"),
        ),
        (
            "against a dummy pill therapy gained {} standard deviations (Furukawa 2017), and over control groups of all "
            "kinds, many of them waiting, {} (Papola 2026)",
            effect("furukawa2017_cbt_severity", "CBT vs pill placebo"),
            effect("papola2026_severity", "psychotherapy vs control"),
            why("papola2026_severity", "inflated by waiting-list controls"),
        ),
        (
            "Do not rank treatments by numbers that have different control groups (Huhn 2014)",
            why(
                "huhn2014_overview",
                "Do not rank treatments by comparing effect sizes across trials with different controls",
            ),
        ),
        (
            "one more visit went with {} points less on a depression scale, even on a dummy pill",
            effect("posternak2007_visits", "week 3"),
            why("posternak2007_visits", "further fall in depression score even on placebo"),
        ),
    ),
    *quotes(
        "jobs",
        (
            "Head to head the two were equal at the end of treatment (Cuijpers 2013: a difference of {} standard",
            effect("cuijpers2013_direct"),
        ),
        (
            "gained {} points of the Hamilton scale on average, which the authors call small",
            effect("jakobsen2017_ssri"),
            why("jakobsen2017_ssri", "the authors judge small"),
        ),
        (
            "moved sleep and appetite first, often within a week",
            why("dimascio1979_differential", "mainly on sleep and appetite, often within the first week"),
        ),
        (
            "therapy did best, and what the drug had given was gone when it stopped",
            why("jacobs2004_insomnia", "CBT did best", "disappeared when the drug stopped", against=True),
        ),
        ("shift how feelings are read, before mood lifts", why("harmer2009", "well before mood changes")),
        (
            "sudden gains followed a change of thought in the session",
            why("tang1999_sudden_gains", "followed cognitive change in session"),
        ),
        ("used three times more skills after dialectical", why("neacsiu2010_dbt_skills", "three times more skills")),
        (
            "did better with cognitive behavioural therapy than with relaxation",
            why("safren2010_adhd", "better with CBT than with relaxation"),
        ),
        (
            "people who had had interpersonal therapy did better on some measures of social life",
            why("weissman1981_followup", "interpersonal therapy did better on some measures of social"),
        ),
        (
            "gets somewhat better with either tool, and with both a little more",
            why("kamenov2017_function", "small gains over either treatment alone"),
        ),
        (
            "{} % relapsed on it, {} % after it was stopped (Geddes 2003)",
            share("geddes2003", "continued"),
            share("geddes2003", "switched"),
        ),
        (
            "outlasts the sessions (Hollon 2005). How long is not known: where therapy had been added to a "
            "medicine, its protection was gone after three and a half years",
            why("paykel2005_decay", "fully gone only about three and a half years"),
        ),
    ),
    *quotes(
        "01 sheet",
        (
            "fewer people relapsed who had had therapy than people whose medication was stopped",
            why("hollon2005", "relapsed far less over a year than patients withdrawn", against=False),
        ),
        (
            "the early lead of both together narrowed until all three treatments were close",
            why("tads2007", "narrowed with time", against=True),
        ),
    ),
    *quotes(
        "01 words",
        (
            "medication has already taken something off. Therapy has only begun to teach",
            toy(
                ONE,
                "Week 4: the fast one leads",
                lambda s: (
                    gain(s, "medication") > gain(s, "therapy") and gain(s, "therapy") < 0.5 * gain(s, "therapy", 16)
                ),
            ),
        ),
        (
            "nothing of its help is left here. Most of what therapy taught is still there",
            toy(
                ONE,
                "Week 52: the slow one stayed",
                lambda s: abs(gain(s, "medication")) < 0.1 and gain(s, "therapy") > 0.6 * gain(s, "therapy", 16),
            ),
        ),
        (
            "Half a year after medication stopped",
            toy(ONE, "Week 52: the slow one stayed", lambda s: s.values["week"] - s.values["stop"] == 26),
        ),
        (
            "Kept up, medication keeps helping",
            toy(ONE, "Medication all year", lambda s: gain(s, "medication", 52) > 0.8 * gain(s, "medication", 26) > 1),
        ),
        (
            "Neither tool at all: only time, and regular visits with a dummy pill. The score falls all the same",
            toy(
                ONE,
                "Only visits and time",
                lambda s: (
                    s.at(f"{DUMMY} (points)", 52) < 0.8 * s.at(f"{DUMMY} (points)", 0) and abs(gain(s, "both")) < 1e-9
                ),
            ),
        ),
        (
            "Severe illness, and no medicine: people have therapy or visits alone. The door is on",
            toy(
                ONE,
                "Before there were medicines",
                lambda s: s.values["who"] == "severe" and s.values["stop"] == 0 and s.values["door"],
            ),
        ),
        (
            "people weighed down this much learn little at first",
            toy(ONE, "Before there were medicines", lambda s: gain(s, "therapy") < 0.6 * gain(s, "therapy", 26)),
        ),
        (
            "With both they are a little further on by week 8 than with the two added",
            toy(
                ONE,
                "What medicines changed",
                lambda s: s.values["week"] == 8 and gain(s, "both") > gain(s, "medication") + gain(s, "therapy") + 0.1,
            ),
        ),
        (
            "Below 0: better than any score can say. The toy has no floor",
            toy(
                ONE,
                "Four lives of one person",
                lambda s: min(s.table["both (points)"].min(), s.table["therapy (points)"].min()) < 0,
            ),
        ),
        (
            "The one that works fastest is not the one that lasts longest",
            toy(
                ONE,
                OPENING,
                lambda s: (
                    gain(s, "medication", 4) > gain(s, "therapy", 4)
                    and gain(s, "therapy", 52) > gain(s, "medication", 52) + 1
                ),
            ),
        ),
        (
            "People on a waiting list, whom nobody sees, get better by less",
            toy(
                ONE,
                "Only visits and time",
                lambda s: (
                    without_treatment(s.result.course.cohort, s.result.course.model).mean(52)[0]
                    > s.at(f"{DUMMY} (points)", 52) + 1
                ),
            ),
        ),
        (
            "The help goes; what time and visits have healed stays. The curve comes back to the dotted one, not to the start",
            toy(
                ONE,
                OPENING,
                lambda s: abs(gain(s, "medication", 52)) < 0.1 and s.last("medication (points)") < 0.3 * 24,
            ),
        ),
        (
            "Meanwhile time goes on healing, so the score itself hardly rises",
            toy(
                ONE,
                OPENING,
                lambda s: 0 < max(s.table["medication (points)"][26:]) - s.at("medication (points)", 26) < 1,
            ),
        ),
        ("Therapy passes medication in the third month", toy(ONE, OPENING, lambda s: 10 <= s.result.passing <= 13)),
        (
            "In week 4 therapy has only begun to teach",
            toy(ONE, OPENING, lambda s: gain(s, "therapy", 4) < 0.5 * gain(s, "therapy", 16)),
        ),
    ),
    *quotes(
        "01",
        (
            "With a dummy pill and visits, the score falls too",
            toy(ONE, OPENING, lambda s: s.last(f"{DUMMY} (points)") < 0.8 * s.at(f"{DUMMY} (points)", 0)),
        ),
        (
            "medication is first to rise, and its help is gone some weeks after it stops. Therapy is slow to "
            "rise, and slow to go",
            toy(
                ONE,
                OPENING,
                lambda s: (
                    gain(s, "medication", 4) > gain(s, "therapy", 4)
                    and gain(s, "medication", 40) < 0.1
                    and gain(s, "therapy", 52) > 0.6 * gain(s, "therapy", 16)
                ),
            ),
        ),
        (
            "The toy's gap is smaller at first. It narrows as everybody gets better, and closes when medication stops",
            toy(
                ONE,
                OPENING,
                lambda s: (
                    gain(s, "both", 24) - gain(s, "therapy", 24)
                    > 1
                    > 0.2
                    > gain(s, "both", 45) - gain(s, "therapy", 45)
                ),
            ),
        ),
    ),
    *quotes(
        "01 sheet",
        (
            "With a dummy pill and visits, the score falls too. A tool's worth is the distance between two curves",
            toy(ONE, OPENING, lambda s: s.last(f"{DUMMY} (points)") < 0.8 * s.at(f"{DUMMY} (points)", 0)),
        ),
        (
            "Medication is first to rise; its help is gone some weeks after it stops, and stays as long as it is "
            "taken. Therapy is slow to come, and slow to go",
            toy(
                ONE,
                OPENING,
                lambda s: (
                    gain(s, "medication", 4) > gain(s, "therapy", 4)
                    and gain(s, "medication", 40) < 0.1
                    and gain(s, "therapy", 52) > 0.6 * gain(s, "therapy", 16)
                ),
            ),
        ),
        (
            "One life is bumpy. Only many lives make a smooth curve",
            across(
                ONE,
                "Four lives of one person",
                OPENING,
                lambda one, many: (
                    np.diff(one.table[f"{DUMMY} (points)"], 2).std()
                    > 3 * np.diff(many.table[f"{DUMMY} (points)"], 2).std()
                ),
            ),
        ),
    ),
    *quotes(
        "01",
        (
            "suicidal thoughts or acts came up in {} % of these teenagers on fluoxetine, in {} % with both and in {} % "
            "with therapy",
            *(share("tads2007", arm, "suicidal", digits=1) for arm in ("fluoxetine", "combination", "CBT")),
        ),
        (
            "With about 35 people in each group the 95 % intervals are wide: {} to {}, {} to {} and {} to {} %",
            *(end for arm in ("prior CT", "withdrawn to placebo", "continued") for end in ends("hollon2005", arm, 35)),
            why("hollon2005", "104"),
        ),
    ),
]
