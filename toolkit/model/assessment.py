"""How a score is taken and what counts as better."""

from .arrays import Flags, Numbers
from .parameter import Checked, parameter, record


@record
class Assessment(Checked):
    """The rater's error and the two usual yardsticks, response and remission."""

    error: float = parameter(
        2.4, unit="points", range=(0.0, 8.0), says="how far a rating strays from the true score (SD)"
    )
    response_share: float = parameter(
        0.5, unit="share", range=(0.1, 0.9), says="fall from one's own start that counts as response"
    )
    remission_score: float = parameter(
        7.0, unit="points", range=(2.0, 15.0), says="score at or below which somebody counts as well"
    )
    impression_error: float = parameter(
        7.2, unit="points", range=(0.0, 24.0), says="how far an impression without a rating scale strays (SD)"
    )
    week: int = parameter(
        12, unit="weeks", range=(1, 520), says="week in which response is judged; relapse is counted from then on"
    )

    def is_response(self, score: Numbers, start: Numbers) -> Flags:
        """Whether a score has fallen from its start by at least the response share, arrays of shapes that fit."""
        return score <= (1 - self.response_share) * start
