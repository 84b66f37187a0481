// A page of paper: as much of a browser as our scripts ask for, in Node, so that what they do can be read in a moment. Reads a JSON of
// what to do from each line it is sent, and answers with what is on the page. How a page looks, a browser is asked (tests/browser).
import { createInterface } from "node:readline";
import { settle, wait } from "./clock.mjs";
import { press, tell, TYPED } from "./dom.mjs";
import { copied, made, main, posted, saved, workers } from "./window.mjs";

// --- widgets, and the wire to their kernel ---

const models = {};
const out = [];
class Model {
  constructor(id, state) {
    Object.assign(this, { id, state, heard: {} });
    models[id] = this;
    this.widget_manager = { get_model: async (wanted) => models[wanted], create_view: (model) => shown(model) };
  }
  get(name) {
    return this.state[name];
  }
  on(name, act) {
    (this.heard[name] ??= new Set()).add(act);
  }
  off(name, act) {
    this.heard[name]?.delete(act);
  }
  tell(name, ...more) {
    for (const act of [...(this.heard[name] ?? [])]) act(...more);
  }
  send(content) {
    if (globalThis.gone) throw new Error("the kernel has gone");
    out.push([this.id, content]);
  }
  take({ method, state, content, buffers }) {
    if (method === "custom") return this.tell("msg:custom", content, buffers);
    Object.assign(this.state, state);
    for (const name of Object.keys(state)) this.tell(`change:${name}`);
  }
}

globalThis.left = [];
const scripts = {};
const views = [];
async function shown(model) {
  const el = made("div");
  const { default: widget } = await import(`data:text/javascript,${encodeURIComponent(scripts[model.id])}`);
  const end = await widget.render({ model, el });
  return { el, remove: () => (end?.(), el.remove()) };
}

// Bytes as our scripts get them.
function received(value) {
  if (!value || typeof value !== "object") return value;
  if ("$bytes" in value) {
    const bytes = Buffer.from(value.$bytes, "base64");
    return new DataView(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  }
  if (Array.isArray(value)) return value.map(received);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, received(item)]));
}

// --- what a test sees and does ---

const numbered = new Map();
const byNumber = [];
const isSeen = (node) => !node.hidden;

let root = main;

function dress(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
    if (name.startsWith("data-")) node.dataset[name.slice(5).replace(/-(\w)/g, (_, letter) => letter.toUpperCase())] = value;
    if (["type", "value"].includes(name)) node[name] = value;
    if (name === "hidden") node.hidden = true;
  }
  return node;
}

const built = (given) => {
  if (typeof given === "string") return given;
  const node = dress(made(given.tag), given.attributes);
  node.append(...given.inside.map(built));
  if (given.tag === "textarea") node.value = node.textContent;
  return node;
};

// An element as plain data: its name is what a screen reader calls it.
function read(node) {
  if (!numbered.has(node)) numbered.set(node, byNumber.push(node) - 1);
  const { tag, value, checked, disabled, open, id } = node;
  const told = {};
  for (const name of ["role", "aria-pressed", "aria-valuetext", "aria-valuenow", "aria-live", "scope", "data-right", "data-state", "data-cell", "data-lm-suppress-shortcuts", "src", "href", "x", "y", "d", "cy", "cx"]) {
    if (node.hasAttribute(name)) told[name] = node.getAttribute(name);
  }
  const described = node.getAttribute("aria-describedby");
  return {
    ...told, at: numbered.get(node), tag, name: nameOf(node), text: node.textContent, class: node.className, id: id ?? "",
    ...(value === undefined ? {} : { value: String(value) }), ...(checked === undefined ? {} : { checked }),
    ...(tag === "select" ? { chosen: node.options[node.selectedIndex]?.textContent } : {}),
    disabled: Boolean(disabled), open: Boolean(open), hidden: !isSeen(node), focused: node === document.activeElement,
    described: described ? described.split(" ").map((one) => document.getElementById(one)?.textContent ?? null).join(" ") : null,
    ...(node.data ? { drawn: { data: node.data, layout: node.layout } } : {}),
    inside: node.children.map(read),
  };
}

