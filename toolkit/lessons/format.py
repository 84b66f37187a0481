"""How lessons say numbers."""


def number(value, sign=""):
    """A number with one digit, never minus zero; with sign "+", gains get theirs."""
    return f"{round(float(value), 1) + 0.0:{sign}.1f}"
