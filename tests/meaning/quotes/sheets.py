"""What a trainer waits for at a point stands, in other words, in the sentence that the room reads there."""

from tests.meaning.lived import LESSONS, settings
from tests.meaning.quoting import quotes


def read_there(number, preset, *parts):
    """A ground: the sentence below the picture at that preset has these parts, in this order."""
    [slug] = [lesson.slug for lesson in LESSONS if lesson.number == number]

    def hold():
        rest = " ".join(settings(slug)[preset].sentence.split())
        for part in parts:
            assert part in rest, f"{part!r} is not in what is left: {rest!r}"
            rest = rest.partition(part)[2]

    return hold


QUOTES = [
    *quotes(
        "01 sheet",
        (
            "nearly half. With a dummy pill and visits alone, 11.0 of 24.0 points have gone by week 12.",
            read_there(1, "Tablets now, therapy later", "dummy pill and visits alone, 11.0 of 24.0 points have gone"),
        ),
        (
            "two. With therapy or both it is 0.3 points, with medication or the dummy pill 3.2: what is left is "
            "what was learned.",
            read_there(1, "Next winter", "week 52: dummy pill with visits 3.2, medication 3.2, therapy 0.3, both 0.3"),
        ),
        (
            "medication, and by little: 0.5 points.",
            read_there(1, "No wait for therapy", "medication is ahead of therapy by 0.5 points"),
        ),
    ),
    *quotes(
        "02 sheet",
        (
            "the fall on the waiting list, 6.2 of the 13.1 points. Time did that.",
            read_there(2, "Five groups, one winter", "13.1 points (medication)", "6.2 points (waiting list)"),
        ),
        (
            "medication falls further now, and the dummy pill less far. Knowing moves hope, up and down.",
            read_there(2, "Everybody knows", "14.1 points (medication), 9.1 points (dummy pill with visits)"),
        ),
        (
            "the falls. Waiting, it is 10.3 points instead of 6.2; the lead is 2.5 instead of 2.2. Many came in "
            "on a bad day.",
            read_there(
                2,
                "Only on a bad day",
                "waited fell by 10.3 points; with everybody taken in, by 6.2",
                "lead is 2.5 points; with everybody taken in, it is 2.2",
            ),
        ),
        (
            "much better, 15.5 points, and so do people with the dummy pill, 13.4. The lead stays 2.2.",
            read_there(
                2, "A doctor who asks", "added 2.2", "15.5 points (medication), 13.4 points (dummy pill with visits)"
            ),
        ),
    ),
    *quotes(
        "03 sheet",
        (
            "each line is another sum: 91 with gains added, 76 with those left, 85 with odds multiplied. Seen were 86.",
            read_there(
                3,
                "One trial, three rulers",
                "both, 86 of 100",
                "91 with gains added (5 fewer were seen), 76 with those left (10 more were seen), 85 with odds "
                "multiplied",
            ),
        ),
        (
            "all three. And nobody: no score has changed.",
            read_there(
                3,
                "A harder goal",
                "gains added (14 more were seen)",
                "left (15 more were seen)",
                "multiplied (6 more were seen)",
            ),
        ),
        (
            "nobody can say. The group is missing that got neither treatment.",
            read_there(3, "Three groups only", "Without a group that got neither treatment, nobody can say"),
        ),
        ("1.0 of 12.0 points.", read_there(3, "Door and speed", "both took off 12.0", "1.0 more than the sum")),
    ),
    *quotes(
        "04 sheet",
        (
            "the body, with medication: 2.2 points. To the second question, take any answer.",
            read_there(4, "The story, week 4", "medication 2.2 in the body"),
        ),
        (
            "thinking with medication, the body with therapy. Both is exactly the two added, here too.",
            read_there(
                4,
                "No pull",
                "exactly the two added",
                "medication 3.7 in the body and 0.0 in thinking; therapy 0.0 in the body",
            ),
        ),
        (
            "about three times: 13.9 points instead of 4.4. And neither: they are exactly alike.",
            read_there(
                4,
                "The strongest pull",
                "both together gain 13.9",
                "exactly the two added",
                "Without the pull",
                "both would gain 4.4",
            ),
        ),
        (
            "the diamonds of the two treatments. And no bar: 2.7, 3.6 and 6.3 points, as at the opening.",
            read_there(4, "Doors exchanged", "both together gain 6.3", "medication alone 2.7, therapy alone 3.6"),
        ),
    ),
    *quotes(
        "05 sheet",
        (
            "a little. It lets 56 of 100 parts of the sessions through, and 45 with a dummy pill; most of it "
            "comes while the sessions are running.",
            read_there(
                5, "At the door", "56 of 100 parts of the sessions through with medication, 45 with a dummy pill"
            ),
        ),
        (
            "hardly: 66 and 65 of 100 things. Their door was open anyway.",
            read_there(5, "Mild symptoms", "66 of 100 things with medication, 65 with a dummy pill"),
        ),
        (
            "much more with either, 83 and 70 of 100 parts. Time opens the door, too.",
            read_there(
                5, "Wait for the door", "83 of 100 parts of the sessions through with medication, 70 with a dummy pill"
            ),
        ),
        (
            "nothing: 67 of 100 things with either.",
            read_there(5, "No door", "hardly any difference", "67 of 100 things with medication, 67 with a dummy pill"),
        ),
    ),
    *quotes(
        "06 sheet",
        (
            "1 thing of 100. And people in therapy still learn 76.",
            read_there(6, "Sessions after the window", "taught 76 of 100 things", "That is 1 more"),
        ),
        (
            "with both, people are ahead: 4.7 points, and 2.7 with therapy. More was learned with the dummy pill:"
            " 75 of 100 things, and 62.",
            read_there(
                6,
                "A calming medication",
                "taught 62",
                "with a dummy pill they taught 75",
                "2.7 with therapy and 4.7 with both",
            ),
        ),
    ),
    *quotes(
        "07 sheet",
        (
            "the link. Trust given at random now changes nothing: 38 of 100 improve clearly with it, and 38 without.",
            read_there(
                7, "The other world", "changed nothing: 38 of 100 people improve clearly with it, and 38 as they were"
            ),
        ),
        (
            "by the link, beside both: 48 against 33 of 100. By the extra trust, in the middle: 8 more of 100.",
            read_there(
                7,
                "Each feeds the other",
                "helped 8 more of 100",
                "48 of 100 improved clearly in the half who trust more, and 33",
            ),
        ),
        (
            "stopping. The extra trust brings back little: 60 of 100 still take it instead of 57.",
            read_there(7, "Staying on", "57 with one, and 60 with one and the extra trust", "40 are lost by stopping"),
        ),
        (
            "all three are at 50 of 100. What the therapist hears does not reach the prescriber.",
            read_there(
                7,
                "Nobody talks",
                "50 still take it in week 16 without a therapist, 50 with one, and 50 with one and the extra",
            ),
        ),
    ),
    *quotes(
        "08 sheet",
        (
            "hardly. It is 30 and 15 of 100 with four medications, 29 and 12 with the same one.",
            read_there(
                8,
                "Four different medications",
                "step 1, 30 are well",
                "step 4, 15",
                "same medication in every step it is 29 and 12",
            ),
        ),
        (
            "the first comes near: 35 of 100, published 37. The last is higher: 18, published 13.",
            read_there(8, "As in a large trial", "step 1, 35 are well", "step 4, 18"),
        ),
        (
            "side effects that bother: 92 of 100 instead of 56. Symptoms have halved in 47 instead of 46.",
            read_there(
                8,
                "Twice the dose",
                "halved in 47",
                "usual dose it is 46",
                "92 have a side effect that bothers",
                "it is 56",
            ),
        ),
    ),
    *quotes(
        "09 sheet",
        (
            "up, from 4 to 20. And the slow memory, which expects 20.",
            read_there(
                9,
                "Twelve weeks, one year",
                "average fear is at 20",
                "day after that session it was at 4",
                "still expects 20",
            ),
        ),
        (
            "those who are well end, and are no longer counted. Of those who end after one session 86 of 100 are "
            "well enough, after twelve 54.",
            read_there(
                9, "Who ends when", "end after one session, 86 are well enough; of 100 who end after twelve, 54"
            ),
        ),
    ),
    *quotes(
        "10 sheet",
        (
            "therapy over and medication kept: 69 and 70 of 100 still well. Published, ill again: 31 where the "
            "model says 31, 47 where it says 30, 76 where it says 51.",
            read_there(
                10,
                "Well after 16 weeks",
                "therapy over 69 still well, 31 ill again; medication stopped 49 still well, 51 ill again",
                "medication kept 70 still well, 30 ill again",
                "therapy over 31 of 100",
                "stopped 76 of 100",
                "kept 47 of 100",
            ),
        ),
        (
            "in the model, yes: 26 of 100 stayed well with both over, 9 with medication stopped.",
            read_there(10, "Well after both", "medication stopped 9 still well", "both over 26 still well"),
        ),
        (
            "medication stopped, 7 more of 100. Therapy over, 3.",
            read_there(
                10, "Something hard", "more of 100 ill again: therapy over 3, medication stopped 7, medication kept 4"
            ),
        ),
    ),
    *quotes(
        "11 sheet",
        (
            "at the tipping point: 57 of 100 still well. On the slope hardly: 46.",
            read_there(11, "Equal at the target", "on the slope 46 still well", "at the tipping point 57 still well"),
        ),
        (
            "no. Under both ideas 44 of 100 are still well, and 56 ill again.",
            read_there(
                11,
                "Everything in one day",
                "slope 44 still well, 56 ill again; at the tipping point 44 still well, 56 ill again",
            ),
        ),
        (
            "everybody who fell ill on the way: 15 of 100 on the slope, 18 at the tipping point, 12 with "
            "medication kept.",
            read_there(
                11,
                "From the last step",
                "Left out are those who fell ill before",
                "kept 12, slope 15, tipping point 18",
            ),
        ),
    ),
    *quotes(
        "12 sheet",
        (
            "more than this one, which gains 0.0 points: people differ so much here.",
            read_there(12, "Hidden thirds", "A marker that is right in 50", "(difference: 0.0 points)"),
        ),
        (
            "39 of 100 gain clearly more from therapy, and 28 of the others. And no: it is luck.",
            read_there(12, "A random third", "39 from therapy", "Of 100 others", "28 from therapy"),
        ),
    ),
    *quotes(
        "13 sheet",
        (
            "nobody. 11 of 100 are diamonds, 37 are discs, and both kinds feel the same.",
            read_there(13, "One plan, one price", "11 of 100", "37 do so under both plans"),
        ),
        (
            "those who improve under both plans, 76 of 100. It may have taken them months, and the picture does "
            "not show that.",
            read_there(13, "A year later", "76 do so under both plans"),
        ),
        (
            "14 of 100. And no: nobody was asked without it, so it may add anything up to 55.",
            read_there(
                13, "A second treatment", "14 of 100", "Nobody was asked without it, so it may add anything up to 55"
            ),
        ),
        (
            "what is counted on the right is rare: about 20 of 1,000 with a dummy pill, and about 9 more with an "
            "antidepressant.",
            read_there(
                13, "1,000 young people", "about 20 with a dummy pill, and in about 9 more with an antidepressant"
            ),
        ),
    ),
    *quotes(
        "14 sheet",
        (
            "many. Only 21 more of 100 are clearly better than on the waiting list.",
            read_there(14, "Both from the start", "21 more than on the waiting list"),
        ),
        (
            "little: 2.8 sessions a person, and 83 of 100 clearly better, 4 fewer than with both from the start.",
            read_there(
                14, "A third accept", "83 of 100", "4 fewer than with both from the start", "2.8 sessions a person"
            ),
        ),
        (
            "in week 52 nothing: 83 of 100, and 78 without the wait. On the way 26 weeks not yet better instead of 21.",
            read_there(
                14,
                "Half a year of waiting",
                "83 of 100",
                "in 26 of the 52",
                "Without the wait, 78",
                "not yet be better in 21",
            ),
        ),
        (
            "both from the start is medication alone here, 81 of 100. Therapy alone is the waiting list.",
            read_there(
                14,
                "No therapist far and wide",
                "Medication alone: in week 52, 81 of 100",
                "as many as with both from the start",
            ),
        ),
    ),
    *quotes(
        "15 sheet",
        (
            "the last third of the list, 100 of 100. And nobody decided it: the order did.",
            read_there(15, "The list as it is", "last on the list 100"),
        ),
        (
            "the least ill third, 100 of 100. And 77 are better, as before.",
            read_there(15, "Sickest first", "halved in 77", "least ill third 100"),
        ),
        (
            "86 of 100 start. And no: 77 are better, as before.",
            read_there(15, "Half as many for each", "86 of 100 people started", "halved in 77"),
        ),
        (
            "435 of 600, and 88 of 100 are better.",
            read_there(15, "Step by step", "halved in 88", "435 of 600 sessions"),
        ),
    ),
    *quotes(
        "16 sheet",
        (
            "very little: the data fit anything from 3.8 points less than the sum to 5.9 more.",
            read_there(16, "The same sixty, four groups", "anything from -3.8 to 5.9"),
        ),
        (
            "7.5 points, 2.6 times the truth.",
            read_there(
                16, "Only the winners are heard", "together they report 7.5 points. That is 2.6 times the truth"
            ),
        ),
        ("about 5 of 100. They are false alarms.", read_there(16, "Nothing to find", "about 5 of 100", "false alarms")),
    ),
]
