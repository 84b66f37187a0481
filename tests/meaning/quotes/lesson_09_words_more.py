"""What lesson 09's words say beside the studies' picture, and what its Python says, and what holds it."""

import numpy as np

from tests.meaning.quotes.grounds import claim, holds, is_drawn, own, percent, spoken, study_row
from tests.meaning.quotes.lesson_09 import VAN_DIS, WHITE, all_chosen, at
from tests.meaning.quotes.lesson_09_words import EYES, INSIGHT, KHAN, ROOM, STEINERT, falling, kept, lead_of
from tests.meaning.quoting import quotes, why
from toolkit.lessons import lesson
from toolkit.lessons.what_therapy_teaches.people import THIRD

NEAR = "set by hand to come near "


def hovers(learning, name):
    """What is told of a point of a series."""
    return next(each for each in lesson(9).chart(learning)["data"] if each["name"] == name)["hovertemplate"]


def columns(*names, **values):
    """The table has these columns."""
    return holds(lambda: {*names} <= {*lesson(9).table(at(**values))})


QUOTES = [
    *quotes(
        "09 words",
        (
            "% who fell ill again, of people who had got well | ends | rows | finding | vandis2020_followup | about | "
            "CBT for anxiety, lowest study | side | ▲ | figures | arm | recovered after CBT, lowest study | outcome | "
            "relapse, 3 to 12 months after treatment | finding | vandis2020_followup | about | CBT for anxiety, "
            "highest study | side | ▲ | figures | arm | recovered after CBT, highest study | outcome | relapse, 3 to "
            "12 months after treatment",
            study_row(9, "▲ van Dis 2020: CBT for anxiety, lowest study", percent(VAN_DIS, "lowest")),
            study_row(9, "▲ van Dis 2020: CBT for anxiety, highest study", percent(VAN_DIS, "highest")),
        ),
        (
            "panic, no further sessions | side | ▼ | figures | arm | assessment only | outcome | relapse | week | "
            "people | label | the model: no boosters | toy | relapsed | said | nobody had got well",
            study_row(9, "▼ White 2013: panic, no further sessions", percent(WHITE, "assessment only")),
            study_row(9, "the model: no boosters", lambda: at().relapsed(0)),
            holds(lambda: np.isnan(at().relapsed(0, line=0.0))),
        ),
        (
            "panic, nine monthly sessions | side | ▼ | figures | arm | maintenance CBT | outcome | relapse | week | "
            "people | label | the model: nine boosters | toy | relapsed | said | nobody had got well",
            study_row(9, "▼ White 2013: panic, nine monthly sessions", percent(WHITE, "maintenance CBT")),
            study_row(9, "the model: nine boosters", lambda: at().relapsed(9)),
        ),
        (
            "% better, by number of sessions | ends | rows | finding | howard1986_dose | about | 8 sessions, "
            "measurably better | side | ○ | figures | arm | psychotherapy, 8 sessions | outcome | measurably improved "
            "| label | the model: 8 sessions, if everybody stays | toy | stay | finding | howard1986_dose | about | "
            "26 sessions, measurably better | side | ○ | figures | arm | psychotherapy, 26 sessions | outcome | "
            "measurably improved | label | the model: 26 sessions, if everybody stays",
            study_row(
                9,
                "○ Howard 1986: 8 sessions, measurably better",
                percent("howard1986_dose", "psychotherapy, 8 sessions"),
            ),
            study_row(
                9,
                "○ Howard 1986: 26 sessions, measurably better",
                percent("howard1986_dose", "psychotherapy, 26 sessions"),
            ),
            study_row(9, "the model: 8 sessions, if everybody stays", lambda: at().if_all_stay[7]),
            study_row(9, "the model: 26 sessions, if everybody stays", lambda: at().if_all_stay[25]),
        ),
        (
            "1 session, recovered at its end | side | ○ | figures | arm | 1 session | outcome | reliable and "
            "clinically significant improvement | label | the model: 1 session, those who end | toy | end | finding | "
            "barkham2006_gel | about | 12 sessions, recovered at their end | side | ○ | figures | arm | 12 sessions | "
            "outcome | reliable and clinically significant improvement | label | the model: 12 sessions, those who "
            "end",
            study_row(9, "○ Barkham 2006: 1 session, recovered at its end", percent("barkham2006_gel", "1 session")),
            study_row(
                9, "○ Barkham 2006: 12 sessions, recovered at their end", percent("barkham2006_gel", "12 sessions")
            ),
            study_row(9, "the model: 1 session, those who end", lambda: at().ended[0]),
            study_row(9, "the model: 12 sessions, those who end", lambda: at().ended[11]),
        ),
        (
            "lead of the kind named first, in standard deviations | ends | hover | %{{x:.2f}} | spoken | {{:.2f}} | "
            "none | no lead | rows | finding | steinert2017_psychodynamic | about | psychodynamic / proven kinds | "
            "side | ○ | figures | how | effect | comparison | psychodynamic therapy vs established treatments, target "
            "symptoms, end of treatment (90 % interval -0.227 to -0.079)",
            study_row(9, "○ Steinert 2017: psychodynamic / proven kinds", lead_of(STEINERT, "psychodynamic")),
            holds(lambda: lead_of(STEINERT, "")() < 0),
            why(STEINERT, "Hedges g", "a small difference is there"),
        ),
        (
            "EMDR / CBT, at the end | side | ○ | figures | how | minus | comparison | EMDR vs CBT, post-traumatic "
            "symptoms, end of treatment (below 0: EMDR better)",
            study_row(9, "○ Khan 2018: EMDR / CBT, at the end", lead_of(KHAN, "end of", -1)),
            why(KHAN, "EMDR lowered post-traumatic symptoms more than CBT at the end"),
        ),
        (
            "EMDR / CBT, later | side | ○ | figures | how | minus | comparison | EMDR vs CBT, post-traumatic "
            "symptoms, three months later",
            study_row(9, "○ Khan 2018: EMDR / CBT, later", lead_of(KHAN, "three months", -1)),
        ),
        (
            "EMDR with / without eye movements | side | ○ | figures | how | effect | comparison | EMDR with vs "
            "without eye movements, therapy trials",
            study_row(9, "○ Lee 2013: EMDR with / without eye movements", lead_of(EYES, "therapy trials")),
        ),
        (
            "On the day after the last session | week_after | A week after the last session | weeks_after | {{weeks}} "
            "weeks after the last session | year_after | A year after the last session",
            spoken(9, "On the day after the last session, average", after=0),
            spoken(9, "A week after the last session, average", after=1),
            spoken(9, "26 weeks after the last session, average", after=26),
            spoken(9, "A year after the last session, average", after=52),
        ),
        (
            "{{when}}, average fear{{met}} is at {{now}} of 100 (100 is as before treatment; lower is better)",
            spoken(
                9,
                lambda s: f" average fear in another room is at {100 * s.felt([441]).mean():.0f} of 100 (100 is",
                where="room",
            ),
            spoken(
                9,
                lambda s: f" average fear after the fright is at {100 * s.felt([441]).mean():.0f} of 100",
                where="fright",
            ),
        ),
        (
            "The day after that session it was at {{first}}. Of the {{won}} points that had been won, {{kept}} are "
            "still there. | further | The day after that session it was at {{first}}, so nothing of the {{won}} "
            "points that had been won has been lost",
            spoken(9, "The day after that session it was at 4. Of the 96 points that had been won, 80 are still there"),
            holds(lambda: np.allclose([100 * at().felt([day]).mean() for day in (78, 441)], [4, 20], atol=0.5)),
            spoken(9, "it was at 4, so nothing of the 96 points that had been won has been lost", boosters=9, after=39),
            holds(lambda: at(boosters=9, after=39).now < at().first),
        ),
        (
            "In {{well}} of 100 people fear is at most a third of what it was; in the other {{others}} it is higher. "
            "| in_all | In all 100 people fear is at most a third of what it was",
            spoken(
                9, lambda s: f"In {100 * (s.felt([441]) <= 1 / 3).mean():.0f} of 100 people fear is at most a third"
            ),
            spoken(9, lambda s: f"in the other {100 * (s.felt([441]) > 1 / 3).mean():.0f} it is higher"),
            spoken(9, "In all 100 people fear is at most a third of what it was", after=0),
            holds(lambda: (at(after=0).felt([78]) <= 1 / 3).all()),
        ),
        (
            "The slow memory still expects {{slow:.0f}}. | without_drug | Without the calming drug, fear would be at "
            "{{clear:.0f}}",
            spoken(9, lambda s: f"The slow memory still expects {s.slow[-1]:.0f}.", calm=30),
            spoken(9, lambda s: f"Without the calming drug, fear would be at {at().now:.0f}.", calm=30),
        ),
        (
            "If everybody stays, {{eight:.0f}} of 100 people are well enough after 8 sessions and {{most:.0f}} after "
            "{{last}}; the others are not yet",
            spoken(
                9,
                lambda s: (
                    f"{s.if_all_stay[7]:.0f} of 100 people are well enough after 8 sessions and {s.if_all_stay[25]:.0f} after 26"
                ),
                show="ending",
            ),
        ),
        (
            "Of 100 people who end after one session, {{one:.0f}} are well enough; of 100 who end after twelve, "
            "{{twelve:.0f}}",
            spoken(
                9,
                lambda s: (
                    f"one session, {s.ended[0]:.0f} are well enough; of 100 who end after twelve, {s.ended[11]:.0f}."
                ),
                show="ending",
            ),
        ),
        (
            "Every session helps every one of them here. | at_random | People end for other reasons only, whether "
            "they are well or not",
            spoken(9, "Every session helps every one of them here", show="ending"),
            spoken(9, "People end for other reasons only, whether they are well or not", show="ending", ends=False),
            holds(falling),
        ),
        (
            "{{when}}, people know {{kept:.0f}} of 100 things that {{kind}} teaches. | kept_beside | {{when}}, people "
            "know {{kept:.0f}} of 100 things that {{kind}} teaches; with CBT it would be {{usual:.0f}}. | "
            "kept_changed | {{when}}, people know {{kept:.0f}} of 100 things that {{kind}} teaches; with our own "
            "guesses it would be {{usual:.0f}}",
            spoken(9, lambda s: f"people know {kept(s):.0f} of 100 things that CBT teaches.", show="kinds"),
            spoken(
                9,
                lambda s: (
                    f"know {kept(s):.0f} of 100 things that psychodynamic therapy teaches; with CBT it would be 50"
                ),
                **INSIGHT,
            ),
            spoken(
                9,
                lambda s: f"know {kept(s):.0f} of 100 things that CBT teaches; with our own guesses",
                show="kinds",
                fades=2.0,
            ),
            spoken(9, lambda s: f"our own guesses it would be {kept(at(show='kinds')):.0f}.", show="kinds", fades=2.0),
        ),
        (
            "Here {{kind}} stands for {{what}}. | whose_numbers | No study that we read measured how much a session "
            "of it teaches, or how fast that fades: the numbers are guesses",
            spoken(9, "Here exposure stands for meeting what is feared", show="kinds", kind="exposure"),
            holds(all_chosen),
        ),
        (
            "In the picture as it is set now, average fear is at {{now:.0f}} of 100 when it is measured",
            holds(
                lambda: f"average fear is at {at(after=9).now:.0f} of 100" in lesson(9).compare_guess("", at(after=9))
            ),
        ),
        (
            "middle half of people | measured | fear, measured | session | session | session_hover | week "
            "%{{{{x:.0f}}}} | hover | %{{{{y:.0f}}}} of 100 in week %{{{{x:.0f}}}} | hover_sessions | %{{{{y:.0f}}}} "
            "of 100 after %{{{{x:.0f}}}} sessions",
            holds(lambda: hovers(at(), "fear") == "fear: %{y:.0f} of 100 in week %{x:.0f}<extra></extra>"),
            holds(lambda: "of 100 after %{x:.0f} sessions" in hovers(at(show="ending"), "if everybody stays")),
            holds(lambda: hovers(at(), "session") == "session: week %{x:.0f}<extra></extra>"),
        ),
        (
            "100 people, when measured | filled | filled: {{people}} | well | at most a third of the fear | not_well "
            "| more than a third of the fear",
            holds(lambda: lesson(9).chart(at())["layout"]["xaxis2"]["ticktext"] == [f"filled: {at().well}"]),
            holds(lambda: THIRD == 1 / 3 and at().well == round(100 * (at().felt([441]) <= 1 / 3).mean())),
        ),
        (
            "fear (100: as before) | sessions | sessions | enough | well enough (of 100 people) | things | things "
            "learned (of 100) | stay | if everybody stays | end | those who end here",
            holds(lambda: (at().fear[0] == 100).all()),
            holds(lambda: is_drawn(lesson(9).chart(at(show="ending")), "those who end here", dash="dash")),
        ),
        (
            "fear (of 100) | slow_column | slow memory (of 100) | clear_column | fear without the drug (of 100) | "
            "learned_column | learned, {{kind}} (of 100) | usual_column | learned, {{kind}} as we guess (of 100) | "
            "stay_column | well enough if everybody stays (%) | end_column | well enough of those who end here (%)",
            columns("fear (of 100)", "slow memory (of 100)", "fear without the drug (of 100)", calm=30),
            columns("learned, psychodynamic (of 100)", "learned, CBT as we guess (of 100)", **INSIGHT),
            columns("well enough if everybody stays (%)", "well enough of those who end here (%)", show="ending"),
        ),
        (
            "set by hand to come near {{study}} | own_third | fear up to which somebody counts as well | own_room | "
            "share of what was won over fear that is there in another room | own_fright | share of what was won over "
            "fear that is there after a fright | own_need | gamma scale of how much people have to learn to be well "
            "enough | own_leave | chance of ending for other reasons, after each session",
            own(9, "fear up to which somebody counts as well", 0.33),
            own(9, ROOM, 0.8),
            own(9, "share of what was won over fear that is there after a fright", 0.85),
            own(9, "gamma scale of how much people have to learn to be well enough", 4.5),
            own(9, "chance of ending for other reasons, after each session", 0.04),
            holds(
                lambda: (
                    [each.source for each in lesson(9).own(lesson(9).opening)][-2:]
                    == [NEAR + "Howard 1986", NEAR + "Barkham 2006"]
                )
            ),
        ),
        (
            "examining thoughts and trying things out | exposure | meeting what is feared until it frightens less | "
            "EMDR | eye movement desensitisation and reprocessing: exposure to a memory, with eye movements that "
            "change nothing in the model; how it works is disputed",
            holds(lambda: np.allclose(at().learned("EMDR"), at().learned("exposure"))),
            holds(lambda: "what makes EMDR work is disputed" in claim("C11")["because"]),
            holds(lambda: "examine thoughts, meet what is feared" in claim("C11")["says"]),
        ),
        (
            "dialectical behaviour therapy: skills for storms of feeling, with the very numbers of CBT in this "
            "picture | interpersonal | mending relationships, with the very numbers of CBT in this picture | "
            "psychodynamic | insight: understanding where patterns come from",
            holds(lambda: np.allclose([at().learned("DBT"), at().learned("interpersonal")], at().learned("CBT"))),
            holds(lambda: "build skills, mend relationships, gain insight" in claim("C11")["says"]),
        ),
    ),
]
