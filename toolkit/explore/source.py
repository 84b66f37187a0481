"""The code behind the toy, one call away."""

import inspect
import textwrap

from IPython.display import Markdown


def source(thing):
    """The Python code of a class, function or module, folded away in the notebook until somebody is curious."""
    code = textwrap.dedent(inspect.getsource(thing)).rstrip()
    title = f"For the curious: the code of {thing.__name__.rpartition('.')[2]}"
    return Markdown(f"<details><summary>{title}</summary>\n\n```python\n{code}\n```\n\n</details>")
