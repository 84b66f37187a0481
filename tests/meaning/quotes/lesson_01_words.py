"""What lesson 01's own words say of its model, its controls, missions and tasks, and what holds it."""

import dataclasses

import numpy as np

from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import (
    also,
    answer,
    hints,
    holds,
    judged,
    meets,
    points,
    said_task,
    spoken_row,
    values,
)
from tests.meaning.quotes.lesson_01 import (
    GOALS,
    LESSON,
    STORY,
    USUAL,
    at,
    control,
    drawn,
    exceptions,
    jumps,
    lower_is_better,
    medication_goes_and_therapy_stays,
    plans,
    points_better_on_the_right,
    tablets_now_therapy_in_two_months,
    tag,
    the_same_four_lives,
)
from tests.meaning.quotes.reading import ONE, gain
from tests.meaning.quoting import across, fills, quotes, share, toy, why
from toolkit.lessons.fast_and_lasting import jobs
from toolkit.lessons.fast_and_lasting.people import SEVERITY
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY, Cohort

BUMPY = "Four lives of one person"
TABLE = jobs.READ["matrix"]["rows"]


def shown(setting=OPENING):
    """What a setting of this lesson shows."""
    return settings(ONE)[setting]


def score(arm, week=None):
    """A life's score in a setting's week, for `spoken`."""
    return lambda s: points(s.at(f"{arm} (points)", s.values["week"] if week is None else week))


def better(arm):
    return lambda s: points(gain(s, arm))


def read_in(week):
    """The opening's year, read in another week."""
    return dataclasses.replace(shown().result, week=week)


def changes_places_in_week_21_only():
    name = "They change places"
    weeks = [week for week in range(53) if meets(1, name, read_in(week), week=week)]
    return weeks == [21] and not meets(1, name, read_in(21), week=21, start=4)


def lasts_only_if_kept_nearly_to_the_end():
    name = "Make medication last"
    kept, dropped = at(stop=50, week=52), at(stop=49, week=52)
    assert meets(1, name, kept, stop=50, week=52)
    assert not meets(1, name, dropped, stop=49, week=52)
    assert not meets(1, name, kept, stop=50, week=52, medication=1.5)


def is_asked_of_one_person():
    """The first person is no exception, the second is; with the plans moved it does not count."""
    name, one, other = "The exception", shown(BUMPY).result, at(people=1, seed=2)
    assert [meets(1, name, year, people=1) for year in (one, other)] == [False, True]
    assert not meets(1, name, other, people=1, stop=30)


def no_tablet_stays():
    """However strong, a medication that has stopped half a year ago is gone; one that is taken would count."""
    name, strong = "A tablet that stays", at(stop=26, week=52, medication=2.5)
    assert strong.gains[MEDICATION][52] < 0.05
    assert not meets(1, name, strong, stop=26, week=52, medication=2.5)
    assert not next(mission for mission in LESSON.said_missions if mission["name"] == name).get("recipe")
    assert meets(1, name, dataclasses.replace(at(stop=52), week=52), stop=26, week=52)


def full(view, column):
    """Rows in which a view of the table has a full circle for a treatment."""
    return [row["name"] for row in TABLE if row[view].get(column) == "does well"]


def two_jobs():
    """The documents' full circles stand in different rows, the studies have none, and most cells are both's."""
    ours, theirs = full("documents", MEDICATION), full("documents", THERAPY)
    assert ours
    assert theirs
    assert not set(ours) & set(theirs)
    assert not full("studies", MEDICATION) + full("studies", THERAPY)
    assert sum(len(row["studies"]) == 2 for row in TABLE) == len(TABLE) - 1


def bump_is_hers_and_not_the_medications():
    """All four lives jump in the same week, and on the right medication's line, which is above 0, has no such jump."""
    weeks = {int(each.argmax()) for each in jumps()}
    right = next(trace["y"] for trace in drawn("x2", BUMPY) if trace["name"] == MEDICATION)
    assert len(weeks) == 1
    assert min(each.max() for each in jumps()) > 5
    assert np.abs(np.diff(right)).max() < 1.5 < right[12]


