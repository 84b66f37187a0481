// Elements and events, as much of them as our scripts ask for. Nothing is laid out and nothing painted.
import { fits, parted } from "./selectors.mjs";

export class Heard {
  #acts = [];
  addEventListener(name, act, options) {
    const capture = options === true || Boolean(options?.capture);
    if (!this.#acts.some((one) => one.name === name && one.act === act && one.capture === capture)) {
      this.#acts.push({ name, act, capture, once: Boolean(options?.once) });
    }
  }
  removeEventListener(name, act) {
    this.#acts = this.#acts.filter((one) => one.name !== name || one.act !== act);
  }
  tell(event, capture) {
    for (const one of this.#acts.filter((each) => each.name === event.type && each.capture === capture)) {
      if (event.halted) return;
      if (one.once) this.removeEventListener(one.name, one.act);
      one.act.call(this, event);
    }
  }
  dispatchEvent(event) {
    event.target = this;
    const way = [];
    for (let at = this; at; at = at.parentNode ?? (at === globalThis.window || at instanceof Element ? null : globalThis.window)) way.push(at);
    if (!way.includes(globalThis.window)) way.push(globalThis.window);
    for (const at of [...way].reverse()) if (!event.stopped) at.tell(event, true);
    for (const at of event.bubbles ? way : [this]) if (!event.stopped) at.tell(event, false);
    return !event.defaultPrevented;
  }
}

globalThis.Event = class {
  constructor(type, about = {}) {
    Object.assign(this, { type, bubbles: false, defaultPrevented: false, isTrusted: false, altKey: false, ctrlKey: false, metaKey: false, ...about });
  }
  preventDefault() {
    this.defaultPrevented = true;
  }
  stopPropagation() {
    this.stopped = true;
  }
  stopImmediatePropagation() {
    this.stopped = this.halted = true;
  }
};
globalThis.CustomEvent = globalThis.Event;
export const tell = (target, type, about = {}) => target.dispatchEvent(new Event(type, { bubbles: true, isTrusted: true, ...about }));


class Words {
  constructor(data) {
    this.data = String(data);
  }
  get textContent() {
    return this.data;
  }
  remove() {
    take(this);
  }
}

function take(node) {
  const among = node.parentNode?.childNodes;
  if (among) among.splice(among.indexOf(node), 1);
  node.parentNode = null;
}

