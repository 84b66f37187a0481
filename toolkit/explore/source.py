"""The code behind the toy, one call away."""

import inspect
import textwrap

from IPython.display import Markdown


def source(thing):
    """The Python code of a class, function or module, shown as code in the notebook."""
    return Markdown(f"```python\n{textwrap.dedent(inspect.getsource(thing)).rstrip()}\n```")
