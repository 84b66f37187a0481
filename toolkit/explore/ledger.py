"""The ledger: every number behind a picture, with its value, its tag and where it comes from."""

from toolkit.model import parameters


def ledger(model, paths):
    """Rows (what, value, tag, source) for parameters of the model ("part.name").

    A number that has been moved from its default is nobody's finding any more: it becomes teaching and says from where.
    """
    return [row(model, path, parameters()[path]) for path in paths]


def row(model, path, about):
    value, default = model.value(path), about["default"]
    shown = f"{value:.4g} {about['unit']}".strip()
    if value != default:
        return (about["says"], shown, "teaching", f"moved here; the toy's own value is {default:.4g}")
    return (about["says"], shown, about["tag"], about["source"])
