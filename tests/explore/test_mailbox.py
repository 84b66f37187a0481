"""The page's mailbox, run as it stands with a clock of ours: one message at a time, the latest move, and what silence means."""

import json
import re
import subprocess
from pathlib import Path

import playwright
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit.explore

SCRIPTS = Path(toolkit.explore.__file__).parent
NODE = Path(playwright.__file__).with_name("driver") / "node"
SILENCE = int(re.search(r"SILENCE = (\d+)", (SCRIPTS / "page.js").read_text())[1])
MAILBOX = (SCRIPTS / "controls.js").read_text().partition("const KINDS")[0]
PLAY = """
function play(steps) {
  const log = [];
  let now = 0;
  let timers = [];
  const setTimeout = (act, wait) => { timers.push({ act, at: now + wait }); return timers.at(-1); };
  const clearTimeout = (timer) => { timers = timers.filter((other) => other !== timer); };
  const model = { send: (message) => log.push(["sent", message]) };
  const make = new Function("SILENCE", "setTimeout", "clearTimeout", "model", "complain",
    SOURCE + "; return mailbox(model, complain);");
  const send = make(WAIT, setTimeout, clearTimeout, model, () => log.push(["complained"]));
  let latest = () => Math.max(0, ...log.filter(([what]) => what === "sent").map(([, { number }]) => number));
  for (const [what, ...more] of steps) {
    if (what === "move") send.move(...more);
    if (what === "send") send({ ask: more[0] });
    if (what === "answer") send.answered(latest());
    if (what === "wait") {
      now += more[0];
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      due.forEach(({ act }) => act());
    }
    if (what === "busy") log.push(["busy", send.busy(more[0])]);
  }
  return log;
}
console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0)).map(play)));
"""


def played(*scenes):
    """What each scene, a list of steps, led to: lists of ["sent", message], ["complained"], ["busy", whether]."""
    code = f"const SOURCE = {json.dumps(MAILBOX)}, WAIT = {SILENCE};{PLAY}"
    ran = subprocess.run([NODE, "-e", code], input=json.dumps(scenes), capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


def sent(log):
    return [step[1] for step in log if step[0] == "sent"]


def test_while_the_kernel_works_only_the_latest_move_of_each_control_waits():
    [log] = played([["move", "dose", 1], ["move", "dose", 2], ["move", "week", 3], ["move", "dose", 4], ["answer"]])
    assert [message["values"] for message in sent(log)] == [{"dose": 1}, {"dose": 4, "week": 3}]


def test_a_press_comes_after_the_move_before_it():
    [log] = played([["move", "dose", 1], ["move", "dose", 2], ["send", "pin"], ["answer"], ["answer"], ["answer"]])
    assert [message["ask"] for message in sent(log)] == ["set", "set", "pin"]


def test_what_is_moved_between_two_presses_is_sent_between_them():
    moves = [["move", "dose", 1], ["move", "dose", 2], ["send", "pin"], ["move", "week", 3], ["send", "undo"]]
    [log] = played([*moves, *[["answer"]] * 5])
    assert [message["ask"] for message in sent(log)] == ["set", "set", "pin", "set", "undo"]


def test_what_is_answered_is_no_longer_waited_for():
    [log] = played([["move", "dose", 1], ["busy", "dose"], ["answer"], ["busy", "dose"], ["wait", 10 * SILENCE]])
    assert log[1:] == [["busy", True], ["busy", False]], "an answer came, and yet silence is complained of"


def test_silence_is_said_once_and_the_next_move_is_sent_all_the_same():
    [log] = played(
        [["move", "dose", 1], ["wait", SILENCE - 1], ["wait", 1], ["wait", 9 * SILENCE], ["move", "dose", 2]]
    )
    assert [step[0] for step in log] == ["sent", "complained", "sent"]
    assert sent(log)[1]["values"] == {"dose": 2}


@pytest.mark.parametrize("name", ["dose", "week"])
def test_moves_of_one_control_in_quick_succession_go_on(name):
    [log] = played([["move", "dose", 1], ["answer"], ["move", name, 2]])
    assert [message["goes_on"] for message in sent(log)] == [False, name == "dose"]


STEPS = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(["dose", "week", "people"]), st.integers(0, 99)),
    st.tuples(st.just("send"), st.sampled_from(["undo", "pin"])),
    st.tuples(st.just("answer")),
)


def settings_at_presses(messages):
    """What has been moved when each press comes."""
    now, found = {}, []
    for message in messages:
        now |= message.get("values", {})
        if message["ask"] != "set":
            found.append(dict(now))
    return found


@settings(max_examples=5)
@given(st.lists(st.lists(STEPS, max_size=12), min_size=1, max_size=8))
def test_whatever_is_done_nothing_is_lost_and_all_comes_to_rest(scenes):
    at_rest = [["answer"]] * 14 + [["busy", name] for name in ("dose", "week", "people")] + [["wait", 10 * SILENCE]]
    for scene, log in zip(scenes, played(*([*scene, *at_rest] for scene in scenes)), strict=True):
        messages = sent(log)
        assert [message["number"] for message in messages] == list(range(1, len(messages) + 1))
        presses = [step[1] for step in scene if step[0] == "send"]
        assert [message["ask"] for message in messages if message["ask"] != "set"] == presses
        last, moved = {}, {}
        for message in messages:
            last.update(message.get("values", {}))
        for step in scene:
            moved.update({step[1]: step[2]} if step[0] == "move" else {})
        assert last == moved
        assert settings_at_presses(messages) == settings_at_presses(
            {"ask": "set", "values": {step[1]: step[2]}} if step[0] == "move" else {"ask": step[1]}
            for step in scene
            if step[0] != "answer"
        ), "a press finds all that was moved before it, and nothing that is moved later"
        assert [step for step in log if step[0] != "sent"] == [["busy", False]] * 3, "at rest, and no complaint"