const PROPERTIES = { class: "className", for: "htmlFor", tabindex: "tabIndex", viewbox: "viewBox" };
const propertyOf = (name) => PROPERTIES[name] ?? name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export class Element extends Heard {
  childNodes = [];
  parentNode = null;
  attributes = {};
  dataset = {};
  hidden = false;
  className = "";
  clientWidth = 900;
  #open = false;
  style = { setProperty() {} };
  constructor(tag) {
    super();
    this.tag = tag;
    this.classList = {
      contains: (name) => this.className.split(/\s+/).includes(name),
      add: (name) => this.classList.toggle(name, true),
      remove: (name) => this.classList.toggle(name, false),
      toggle: (name, to = !this.classList.contains(name)) => {
        const others = this.className.split(/\s+/).filter((one) => one && one !== name);
        this.className = [...others, ...(to ? [name] : [])].join(" ");
        return to;
      },
    };
  }
  get textContent() {
    return this.childNodes.map((one) => one.textContent).join("");
  }
  set textContent(text) {
    this.replaceChildren(...(text === "" || text === null || text === undefined ? [] : [String(text)]));
  }
  get children() {
    return this.childNodes.filter((one) => one instanceof Element);
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  get nextSibling() {
    return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) + 1] ?? null;
  }
  get previousSibling() {
    return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) - 1] ?? null;
  }
  get isConnected() {
    return this === document.documentElement || Boolean(this.parentNode?.isConnected);
  }
  #put(at, items) {
    for (const item of items) {
      const node = item instanceof Element || item instanceof Words ? item : new Words(item);
      if (node === this || node.contains?.(this)) throw new Error("an element cannot stand in itself");
      take(node);
      node.parentNode = this;
      const place = typeof at === "function" ? at() : this.childNodes.length;
      this.childNodes.splice(place, 0, node);
    }
  }
  append(...items) {
    this.#put(null, items);
  }
  appendChild(item) {
    this.append(item);
    return item;
  }
  prepend(...items) {
    let at = 0;
    this.#put(() => at++, items);
  }
  before(...items) {
    this.parentNode?.putAt(() => this.parentNode.childNodes.indexOf(this), items);
  }
  after(...items) {
    let last = this;
    for (const item of items) {
      const node = typeof item === "string" ? new Words(item) : item;
      const behind = last;
      this.parentNode.putAt(() => behind.parentNode.childNodes.indexOf(behind) + 1, [node]);
      last = node;
    }
  }
  putAt(at, items) {
    this.#put(at, items);
  }
  replaceChildren(...items) {
    for (const one of [...this.childNodes]) take(one);
    this.append(...items);
  }
  remove() {
    if (this.contains(document.activeElement)) document.activeElement = document.body;
    take(this);
  }
  contains(other) {
    for (let at = other; at; at = at.parentNode) if (at === this) return true;
    return false;
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
    if (["id", "class", "for"].includes(name)) this[propertyOf(name)] = String(value);
  }
  getAttribute(name) {
    const own = this.attributes[name] ?? (name.startsWith("data-") ? this.dataset[propertyOf(name.slice(5))] : this[propertyOf(name)]);
    return own === undefined || own === false || own === null || typeof own === "function" ? null : String(own);
  }
  hasAttribute(name) {
    return this.getAttribute(name) !== null;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  toggleAttribute(name, to = !(name in this.attributes)) {
    const own = name.startsWith("data-") ? [this.attributes, this.dataset] : [this.attributes];
    for (const [at, among] of own.entries()) {
      const called = at ? propertyOf(name.slice(5)) : name;
      if (to) among[called] = "";
      else delete among[called];
    }
    return to;
  }
  *[Symbol.iterator]() {
    for (const one of this.children) {
      yield one;
      yield* one;
    }
  }
  matches(selector) {
    return parted(selector, ",").some((one) => fits(this, parted(one.trim(), " ").filter(Boolean)));
  }
  closest(selector) {
    for (let at = this; at instanceof Element; at = at.parentNode) if (at.matches(selector)) return at;
    return null;
  }
  querySelectorAll(selector) {
    if (selector.startsWith(":scope > ")) return this.children.filter((one) => one.matches(selector.slice(9)));
    return [...this].filter((one) => one.matches(selector));
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  getBoundingClientRect() {
    return { left: 40, top: 7, width: 100, height: 20 };
  }
  scrollIntoView() {}
  setPointerCapture() {}
  get ownerDocument() {
    return globalThis.document;
  }
  async requestFullscreen() {
    document.fullscreenElement = this;
    tell(document, "fullscreenchange");
  }
  select() {
    this.selected = true;
  }
  focus() {
    if (document.activeElement === this) return;
    document.activeElement?.blur?.();
    document.activeElement = this;
    this.had = this.value;
    tell(this, "focusin");
  }
  blur() {
    if (document.activeElement !== this) return;
    document.activeElement = document.body;
    this.changed();
    tell(this, "blur", { bubbles: false });
  }
  // A browser says that a text has changed when Enter is pressed or the field is left.
  changed() {
    if (this.matches(TYPED) && this.had !== this.value) tell(this, "change");
    this.had = this.value;
  }
  click() {
    press(this, false);
  }
  // What our scripts do not keep from being sent, a browser sends, and leaves the page.
  requestSubmit() {
    if (tell(this, "submit")) globalThis.left.push("the page was left");
  }
  get open() {
    return this.#open;
  }
  set open(to) {
    const before = this.#open;
    this.#open = Boolean(to);
    if (this.tag === "details" && before !== this.#open) queueMicrotask(() => tell(this, "toggle", { bubbles: false }));
  }
  getContext() {
    let paint = [0, 0, 0, 1];
    let pixel = [0, 0, 0, 0];
    return {
      font: "",
      measureText(text) {
        return { width: 0.5 * Number(/([\d.]+)px/.exec(this.font)[1]) * [...text].length };
      },
      set fillStyle(colour) {
        paint = painted(colour) ?? paint;
      },
      clearRect: () => (pixel = [0, 0, 0, 0]),
      fillRect() {
        const under = pixel[3] * (1 - paint[3]);
        const whole = paint[3] + under;
        pixel = [...[0, 1, 2].map((n) => (whole ? (paint[n] * paint[3] + pixel[n] * under) / whole : 0)), whole];
      },
      drawImage: (...about) => (this.pictured = about),
      getImageData: () => ({ data: [...pixel.slice(0, 3), 255 * pixel[3]].map(Math.round) }),
    };
  }
  toBlob(take, type) {
    take(new Blob([`${this.width} × ${this.height}, ${this.pictured.slice(1)}`], { type }));
  }
}

// A colour as [red, green, blue, alpha], as far as tests have such; a canvas paints on with the one from before for what is none.
function painted(colour) {
  if (colour === "transparent") return [0, 0, 0, 0];
  const hex = /^#(\w\w)(\w\w)(\w\w)$/.exec(colour) ?? /^#(\w)(\w)(\w)$/.exec(colour);
  if (hex) return [...hex.slice(1).map((one) => parseInt(one.length === 1 ? one + one : one, 16)), 1];
  const numbers = /^rgba?\(([\d., ]+)\)$/.exec(colour)?.[1].split(",").map(Number);
  return numbers && [...numbers.slice(0, 3), numbers[3] ?? 1];
}

export const TYPED = 'textarea, input:not([type="range"], [type="checkbox"], [type="radio"])';

export function press(element, isTrusted) {
  if (element.disabled || element.closest("fieldset")?.disabled) return;
  if (element.type === "radio") element.checked = true;
  if (element.type === "checkbox") element.checked = !element.checked;
  tell(element, "click", { isTrusted });
  if (["radio", "checkbox"].includes(element.type)) {
    tell(element, "input");
    tell(element, "change");
  }
  if (element.tag === "summary") element.parentNode.open = !element.parentNode.open;
  if (element.tag === "button" && element.type !== "button") element.closest("form")?.requestSubmit();
}

export class Input extends Element {
  type = "text";
  min = 0;
  max = 100;
  step = 1;
  defaultValue = "";
  #value = "";
  #checked = false;
  get value() {
    return this.type === "range" ? String(this.#ranged(this.#value)) : String(this.#value);
  }
  set value(to) {
    this.#value = this.type === "range" ? this.#ranged(to) : String(to);
  }
  #ranged(to) {
    const [low, high, step] = [this.min, this.max, this.step].map(Number);
    const wanted = to === "" || Number.isNaN(Number(to)) ? (low + high) / 2 : Number(to);
    const steps = Math.round((Math.min(high, Math.max(low, wanted)) - low) / step);
    return Number((low + steps * step).toFixed(10));
  }
  get checked() {
    return this.#checked;
  }
  set checked(to) {
    this.#checked = Boolean(to);
    if (!to || this.type !== "radio") return;
    let top = this;
    while (top.parentNode) top = top.parentNode;
    for (const other of top) if (other !== this && other.type === "radio" && other.name === this.name) other.checked = false;
  }
}

export class Select extends Element {
  #at = 0;
  get options() {
    return [...this].filter(({ tag }) => tag === "option");
  }
  get selectedIndex() {
    return this.#at;
  }
  set selectedIndex(to) {
    this.#at = to;
  }
  get value() {
    const chosen = this.options[this.#at];
    return chosen ? String(chosen.value ?? chosen.textContent) : "";
  }
  set value(to) {
    this.#at = this.options.findIndex((one) => String(one.value ?? one.textContent) === String(to));
  }
}
