// What every widget of ours needs of a page: elements, keys, a call to the kernel that is never left without an answer.

// A name for fields of one view: an explorer may stand in a notebook twice, and every view brings a script of its own.
const unique = () => `toolkit-${Math.random().toString(36).slice(2)}`;

function element(tag, properties = {}, ...children) {
  const { aria = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  if (tag === "button" || tag === "summary") onEnter(made, () => made.click());
  for (const [name, value] of Object.entries(aria)) made.setAttribute(`aria-${name}`, value);
  made.append(...children);
  return made;
}

// JupyterLab swallows the press of Enter before a field can act on it.
function onEnter(field, act) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    act();
  });
}

const OURS = ":is(input, select, button, summary, textarea)";
const TEXT = ':is(textarea, input:not([type="range"], [type="checkbox"], [type="radio"]))';
const EDITS = ["a", "c", "v", "x", "y", "z", "backspace", "delete", "home", "end", "arrowleft", "arrowright"];

// Whether a field of ours has a use for a key: an arrow moves a slider, x is a letter; Ctrl+S is nobody's here but the notebook's.
function uses(field, { key, ctrlKey, metaKey, altKey }) {
  if (!ctrlKey && !metaKey && !altKey) return true;
  if (!field.matches(TEXT)) return false;
  return altKey ? key.length === 1 || key.startsWith("Arrow") : EDITS.includes(key.toLowerCase());
}

// JupyterLab takes keys for itself unless the very element that has the focus says not to: said anew for each key, before it looks.
function keep(event) {
  const field = event.target;
  if (field.matches?.(`.toolkit ${OURS}`)) field.toggleAttribute("data-lm-suppress-shortcuts", uses(field, event));
}

globalThis[Symbol.for("toolkit.keys")] ??= (addEventListener("keydown", keep, true), true);

const SILENCE = 5000; // ms without an answer until the page says so
const IN_APP = "voila" in document.body.dataset; // where there are no cells to run
const AGAIN = IN_APP ? "load the page again" : "run this cell again, or all by Run this lesson";
const SILENT = `The kernel does not answer. It may be busy. If it was restarted, ${AGAIN}.`;

// Returns call(message). The kernel says when it has acted on one: then heard(true); heard(false) when it has not, within seconds.
function caller(model, heard) {
  let latest = "";
  let alarm = 0;
  const receive = ({ answer, call }) => {
    if (answer !== "heard" || call !== latest) return;
    clearTimeout(alarm);
    heard(true);
  };
  model.on("msg:custom", receive);

  function call(message) {
    latest = unique();
    clearTimeout(alarm);
    alarm = setTimeout(heard, SILENCE, false);
    try {
      model.send({ ...message, call: latest });
    } catch {
      // a kernel that has gone: the alarm says so
    }
  }

  call.stop = () => {
    clearTimeout(alarm);
    model.off("msg:custom", receive);
  };
  return call;
}
