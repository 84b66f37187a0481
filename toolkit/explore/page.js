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

const DRAWN = "http://www.w3.org/2000/svg";

function shape(tag, attributes, ...children) {
  const made = document.createElementNS(DRAWN, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
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

function button(textContent, act) {
  const made = element("button", { type: "button", textContent });
  made.addEventListener("click", act);
  return made;
}

function group(label, name, ...inside) {
  return element("div", { className: `toolkit-${name}`, role: "group", aria: { label } }, heading(4, label), ...inside);
}

// Told to those who hear the page, and so to find their way by; the others see what it is.
function heading(level, textContent) {
  return element(`h${level}`, { className: "toolkit-hidden", textContent });
}

function folded(summary, ...inside) {
  return element("details", {}, element("summary", { textContent: summary }), ...inside);
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
const IN_APP = ["voila", "live"].some((name) => name in document.body.dataset); // where there are no cells to run
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

// --- the page's address ---

// JupyterLite, the lessons in the browser alone, says so in its page.
const IN_SITE = document.querySelector("[data-jupyter-lite-root]") !== null;
const ADDRESS = (globalThis[Symbol.for("toolkit.address")] ??= { taken: false });

// The {code, preset} that the address asks for, "" for none; null where there is neither. The first who asks takes it, so that what
// is opened later in this tab opens as it always does. Elsewhere than in app and site, the address is not ours.
function takeAddress() {
  const { searchParams } = new URL(location.href);
  const [code, preset] = ["code", "preset"].map((name) => searchParams.get(name) ?? "");
  if (ADDRESS.taken || !(IN_APP || IN_SITE) || !(code || preset)) return null;
  ADDRESS.taken = true;
  return { code, preset };
}

// This page's address with a code and nothing else: a server's token is nobody's business. JupyterLite takes the notebook out of its
// address once it is open.
function linkTo(code, notebook) {
  const link = new URL(location.pathname, location.href);
  if (IN_SITE) link.searchParams.set("path", notebook);
  link.searchParams.set("code", code);
  return link.href;
}

const HERE_ONLY = /^(localhost|127\.|\[::1\])/.test(location.hostname);
const LINKED = HERE_ONLY ? "Copied. This link opens on this machine alone: to others send the scenario code." : "Copied.";