def exceptions_learn_more_slowly():
    """In this model people learn as fast as they get on with their therapist."""
    trust = shown().result.course.cohort.traits.alliance
    return trust[exceptions()].mean() < trust[~exceptions()].mean() - 0.02


def the_sketch_knows_the_dummy_pill():
    sketch = LESSON.asked["sketch"]
    scores = [round(shown().at(f"{DUMMY} (points)", week), 1) for week in sketch["weeks"]]
    assert sketch["known"] == {DUMMY: scores}
    assert plans()[DUMMY].visits == plans()[MEDICATION].visits


def only_these_rows(panel, outcome, *weeks):
    """A ground: a panel's published rows are of one outcome, week by week, and the model's row below says the same week."""

    def hold():
        rows = LESSON.study_panels[panel]["rows"]
        found = [{(figure["outcome"], figure["week"]) for figure in row["figures"]} for row in rows if "figures" in row]
        assert found == [{(outcome, week)} for week in weeks]
        told = [row["label"].removeprefix("the model, ") for row in rows if "label" in row]
        assert told in ([], ["one year"], [f"week {week}" for week in weeks])
        for row in rows:
            for who, (what, name, *week) in row.get("toy", {}).items() if "label" in row else ():
                assert what in ("response", "relapsed")
                assert name == LESSON.looks[who]["label"]
                assert [f"week {each}" for each in week] in ([], [row["label"].removeprefix("the model, ")])

    return hold


@fills
def exceptions_of_ten():
    return f"{10 * exceptions().mean():.0f}"


