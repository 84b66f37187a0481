"""What lesson 04 says of studies and of its toy, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import THREE, exactly_added, together, warmth
from tests.meaning.quoting import across, quotes, told, toy, why

QUOTES = [
    *quotes(
        "04",
        (
            "amitriptyline worked mainly on sleep and appetite, often within the first week; "
            "interpersonal therapy mainly on mood, suicidal thoughts, work and interests, at four to "
            "eight weeks",
            why(
                "dimascio1979_differential",
                "amitriptyline worked mainly on sleep and appetite, often within the first week",
                "interpersonal therapy worked mainly on mood, suicidal thoughts, work and interests, at four to eight weeks",
            ),
        ),
        ("Together the effects added up", why("dimascio1979_differential", "the two effects added up")),
        (
            "medication in the amygdala, therapy in the medial prefrontal cortex, no overlap",
            why(
                "nord2021",
                "drug effects clustered in the amygdala and psychotherapy effects in the medial prefrontal "
                "cortex, with no significant overlap",
            ),
        ),
        (
            "finds different areas; but the area of medication is the insula",
            why("boccia2016", "medication changed the right insula", "Different circuits"),
        ),
        (
            "with therapy, frontal activity went down, and hippocampus and cingulate went up; with "
            "paroxetine the reverse",
            why(
                "goldapple2004",
                "increases in hippocampus and dorsal cingulate and DEcreases in frontal cortex",
                "the reverse pattern",
            ),
        ),
        (
            "both tools lowered prefrontal activity",
            why("kennedy2007", "SHARED reductions in prefrontal"),
            why("brody2001", "both lowered prefrontal metabolism"),
        ),
        ("Brody's paroxetine goes the other way from Goldapple's", why("brody2001", "Contradicts Goldapple")),
        (
            "antidepressants changed limbic and medial prefrontal responses, and raised prefrontal "
            "activity on the outer side",
            why("ma2015_ale", "limbic AND medial prefrontal responses, and raised dorsolateral prefrontal"),
        ),
        (
            "after therapy only one change came up consistently, in the anterior cingulate. Five small studies",
            why("sankar2018", "only consistent group-by-time change", "anterior cingulate", "Five small studies"),
        ),
        (
            "calls medication mixed, therapy top-down and surgery bottom-up",
            why("mayberg1999", "drugs MIXED, psychotherapy top-down and SURGERY bottom-up"),
        ),
        ("says that its drawing over time is a hypothesis", why("derubeis2008_review", "hypothetical")),
        (
            "found no consistent sign that depression goes with low serotonin",
            why("moncrieff2022", "no consistent evidence that depression goes with lowered serotonin"),
        ),
        ("Ma 2015, {} studies", told("ma2015_ale", r"(\d+) (?:imaging )?studies")),
    ),
    *quotes(
        "04 sheet",
        (
            "effects of medication gathered deep (amygdala) and those of therapy in front, without overlap",
            why("nord2021", "clustered in the amygdala", "no significant overlap", against=False),
        ),
        (
            "Recovery with therapy went with less activity in front, the reverse of what the story tells",
            why("goldapple2004", "DEcreases in frontal cortex"),
        ),
    ),
    *quotes(
        "04 words",
        (
            "Medication warms the lower floor first, therapy the upper one, later. A little climbs the stairs each way",
            toy(
                THREE,
                "Textbook, week 4",
                lambda s: (
                    warmth(s, "medication", "body") > warmth(s, "medication", "thinking") > 0.1
                    and warmth(s, "therapy", "thinking") > warmth(s, "therapy", "body") > 0.1
                    and s.result.half_week("medication", "body") < s.result.half_week("therapy", "thinking")
                ),
            ),
        ),
        (
            "each tool leaves the other floor cold. Both together still just add",
            toy(
                THREE,
                "No stairs: each heals half",
                lambda s: (
                    abs(warmth(s, "medication", "thinking")) + abs(warmth(s, "therapy", "body")) < 0.05
                    and exactly_added(s)
                ),
            ),
        ),
        (
            "The floors pull each other hard. Either tool now warms the whole house, and more of it",
            across(
                THREE,
                "Strong stairs",
                "No stairs: each heals half",
                lambda strong, none: (
                    together(strong, "medication") > together(none, "medication")
                    and together(strong, "therapy") > together(none, "therapy")
                    and exactly_added(strong)
                ),
            ),
        ),
        ("both is still exactly the two added", toy(THREE, "Strong stairs", exactly_added)),
        (
            "What eases the body also eases thinking, but not the other way round. Still exactly the two added",
            toy(
                THREE,
                "One-way stairs",
                lambda s: (
                    warmth(s, "medication", "thinking") > 1
                    and abs(warmth(s, "therapy", "body")) < 0.05
                    and exactly_added(s)
                ),
            ),
        ),
        (
            "each tool enters halfway up. No floor moves first",
            toy(
                THREE,
                "The same door for both (rival)",
                lambda s: all(
                    abs(warmth(s, tool, "body") - warmth(s, tool, "thinking")) < 0.1
                    for tool in ("medication", "therapy")
                ),
            ),
        ),
        (
            "Medication enters above, therapy below. The order turns round",
            toy(
                THREE,
                "Doors swapped",
                lambda s: (
                    warmth(s, "medication", "thinking") > warmth(s, "medication", "body")
                    and warmth(s, "therapy", "body") > warmth(s, "therapy", "thinking")
                ),
            ),
        ),
        (
            "Only now does both leave the line of the two added",
            toy(
                THREE,
                "A real interaction",
                lambda s: together(s, "both") > together(s, "medication") + together(s, "therapy") + 0.2,
            ),
        ),
        (
            "it opens the door to learning and speeds it, more strongly than the toy's own value",
            toy(
                THREE,
                "A real interaction",
                lambda s: s.result.course.model.plasticity.gain > 0.25 and s.result.course.model.gate.strength > 0,
            ),
        ),
        (
            "Each tool moves its own floor first; and the medicine, which needs no sessions, is earlier on both",
            toy(
                THREE,
                OPENING,
                lambda s: (
                    s.result.half_week("medication", "body") < s.result.half_week("therapy", "body")
                    and s.result.half_week("medication", "thinking") < s.result.half_week("therapy", "thinking")
                ),
            ),
        ),
    ),
    *quotes(
        "04",
        (
            "the body is first to ease with medication, thinking with therapy. The other floor follows "
            "about two weeks behind",
            toy(
                THREE,
                OPENING,
                lambda s: (
                    1 < s.result.half_week("medication", "thinking") - s.result.half_week("medication", "body") < 3
                    and 1 < s.result.half_week("therapy", "body") - s.result.half_week("therapy", "thinking") < 3
                ),
            ),
        ),
        (
            "Stronger stairs make everything warmer, each tool alone as well. So both stays at 100 %",
            across(
                THREE,
                "Strong stairs",
                "No stairs: each heals half",
                lambda strong, none: (
                    together(strong, "medication") > together(none, "medication") and exactly_added(strong)
                ),
            ),
        ),
        (
            "Swapping the doors swaps the order. Giving both tools the same door wipes it out",
            toy(
                THREE, "Doors swapped", lambda s: warmth(s, "medication", "thinking") > warmth(s, "medication", "body")
            ),
        ),
        ("stairs alone never make more than the sum", toy(THREE, "Strong stairs", exactly_added)),
    ),
    *quotes(
        "04 sheet",
        (
            "the body eases first with medication, thinking with therapy",
            toy(
                THREE,
                OPENING,
                lambda s: (
                    warmth(s, "medication", "body") > warmth(s, "medication", "thinking")
                    and warmth(s, "therapy", "thinking") > warmth(s, "therapy", "body")
                ),
            ),
        ),
        (
            "Stronger stairs make each tool alone warmer too. So both stays at exactly the two added",
            across(
                THREE,
                "Strong stairs",
                "No stairs: each heals half",
                lambda strong, none: (
                    together(strong, "medication") > together(none, "medication") and exactly_added(strong)
                ),
            ),
        ),
        (
            "Swap the doors and the order swaps. Give both one door and the order is gone",
            toy(
                THREE, "Doors swapped", lambda s: warmth(s, "medication", "thinking") > warmth(s, "medication", "body")
            ),
        ),
    ),
]
