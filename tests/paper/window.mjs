// The page and its window, and in plotly's place a painter who keeps what it is given to draw.
import { Element, Heard, Input, Select, tell } from "./dom.mjs";

export const made = (tag) => new ({ input: Input, select: Select }[tag] ?? Element)(tag);
globalThis.window = Object.assign(new Heard(), { parentNode: null });
globalThis.Element = Element;
globalThis.document = Object.assign(new Heard(), {
  createElement: made,
  createElementNS: (_, tag) => made(tag),
  documentElement: made("html"),
  head: made("head"),
  body: made("body"),
  title: "Paper",
  getElementById: (id) => document.querySelector(`#${id}`),
  querySelector: (selector) => document.documentElement.querySelector(selector),
  querySelectorAll: (selector) => document.documentElement.querySelectorAll(selector),
  importNode: (node) => node,
  fullscreenElement: null,
  exitFullscreen() {
    document.fullscreenElement = null;
    tell(document, "fullscreenchange");
  },
});
document.documentElement.append(document.head, document.body);
document.activeElement = document.body;
export const main = document.body.appendChild(made("main"));
globalThis.addEventListener = (...more) => window.addEventListener(...more);
globalThis.removeEventListener = (...more) => window.removeEventListener(...more);
globalThis.location = new URL("http://paper.localhost/");
globalThis.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} });
globalThis.MutationObserver = globalThis.ResizeObserver = globalThis.IntersectionObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// A colour of the style sheet is called as the style sheet calls it.
globalThis.getComputedStyle = () => ({
  getPropertyValue: (name) => name, color: "ink", fontFamily: "sans-serif", fontSize: "15px",
  backgroundColor: "#fff", direction: "ltr", colorScheme: "light",
});
export const copied = [];
Object.defineProperty(globalThis, "navigator", { value: { clipboard: { writeText: async (text) => void copied.push(text) } } });
export const saved = [];
const blobs = new Map();
globalThis.Blob = class {
  constructor(parts, { type = "" } = {}) {
    this.text = parts.map((part) => part.text ?? part).join("");
    this.type = type;
  }
};
URL.createObjectURL = (blob) => {
  if (blob.type === "text/javascript") return `data:text/javascript,${encodeURIComponent(blob.text)}`;
  const address = `blob:${blobs.size}`;
  blobs.set(address, blob.text);
  return address;
};
URL.revokeObjectURL = () => {};
window.addEventListener("click", ({ target }) => target.download && saved.push([target.download, blobs.get(target.href)]));

// A second window is a page with nothing on it.
window.open = () => {
  const body = made("body");
  const own = { title: "", body, importNode: (node) => node, getElementById: (id) => body.querySelector(`#${id}`) };
  globalThis.second = Object.assign(new Heard(), { closed: false, document: own, close: () => (globalThis.second.closed = true) });
  return globalThis.second;
};

const kept = new Map();
globalThis.localStorage = {
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, text) => void kept.set(name, text),
  removeItem: (name) => void kept.delete(name),
};
const bytesAsText = (_, value) => (value instanceof ArrayBuffer ? { $bytes: Buffer.from(value).toString("base64") } : value);
// A worker is somebody to write to: what it says is up to the test.
export const posted = [];
export const workers = [];
globalThis.Worker = class {
  constructor(address) {
    Object.assign(this, { address, number: workers.push(this) });
  }
  postMessage(message) {
    posted.push([this.number, JSON.parse(JSON.stringify(message, bytesAsText))]);
  }
  terminate() {
    this.ended = true;
  }
};

// In plotly's place: it keeps what it is given to draw, and says where the panels stand.
function drawn(place, data, layout) {
  place.data = data;
  place.layout = layout;
  place._fullLayout = { ...layout };
  for (const [name, { range, title }] of Object.entries(layout).filter(([name]) => /^[xy]axis/.test(name))) {
    const l2p = (value) => (100 * (value - range[0])) / (range[1] - range[0]);
    place._fullLayout[name] = { title, l2p, _offset: 0, _length: 100 };
  }
}
const painter = {
  newPlot: async (place, data, layout) => drawn(place, data, layout),
  react: async (place, data, layout) => drawn(place, data, layout),
  animate: async (place, { data }) => drawn(place, data.map((trace, at) => ({ ...place.data[at], ...trace })), place.layout),
  toImage: async (_, { width, height }) => `<svg width="${width}" height="${height}"><path d="M0 0"/></svg>`,
};
const VOID = ["img", "br", "hr", "input", "rect"];
const SIGNS = { lt: "<", gt: ">", quot: '"', amp: "&", "#x27": "'" };
const meant = (text) => text.replace(/&([#\w]+);/g, (all, name) => SIGNS[name] ?? all);
const escaped = (text) => text.replace(/[<>"&]/g, (sign) => `&${Object.keys(SIGNS).find((name) => SIGNS[name] === sign)};`);
globalThis.DOMParser = class {
  parseFromString(markup) {
    const root = made("root");
    let at = root;
    for (const [, end, tag, about, empty, words] of markup.matchAll(/<(\/?)([\w:-]+)([^>]*?)(\/?)>|([^<]+)/g)) {
      if (words !== undefined) at.append(meant(words));
      else if (end) at = at.parentNode ?? root;
      else {
        const node = made(tag);
        for (const [, name, value] of about.matchAll(/([\w:-]+)="([^"]*)"/g)) {
          node.setAttribute(name, meant(value));
          if (["src", "alt"].includes(name)) node[name] = meant(value);
        }
        at.append(node);
        if (!empty && !VOID.includes(tag)) at = node;
      }
    }
    return { documentElement: root.children[0], querySelectorAll: (selector) => root.querySelectorAll(selector) };
  }
};
globalThis.XMLSerializer = class {
  serializeToString = (node) => {
    if (!node.tag) return escaped(node.textContent);
    const about = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
    return `<${node.tag}${about.join("")}>${node.childNodes.map(this.serializeToString).join("")}</${node.tag}>`;
  };
};
globalThis.Plotly = painter;
globalThis[Symbol.for("toolkit.plotly")] = { library: painter, waiting: [], page: "paper" };