QUOTES = [
    *quotes(
        "01 words",
        (
            "title | Fast and lasting | hook | Mara could start tablets this week, or wait two months for therapy. Which helps "
            "sooner, and which is still there next winter?",
            holds(tablets_now_therapy_in_two_months),
            holds(medication_goes_and_therapy_stays),
        ),
        *GOALS,
        (
            "explorer | Four lives over a year | studies | Published figures beside the model's",
            holds(lambda: len(shown().result.means) == 4 and len(shown().table["week"]) == 53),
            toy(ONE, OPENING, lambda s: s.studies_sentence.startswith("Published, and the model")),
        ),
        (
            "name | people | label | Whose lives | value | options | 1,000 people, on average | one person",
            toy(ONE, OPENING, lambda s: s.result.scores[DUMMY].shape[1] == control("people").value == 1000),
            toy(ONE, BUMPY, lambda s: s.result.scores[DUMMY].shape[1] == s.values["people"] == 1),
        ),
        (
            "name | stop | label | Medication for | value | help | It begins in week 0. Here it stops from one day to the next; "
            "in life nobody should do that alone.",
            holds(lambda: dataclasses.astuple(plans()[BOTH].medication) == (0, control("stop").value, 1.0, None)),
            also("10", "decided", "prescribed it"),
        ),
        (
            "name | start | label | Therapy begins in week | value | help | How long somebody waits for the first session. 0: no "
            "wait.",
            holds(
                lambda: all(
                    (plans(name)[THERAPY].therapy.start,) == values(1, name, "start")
                    for name in (OPENING, "No wait for therapy")
                )
            ),
        ),
        (
            "name | sessions | label | Therapy for | value | help | One session a week.",
            holds(lambda: plans()[THERAPY].therapy.sessions_per_week == 1),
            holds(lambda: plans()[THERAPY].therapy.stop - plans()[THERAPY].therapy.start == control("sessions").value),
        ),
        (
            "name | who | label | Symptoms at the start | value | typical | more | options | milder | milder | typical | "
            "typical | severe | severe",
            holds(lambda: SEVERITY["milder"] < SEVERITY["typical"] == 1 < SEVERITY["severe"]),
            holds(lambda: list(control("who").options) == list(SEVERITY)),
        ),
        (
            "name | medication | label | How well medication works | value | parameter | drug.strength | more | high | unit | × "
            "usual | kind | slider | name | therapy | label | How well therapy works | value | parameter | skill.strength",
            holds(the_same_four_lives),
            holds(lambda: control("medication").more and control("therapy").more),
        ),
        (
            "name | door | label | Severe symptoms make learning harder | value | help | An idea of the documents, off at first. "
            "No trial has tested it directly; lesson 05 is about it.",
            holds(lambda: shown().values["door"] is False and control("door").more),
            holds(lambda: "no trial has tested it" in type(USUAL.gate).__doc__),
            also("05", "# 05 · Opening the door"),
        ),
        (
            "kind | week | label | Read in week | value | kind | seed | help | Like a shuffle: other people, same question.",
            holds(lambda: (Cohort(5, 1).traits.somatic != Cohort(5, 2).traits.somatic).all()),
            holds(lambda: control("seed").label == "People number"),
        ),
        (
            "Tablets now, therapy later | says | Medication from week 0 to week 26; therapy from week 8 to week 24. The picture is "
            "read in week 12. How much of the fall needs neither of the two?",
            holds(
                lambda: values(1, "Tablets now, therapy later", "stop", "start", "sessions", "week") == (26, 8, 16, 12)
            ),
            also(
                "01 sheet", "nearly half. With a dummy pill and visits alone, 11.0 of 24.0 points have gone by week 12"
            ),
            toy(ONE, OPENING, lambda s: points(s.at(f"{DUMMY} (points)", 0) - s.at(f"{DUMMY} (points)", 12)) == "11.0"),
        ),
        (
            "Next winter | says | The same plans, read in week 52. Medication ended half a year ago, and therapy ended before it. "
            "Four lives, but how many lines can you still tell apart?",
            across(
                ONE,
                OPENING,
                "Next winter",
                lambda first, late: first.values | {"week": 52} == late.values and late.values["stop"] == 52 - 26,
            ),
            holds(lambda: plans("Next winter")[BOTH].therapy.stop < plans("Next winter")[BOTH].medication.stop),
            toy(ONE, "Next winter", lambda s: len({round(float(mean[52])) for mean in s.result.means.values()}) == 2),
        ),
        (
            "No wait for therapy | says | Therapy begins in week 0, as medication does. The picture is read in week 4. Who is "
            "ahead now, and is it much?",
            holds(lambda: values(1, "No wait for therapy", "start", "week") == (0, 4)),
            toy(ONE, "No wait for therapy", lambda s: 0 < s.result.lead < 1),
        ),
        (
            "Four lives of one person | says | One person, the same luck, four plans. Which bumps are in all four lines, and which "
            "are in one line only? (Below 0 means better than any score can say. The model has no floor.)",
            toy(ONE, BUMPY, lambda s: (s.values["people"], len(s.result.means)) == (1, 4)),
            holds(the_same_four_lives),
            toy(ONE, BUMPY, lambda s: min(s.table["both (points)"].min(), s.table["therapy (points)"].min()) < 0),
        ),
        (
            "A story from the 1950s | says | Severe symptoms, medication all year, no wait for therapy, and severe symptoms make "
            "learning harder. Read in week 8. Compare both with medication and therapy added up. Then turn Severe symptoms make "
            "learning harder off (under More). What is left of the story?",
            holds(lambda: values(1, STORY, "who", "stop", "start", "door", "week") == ("severe", 52, 0, True, 8)),
            holds(lambda: control("door").more),
        ),
        (
            "They change places | prompt | Set Read in week to the first week in which therapy is ahead of medication, and leave "
            "the plans as they open. | controls | Read in week | core | hint | Go in steps of four weeks first. Then go back one "
            "week at a time.",
            holds(changes_places_in_week_21_only),
            holds(lambda: shown().result.passing == 21),
        ),
        (
            "Before this week medication was ahead, from now on it is therapy. So a trial that ends in week 12 and a trial that "
            "ends in week 40 tell two stories, and both are honest. The week itself is no law: move the wait or How well "
            "medication works, and it moves. In trials that start both at the same time, the two come out about level.",
            holds(lambda: read_in(12).lead > 0.05 and read_in(20).lead > 0 > read_in(21).lead),
            holds(lambda: read_in(40).lead < -0.05),
            toy(ONE, "No wait for therapy", lambda s: s.result.passing < 21),
            holds(lambda: at(stop=26, week=52, medication=2.5).passing > 21),
            why("cuijpers2013_direct", "equally effective at the end of treatment"),
        ),
        (
            "In week 52, get medication at least 2 points better than the dummy pill with visits. Leave everything under More as "
            "it is.",
            lasts_only_if_kept_nearly_to_the_end,
            holds(
                lambda: (
                    not meets(1, "Make medication last", dataclasses.replace(at(stop=50, week=52), week=51), stop=50)
                )
            ),
        ),
        (
            "In which weeks does medication help? What is special about those weeks? | recipe | set | stop | set | week | reply | "
            "The way is to keep taking it, nearly to the end. Taken all year, it helps all year. So “medication does not last” is "
            "the wrong sentence: it works as long as somebody takes it. Staying on is a choice too, and so is stopping; how and "
            "when is decided with the prescriber.",
            lasts_only_if_kept_nearly_to_the_end,
            holds(lambda: (at(stop=52).gains[MEDICATION][2:] > 0.3).all()),
            also(
                "index",
                "please do not stop or change it without the person who prescribed it. Staying on is a choice too",
            ),
        ),
        (
            "Show one person. Find somebody for whom medication is ahead of therapy in every week until it stops. Leave the plans "
            "as they open. | controls | Whose lives | People number | hint | Look at the right-hand picture, and draw another "
            "person. And another.",
            is_asked_of_one_person,
            points_better_on_the_right,
        ),
        (
            "You did not need much luck: about {} in 10 people here are like that, though on average therapy passes before "
            "medication stops. One reason is that some people learn more slowly. The average is true, and it is nobody's life. We "
            "only know it because one person can live four lives here. No study can say it about one person.",
            exceptions_of_ten(),
            toy(ONE, OPENING, lambda s: s.result.passing < s.values["stop"]),
            holds(exceptions_learn_more_slowly),
            holds(the_same_four_lives),
        ),
        (
            "Stop medication in week 26 or earlier. In week 52 it must still be at least 1 point better than the dummy pill with "
            "visits. Everything else may be moved.",
            no_tablet_stays,
        ),
        (
            "Before you try: which part of the model could keep what medication gave? | reply | It cannot be done here, however "
            "strong medication is. In this model, its help is what is being taken now, some weeks late. Nothing keeps it. Therapy "
            "is given a memory, called skill, and skill fades slowly. Both are assumptions. And look at the score: it hardly "
            "rises, because time and visits went on helping.",
            no_tablet_stays,
            holds(lambda: 1 < USUAL.drug.delay_weeks < 6 and 0 < USUAL.skill.forgetting < 0.01),
            holds(lambda: {tag("drug.delay_weeks"), tag("skill.forgetting")} == {"teaching"}),
            toy(
                ONE,
                OPENING,
                lambda s: 0 < max(s.table["medication (points)"][26:]) - s.at("medication (points)", 26) < 1,
            ),
            toy(ONE, OPENING, lambda s: s.last(f"{DUMMY} (points)") < s.at(f"{DUMMY} (points)", 26) - 3),
        ),
        (
            "In one trial with people who had got well, {} of 100 stayed well in the year after their medication was replaced by a "
            "dummy pill (Hollon 2005). Lesson 10 is about that year.",
            share("hollon2005", "withdrawn to placebo", turned=True),
            why("hollon2005", "Only responders continue", "12 months"),
            also("10", "hollon2005", "# 10 · After treatment ends"),
        ),
        (
            "Draw the year of 1,000 people who take medication for 26 weeks and then stop: their average score, where lower is "
            "better. The dotted curve is the same people with a dummy pill and the same visits.",
            toy(ONE, OPENING, lambda s: (s.values["people"], s.values["stop"]) == (1000, 26)),
            toy(ONE, OPENING, lambda s: LESSON.sketched(s.result) is s.result.means[MEDICATION]),
            the_sketch_knows_the_dummy_pill,
            lower_is_better,
        ),
        (
            "Down, and it stays below the dotted curve | Many people expect this: once better, always better. It would need "
            "something that keeps what was won. Watch which of the four lives does that here. | Up at once when it stops | You "
            "thought that its help goes when it stops. It does, over some weeks. Meanwhile time goes on healing, so the score "
            "itself hardly rises.",
            holds(medication_goes_and_therapy_stays),
            toy(ONE, OPENING, lambda s: 1 < gain(s, MEDICATION, 30) < 2 and gain(s, MEDICATION, 40) < 0.1),
            toy(
                ONE,
                OPENING,
                lambda s: 0 < max(s.table["medication (points)"][26:]) - s.at("medication (points)", 26) < 1,
            ),
        ),
        (
            "Up again to where it began | The help goes, and what time and visits have healed stays. So the curve comes back to "
            "the dotted one, and not to the start. | Worse than with the dummy pill | Some people fear this. It does not happen "
            "here, where the effect just fades. Lesson 10 looks at what studies found after stopping.",
            toy(
                ONE,
                OPENING,
                lambda s: abs(gain(s, MEDICATION, 52)) < 0.1 and s.last("medication (points)") < 0.3 * 24,
            ),
            toy(ONE, OPENING, lambda s: s.result.gains[MEDICATION].min() > -0.01 and USUAL.withdrawal.strength == 0),
            also("10", "stopped"),
        ),
        (
            "You placed tokens in six rows. Where do the documents and the studies part most clearly? | right | The documents give "
            "two jobs to two treatments; the studies mostly find that both do some of each",
            holds(lambda: len(TABLE) == 6 == jobs.PARTS * jobs.ROWS),
            two_jobs,
        ),
        (
            "The documents prefer therapy, the studies prefer medication | The documents give full circles to both, in different "
            "rows, and the studies give none to either. Look at the rows once more. | The documents give two jobs to two "
            "treatments; the studies mostly find that both do some of each | Yes. Antidepressants change how feelings are read, "
            "and therapy eases symptoms as well. For some cells there is no study here, and that is an honest answer too. | The "
            "documents say that medication does nothing | They give it the first row, and with it the quick relief. | They do not "
            "part: the studies confirm the documents | Look at Thinking patterns and at Relationships in both tables.",
            two_jobs,
            answer(
                1,
                1,
                "The documents give two jobs to two treatments; the studies mostly find that both do some of each",
                "The documents prefer therapy, the studies prefer medication",
                "The documents say that medication does nothing",
                "They do not part: the studies confirm the documents",
            ),
            why("harmer2009", "well before mood changes"),
            why("cuijpers2013_direct", "equally effective"),
            holds(lambda: any(len(row["studies"]) < 2 for row in TABLE)),
            holds(
                lambda: TABLE[0]["documents"]["medication"] == "does well" and "because it is quick" in TABLE[0]["says"]
            ),
            holds(
                lambda: all(
                    row["documents"]["medication"] == "does not" and row["studies"]["medication"] == "helps in part"
                    for row in TABLE
                    if row["name"] in ("Thinking patterns", "Relationships")
                )
            ),
        ),
        (
            "Put the four lives of the opening picture in order as they stand in week 16. | right | both | medication | therapy | "
            "dummy pill with visits | ends | lowest score: best | highest score | reply | Yes. Now look at week 52: which lives "
            "have become one? | hint | Set Read in week to 16. On the left the lowest line has the lowest score.",
            holds(
                lambda: (
                    sorted(shown().result.means, key=lambda arm: shown().result.means[arm][16])
                    == said_task(1, 2)["right"]
                )
            ),
            toy(
                ONE,
                "Next winter",
                lambda s: abs(gain(s, MEDICATION)) < 0.05 and abs(gain(s, BOTH) - gain(s, THERAPY)) < 0.05,
            ),
            lower_is_better,
        ),
        (
            "In “Four lives of one person” the score jumps up in one week, in all four lives. What does this bump say about her "
            "medication? | right | Nothing: it is in the lives without medication too | replies | It has stopped working | Then "
            "the bump would be in the two lives with medication only. Look at the other two. | Nothing: it is in the lives without "
            "medication too | Yes. It is a bad week, and she would have had it anyway. In real life there is only one line, so "
            "nobody can see this. That is why trials compare many people. | The dose was too low | A dose is not in the picture. "
            "And what would it do in the life with a dummy pill? | It works for many people, but not for her | On the right, look "
            "at medication's line: it helps her, and the bump is nearly gone.",
            answer(
                1,
                3,
                "Nothing: it is in the lives without medication too",
                "It has stopped working",
                "The dose was too low",
                "It works for many people, but not for her",
            ),
            bump_is_hers_and_not_the_medications,
            holds(lambda: [plan.medication is None for plan in plans(BUMPY).values()] == [True, False, True, False]),
            holds(lambda: "dose" not in {each.name for each in LESSON.controls()}),
            holds(lambda: np.std(jumps(OPENING)[0]) < np.std(jumps()[0]) / 2),
        ),
        (
            "An invented trial starts at 24 points. In week 12, people with a dummy pill and visits are at 13 points, and "
            "people on medication are at 10. Lower is better. By how many points would the people on medication have fallen "
            "with time and visits alone?",
            holds(lambda: said_task(1, 4)["right"] == 24 - 13),
        ),
        (
            "Yes: 24 − 13 = 11. Medication added 3 more, from 13 to 10. A before-and-after story would give it all 14. | "
            "hint | Who in this trial had time and visits, and no drug? | hints | given | reply | That is the whole fall on "
            "medication, from 24 to 10. A part of it would have come anyway. | given | reply | That is what medication "
            "added. The question is about the other part. | given | reply | That is where the people with a dummy pill are. "
            "How far did they fall? | given | reply | The size is right. We ask by how many points they fell, so leave the "
            "sign out.",
            holds(lambda: list(hints(1, 4)) == [24 - 10, 13 - 10, 13, 13 - 24]),
            holds(lambda: judged(1, 4, 11, True) and said_task(1, 4)["tolerance"] < 1),
        ),
        (
            "A trial reports its result in week 8 and then ends. Which of these questions can it not answer? | right | Who "
            "is still well a year later? | replies | Which treatment brought more relief by then? | That is just what it "
            "reports. Think of what happens after week 8. | Who is still well a year later? | Yes. Fast and lasting are two "
            "questions, and a short trial can answer only the first. | How much do people improve on a waiting list? | It "
            "can, if it has a group that waits. Think of what happens after week 8. | Do the two together do more than one "
            "alone? | It can, for week 8, if it has those groups. Think of what happens later.",
            answer(
                1,
                5,
                "Who is still well a year later?",
                "Which treatment brought more relief by then?",
                "How much do people improve on a waiting list?",
                "Do the two together do more than one alone?",
            ),
            holds(lambda: read_in(8).lead > 0.5 > -2 > read_in(52).lead),
        ),
        ("title | % of people who respond (improve clearly)", only_these_rows(0, "response", 8, 16, 12, 36)),
        (
            "label | the model, week 8 | toy | medication | response | medication | therapy | response | therapy | finding | "
            "derubeis2005 | about | the same, week 16 | side | ▼",
            only_these_rows(0, "response", 8, 16, 12, 36),
        ),
        (
            "label | the model, week 16 | toy | medication | response | medication | therapy | response | therapy | finding | "
            "tads2007 | about | teenagers, week 12 | side | ▲",
            only_these_rows(0, "response", 8, 16, 12, 36),
            why("tads2007", "adolescents aged 12-17"),
        ),
        (
            "label | the model, week 12 | toy | medication | response | medication | therapy | response | therapy | both | "
            "response | both | finding | tads2007 | about | the same, week 36 | side | ▼",
            only_these_rows(0, "response", 8, 16, 12, 36),
        ),
        (
            "label | the model, week 36 | toy | medication | response | medication | therapy | response | therapy | both | "
            "response | both | title | % of people who relapse in the year after | ends | rows | finding | hollon2005 | "
            "about | one year",
            only_these_rows(0, "response", 8, 16, 12, 36),
            only_these_rows(1, "relapse", 52),
        ),
        (
            "who | ended | arm | prior CT (withdrawn, <=3 boosters) | outcome | relapse | week | people | who | stopped | arm | "
            "medication withdrawn to placebo | outcome | relapse | week | people | who | kept | arm | continued medication | "
            "outcome | relapse | week | people | label | the model, one year | toy | ended | relapsed | therapy ended | stopped | "
            "relapsed | medication stopped | kept | relapsed | medication kept | title | % of people who are well without "
            "treatment | ends | rows | finding | whiteford2013_natural | about | after 3 months | side | ○ | figures | arm | "
            "untreated, adult primary care",
            only_these_rows(1, "relapse", 52),
            only_these_rows(2, "remission", 13, 26, 52),
            holds(
                lambda: (
                    [LESSON.looks[who]["label"] for who in ("ended", "kept")] == ["therapy ended", "medication kept"]
                )
            ),
            holds(
                lambda: all(abs(row["people"] - 104 / 3) < 0.01 for row in LESSON.study_panels[1]["rows"][0]["figures"])
            ),
        ),
        spoken_row(
            ONE,
            OPENING,
            "In week {week}, {first} is ahead of {second} by {lead} points (lower is better).",
            week=12,
            first=MEDICATION,
            second=THERAPY,
            lead=lambda s: points(gain(s, MEDICATION) - gain(s, THERAPY)),
        ),
        (
            "In week {{week}}, medication and therapy are level.",
            holds(
                lambda: LESSON.sentence(at(medication=0.0, sessions=0)).startswith(
                    "In week 12, medication and therapy are level."
                )
            ),
            toy(ONE, OPENING, lambda s: "are level" not in s.sentence),
        ),
        spoken_row(
            ONE,
            "No wait for therapy",
            "With a dummy pill and visits alone, {fall} of {start} points have gone by then.",
            fall=lambda s: points(s.at(f"{DUMMY} (points)", 0) - s.at(f"{DUMMY} (points)", 4)),
            start=score(DUMMY, 0),
        ),
        spoken_row(
            ONE,
            "No wait for therapy",
            "Medication takes off {medication} points more than that, therapy {therapy}, and both together {both}.",
            medication=better(MEDICATION),
            therapy=better(THERAPY),
            both=better(BOTH),
        ),
        spoken_row(
            ONE,
            "Next winter",
            "Score in week {week}: {scores} points.",
            week=52,
            scores=lambda s: ", ".join(f"{arm} {score(arm)(s)}" for arm in (DUMMY, MEDICATION, THERAPY, BOTH)),
        ),
        spoken_row(ONE, STORY, "1,000 people, on average; {who} symptoms at the start.", who="severe"),
        spoken_row(ONE, BUMPY, "One person; {who} symptoms at the start.", who="typical"),
        (
            "{{arm}} (points) | fall_column | {{arm}}: fall (points) | gain_column | {{arm}}: better than with a dummy pill "
            "(points) | week | week | score_axis | score (points; lower is better) | gain_axis | points better than with a dummy "
            "pill | gain | {{points}} points in week {{week}} | this_week | week {{week}}",
            toy(
                ONE,
                OPENING,
                lambda s: abs(s.last("both: better than with a dummy pill (points)") - gain(s, BOTH, 52)) < 1e-9,
            ),
            toy(
                ONE,
                OPENING,
                lambda s: s.at("both: fall (points)", 8) == s.at("both (points)", 0) - s.at("both (points)", 8),
            ),
            lower_is_better,
            points_better_on_the_right,
        ),
    ),
]
