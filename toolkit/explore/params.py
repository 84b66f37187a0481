"""The door to ipywidgets: an explorer's controls as traits, and as ordinary widgets."""

import ipywidgets
import traitlets

from .control import Choice, Seed, Switch


class Params(ipywidgets.Widget):
    """One validated trait for each control of an explorer, by the control's name.

    Setting a trait is a move, with all that belongs to one: undo, the guess that comes first, and a failure that changes
    nothing. Every other move sets the traits. So `ipywidgets.link`, `jslink`, `dlink` and `observe` work with them:

        ipywidgets.link((slider, "value"), (explorer.params, "dose"))
        explorer.params.observe(print, names="dose")

    A number between two steps goes to the nearer one. To move several controls at once: `explorer.set(…)`.

    Raises:
        traitlets.TraitError: for a value that a control does not allow, naming control, value and range.
        AttributeError, ValueError: for a name that is no control, when setting and observing.
    """

    def __init__(self, explorer):
        self._explorer = explorer
        super().__init__(**explorer.values)

    def __setattr__(self, name, value):
        if not name.startswith("_") and not hasattr(type(self), name):
            raise AttributeError(f"{name!r} is not a control; there are {', '.join(self._explorer.controls)}")
        super().__setattr__(name, value)

    def __repr__(self):
        return f"Params({', '.join(f'{name}={value!r}' for name, value in self._explorer.values.items())})"

    def observe(self, handler, names=traitlets.All, type="change"):
        """As for every HasTraits; a name that is no trait is refused."""
        refuse_strangers(self, names)
        super().observe(handler, names, type)

    def set_state(self, sync_data):
        """Take what a page's link has set; what is refused goes back to what it was there too."""
        try:
            super().set_state(sync_data)
        except Exception:
            self.send_state(list(sync_data))
            raise

    def follow(self, values):
        """Set the traits to where a move has put the controls; whoever observes them finds all of them there."""
        with self.hold_trait_notifications():
            for name, value in values.items():
                setattr(self, name, value)


class Moving:
    """A trait whose setting moves the explorer, unless its control is there already."""

    def set(self, params, value):
        explorer = params._explorer
        control = explorer.controls[self.name]
        try:
            accepted = control.accept(value)
        except ValueError as error:
            raise traitlets.TraitError(str(error)) from error
        if accepted != control.value:
            explorer.set(**{self.name: accepted})
        super().set(params, accepted)


class MovingFloat(Moving, traitlets.Float):
    """Of a slider with steps that are no whole numbers."""


class MovingInt(Moving, traitlets.Int):
    """Of a slider with whole steps, a week, a seed."""


class MovingBool(Moving, traitlets.Bool):
    """Of a switch."""


class MovingEnum(Moving, traitlets.Enum):
    """Of a choice."""


def params(explorer):
    """The Params of an explorer."""
    taken = [name for name in explorer.controls if hasattr(Params, name)]
    if taken:
        raise ValueError(f"control = {taken[0]!r}: a widget of ipywidgets has something of that name; choose another")
    traits = {name: trait(control).tag(sync=True) for name, control in explorer.controls.items()}
    return type("Params", (Params,), traits)(explorer)


def trait(control):
    """The trait of a control, which opens where the control stands."""
    about = {"default_value": control.value, "help": control.help or control.label}
    if isinstance(control, Switch):
        return MovingBool(**about)
    if isinstance(control, Choice):
        return MovingEnum(control.allowed, **about)
    return (MovingInt if isinstance(control.step, int) else MovingFloat)(**about)


def refuse_strangers(owner, names, hint=""):
    """Raise ValueError for names to observe that the owner has no trait of: nobody would ever be called."""
    asked = [names] if isinstance(names, str) else [] if names is traitlets.All or names is None else names
    for name in asked:
        if isinstance(name, str) and not owner.has_trait(name):
            raise ValueError(f"observe: {name!r} is no trait here.{hint.format(name)}")


def widget(control):
    """The control as an ordinary widget of ipywidgets, which opens where the control stands."""
    unit = f" ({control.unit})" if getattr(control, "unit", "") else ""
    about = {"value": control.value, "description": control.label + unit, "style": {"description_width": "initial"}}
    if control.help:
        about["tooltip"] = control.help
    if isinstance(control, Switch):
        return ipywidgets.Checkbox(**about)
    if isinstance(control, Choice):
        return ipywidgets.Dropdown(options=[(words, value) for value, words in control.options.items()], **about)
    ends = {"min": control.low, "max": control.high, "step": control.step}
    if isinstance(control, Seed):
        return ipywidgets.BoundedIntText(**ends, **about)
    if isinstance(control.step, int):
        return ipywidgets.IntSlider(**ends, **about)
    digits = len(str(control.step).partition(".")[2])
    return ipywidgets.FloatSlider(**ends, readout_format=f".{digits}f", **about)


def widgets(controls):
    """{name: ordinary widget} of controls, in order."""
    return {control.name: widget(control) for control in controls}
