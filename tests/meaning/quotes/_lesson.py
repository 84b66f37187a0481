"""What grounds.py has, by its former name, for files that are being written."""

from tests.meaning.quotes.grounds import *  # noqa: F403
from tests.meaning.quotes.grounds import also as also_in  # noqa: F401
