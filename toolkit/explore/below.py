"""A further panel under a picture, across its whole width."""


def below(made, traces, across, up, *, share=0.3, gap=0.16):
    """The picture with one more panel below those it has.

    Args:
        made: as `picture` returns it; its panels share the upper part.
        traces: those of the new panel, drawn with `panel` one above the number of panels so far.
        across, up: the new panel's axes.
        share, gap: of the height that the new panel takes, and that stays free above it.
    """
    layout = dict(made["layout"])
    count = sum(name.startswith("xaxis") for name in layout)
    for number in range(1, count + 1):
        name = axis_name("yaxis", number)
        layout[name] = {**layout[name], "domain": [share + gap, 1.0]}
    number = count + 1
    suffix = str(number)
    layout[f"xaxis{suffix}"] = {**across, "anchor": f"y{suffix}", "domain": [0.0, 1.0]}
    layout[f"yaxis{suffix}"] = {**up, "anchor": f"x{suffix}", "domain": [0.0, share]}
    return {"data": [*made["data"], *traces], "layout": layout}


def axis_name(kind, number):
    """Plotly's name of an axis: the first has no number."""
    return kind if number == 1 else f"{kind}{number}"
