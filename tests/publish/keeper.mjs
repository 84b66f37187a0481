// The few parts of a browser that keep.js asks for: what it keeps, forgets and says. Reads { source, scene }, prints what came of it.
import { readFileSync } from "node:fs";

const { source, scene } = JSON.parse(readFileSync(0, "utf-8"));
const stores = { old: new Map(), new: new Map() }, heard = {}, log = [];
const address = (asked) => asked.url ?? String(asked);
const bare = (text) => text.split("?")[0];
const caches = {
  keys: async () => Object.keys(stores),
  delete: async (name) => { log.push(`forgets ${name}`); return delete stores[name]; },
  open: async (name) => ({
    match: async (asked, { ignoreSearch } = {}) =>
      [...(stores[name] ??= new Map())].find(([key]) => (ignoreSearch ? bare(key) === bare(address(asked)) : key === address(asked)))?.[1],
    put: async (asked, answer) => void stores[name].set(address(asked), answer),
  }),
};
const location = new URL("https://school.example/course/keep.js");
const fetch = async (asked) => {
  const name = address(asked);
  log.push(`asks for ${name}`);
  if (name.includes("gone")) throw new Error("no network");
  const answer = { ok: !name.includes("missing"), name, clone: () => ({ ...answer, kept: true }) };
  return answer;
};
class Asked { constructor(url, about = {}) { Object.assign(this, { url: String(url), method: "GET", ...about }); } }
const self = {
  addEventListener: (name, act) => (heard[name] = act), skipWaiting: () => log.push("waits for nobody"),
  clients: { claim: () => log.push("takes the pages") }, registration: { scope: "https://school.example/course/" },
};
new Function("self", "caches", "location", "fetch", "Request", source)(self, caches, location, fetch, Asked);
let until;
const tell = async (name, about) => { until = null; heard[name]({ waitUntil: (wait) => (until = wait), ...about }); await until; };
await tell("install", {});
await tell("activate", {});
const answers = [];
for (const [url, about] of scene.asked) {
  let answer = null;
  heard.fetch({ request: new Asked(url, about), respondWith: (wait) => (answer = wait) });
  answers.push(answer && await answer.then(({ name, kept }) => [name, Boolean(kept)], (error) => error.message));
}
const told = [];
await tell("message", { data: "keep everything", ports: [{ postMessage: (words) => told.push(words) }] });
console.log(JSON.stringify({ log, answers, told, kept: Object.fromEntries(Object.entries(stores).map(([name, kept]) => [name, [...kept.keys()]])) }));
