"""How lessons say numbers, and the rows in which they set published figures beside the toy's own."""

from toolkit.evidence import finding


def number(value, sign=""):
    """A number with one digit, never minus zero; with sign "+", gains get theirs."""
    return f"{round(float(value), 1) + 0.0:{sign}.1f}"


def row(sign, id, about, arm, toy, outcome=None):
    """A row for `explore.compared`, in percent: who found what, the share in an arm of the finding, the toy's own."""
    return f"{sign} {finding(id).short}: {about}".strip(), 100 * finding(id).arm(arm, outcome).value, None, toy
