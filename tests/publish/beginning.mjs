// The few parts of a browser that start.js asks for. Reads { source, scene }, prints what the page did.
import { readFileSync } from "node:fs";

const { source, scene } = JSON.parse(readFileSync(0, "utf-8"));
const log = [], heard = [];
const element = (tag) => ({ tag, hidden: true, disabled: false, textContent: "", addEventListener(_, act) { this.press = act; } });
const keep = element("button"), kept = element("span");
const worker = {
  register: async (name) => { log.push(`registers ${name}`); if (scene.refuses) throw new Error("refused"); },
  ready: Promise.resolve({ active: { postMessage: (words, [port]) => log.push(["says", words, Boolean(port)]) } }),
};
let port;
const browser = {
  location: { protocol: scene.protocol }, navigator: scene.keeps ? { serviceWorker: worker } : {},
  document: {
    documentElement: { dataset: { ...(scene.lives ? { lives: "" } : {}) } }, head: { append: (one) => log.push(["runs", one.tag, one.type, one.src]) },
    createElement: element, getElementById: (id) => ({ keep, kept })[id],
  },
  addEventListener: (name, act) => heard.push([name, act]),
  MessageChannel: class { port1 = (port = {}); port2 = {}; },
  globalThis: Object.fromEntries(["WebAssembly", "Worker", "DecompressionStream"].filter((one) => one !== scene.without).map((one) => [one, true])),
};
new Function(...Object.keys(browser), source)(...Object.values(browser));
const live = browser.document.documentElement.dataset.live ?? null;
for (const [name, act] of heard) if (name === "DOMContentLoaded") act();
await null;
const offered = !keep.hidden, said = [], may = [];
if (keep.press && scene.told) {
  log.length = 0;
  await keep.press();
  may.push(!keep.disabled);
  for (const data of scene.refuses ? [] : scene.told) {
    port.onmessage({ data });
    may.push(!keep.disabled);
    said.push(kept.textContent);
  }
  if (scene.refuses) said.push(kept.textContent);
}
console.log(JSON.stringify({ live, log, offered, said, may, shown: !keep.hidden }));