function nameOf(node) {
  const label = node.getAttribute("aria-label");
  if (label) return label;
  if (node.id && ["input", "select", "textarea"].includes(node.tag)) {
    const words = document.querySelectorAll("label").find(({ htmlFor }) => htmlFor === node.id);
    if (words) return words.textContent;
  }
  if (node.tag === "fieldset") return node.querySelector("legend")?.textContent ?? "";
  if (["radio", "checkbox"].includes(node.type)) return node.closest("label")?.textContent ?? "";
  return ["button", "summary", "option"].includes(node.tag) ? node.textContent : "";
}

const ARROWS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

// A key that is pressed where the focus is; what a browser itself does at it comes after what our scripts do.
function key(node, pressed, more) {
  node.focus();
  if (!tell(node, "keydown", { key: pressed, ...more })) return;
  if (node.type === "range") {
    const to = pressed === "Home" ? node.min : pressed === "End" ? node.max : Number(node.value) + (ARROWS[pressed] ?? 0) * Number(node.step);
    if (Number(to) === Number(node.value)) return;
    node.value = to;
    tell(node, "input");
    tell(node, "change");
  }
  if (pressed === "Enter" && node.matches(TYPED)) {
    node.changed();
    node.closest("form")?.requestSubmit();
  }
}

const DO = {
  async open({ id, script, state }) {
    scripts[id] = script;
    const model = new Model(id, received(state));
    const view = await shown(model);
    views.push(view);
    main.append(view.el);
  },
  // What a view has begun, it ends: then nothing is left that still listens or waits.
  clear() {
    for (const { remove } of views.splice(0)) remove();
    const left = Object.values(models).flatMap(({ heard }) => Object.entries(heard).filter(([, acts]) => acts.size).map(([name]) => name));
    for (const id of Object.keys(models)) delete models[id];
    for (const list of [copied, saved, out, byNumber]) list.splice(0);
    numbered.clear();
    return [...left, ...globalThis.left.splice(0)];
  },
  model({ id, script, state }) {
    scripts[id] = script;
    new Model(id, received(state));
  },
  take: ({ messages }) => messages.forEach(([id, message]) => models[id]?.take(received(message))),
  press({ at }) {
    if (!["label", "p"].includes(byNumber[at].tag)) byNumber[at].focus();
    press(byNumber[at], true);
  },
  key: ({ at, key: pressed, ...more }) => key(byNumber[at], pressed, more),
  write({ at, text }) {
    byNumber[at].focus();
    byNumber[at].value = text;
    tell(byNumber[at], "input");
  },
  choose({ at, words }) {
    const field = byNumber[at];
    field.focus();
    field.selectedIndex = field.options.findIndex((one) => one.textContent === words);
    tell(field, "input");
    tell(field, "change");
  },
  // A finger that is put down in a field and drawn from place to place.
  swipe({ at, places }) {
    const finger = ([clientX, clientY]) => ({ touches: [{ clientX, clientY }] });
    places.forEach((place, number) => tell(byNumber[at], number ? "touchmove" : "touchstart", finger(place)));
    tell(byNumber[at], "touchend");
  },
  read: () => read(root),
  leave: () => document.activeElement.blur(),
  wait: ({ ms }) => wait(ms),
  resize({ at, width }) {
    byNumber[at].clientWidth = width;
  },
  // Another page in place of this one, as the parser has read it; its scripts run in their order.
  async load({ tree, address, scripts }) {
    globalThis.location = Object.assign(new URL(address), { reload() {} });
    dress(document.documentElement, tree.attributes);
    document.title = tree.title;
    document.body.replaceChildren(...tree.inside.map(built));
    root = document.body;
    for (const text of scripts) await import(`data:text/javascript,${encodeURIComponent(text)}`);
  },
  // What its newest worker, or an older one, says to the page.
  say: ({ message, number = workers.length }) => workers[number - 1].onmessage({ data: received(message) }),
  posted: () => posted.splice(0),
  ended: () => workers.map(({ ended }) => Boolean(ended)),
  address: () => String(workers.at(-1).address),
  // The newest worker could not be loaded.
  fault: ({ message }) => workers.at(-1).onerror({ message }),
  // A browser in which something is otherwise, before a page is loaded.
  browser: ({ saves }) => void (navigator.connection = { saveData: saves }),
  async run({ code, given }) {
    return await new Function("given", code)(received(given));
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: what, ...about } = JSON.parse(line);
  let answer;
  try {
    const returned = await DO[what](about);
    await settle();
    await settle();
    answer = { out: out.splice(0), copied, saved, returned };
  } catch (error) {
    answer = { wrong: error.stack };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
