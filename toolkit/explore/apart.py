"""Names beside the ends of curves, moved apart where they would lie on each other."""


def apart(heights, gap, top=float("inf")):
    """Heights for names, at least `gap` apart and none above `top`, each as near its own as that allows.

    Args:
        heights: {name: height}.

    Returns:
        {name: height}, from the lowest up.
    """
    placed, below = {}, float("-inf")
    for name in sorted(heights, key=heights.get):
        placed[name] = below = max(heights[name], below + gap)
    above = top + gap
    for name in reversed(placed):
        placed[name] = above = min(placed[name], above - gap)
    return placed
