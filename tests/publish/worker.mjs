// A worker of a living page, with a Python that only takes notes. Reads { source, scene }, prints what was told, asked for and written.
import { readFileSync } from "node:fs";

const { source, scene } = JSON.parse(readFileSync(0, "utf-8"));
const told = [], asked = [], made = new Set(), files = {}, heard = [], wrong = [];
const bytes = (text) => Uint8Array.from(Buffer.from(text, "base64")).buffer;
const text = (buffer) => Buffer.from(buffer).toString("base64");
globalThis.self = globalThis;
globalThis.location = "https://school.example/course/worker.js";
globalThis.postMessage = (message) => told.push(message);
console.error = (words) => wrong.push(words);
globalThis.fetch = async (address) => {
  const name = String(address).replace("https://school.example/course/", "");
  asked.push(name);
  return name.replace(/^python\/|\.packed$/g, "") in scene.packed
    ? new Response(bytes(scene.packed[name.replace(/^python\/|\.packed$/g, "")]))
    : new Response("", { status: 404 });
};
globalThis.Blob = class { constructor(parts, { type }) { Object.assign(this, { parts, type }); } };
URL.createObjectURL = ({ parts, type }) => `data:${type},${encodeURIComponent(parts.join(""))}`;
const kernel = {
  begin(post, kept) {
    heard.push(["begin", kept]);
    post({ toJs: ({ dict_converter }) => dict_converter([["do", "keep"], ["kept", "all"]]) });
  },
  run(cell, code) {
    heard.push(["run", cell, code]);
    if (code === "fails") throw new Error("Traceback\n  somewhere\nValueError: why\n");
  },
  hear(id, content) {
    heard.push(["hear", id, content.read]);
    if (id === "wrong") throw new Error("no such button");
  },
};
globalThis.python = {
  FS: {
    cwd: () => "/home", mkdirTree: (folder) => made.add(folder),
    writeFile(path, data) {
      if (!made.has(`/home/${path.slice(0, path.lastIndexOf("/") + 1)}`)) throw new Error(`no folder for ${path}`);
      files[path] = text(data);
    },
  },
  pyimport: (name) => ({ live_kernel: kernel })[name],
  toPy: (content) => ({ read: content, destroy: () => heard.push(["destroyed"]) }),
};
const parts = globalThis.parts = {};
globalThis.loaded = async (home, std, lock) => {
  for (const address of [lock, std, `${home}pyodide.asm.wasm`, `${home}pyodide.asm.wasm`]) {
    const answer = await self.fetch(address);
    const name = String(address).split("/").at(-1);
    parts[name] = [answer.headers.get("Content-Type")?.split(";")[0], name.endsWith("json") ? await answer.json() : text(await answer.arrayBuffer())];
  }
  return python;
};
await import(`data:text/javascript,${encodeURIComponent(source)}`);
const carried = scene.carried ? Object.fromEntries(Object.entries(scene.packed).map(([name, one]) => [name, bytes(one)])) : undefined;
self.onmessage({ data: { files: carried, kept: "before" } });
scene.then.forEach((data) => self.onmessage({ data }));
const has = (what) => told.some((one) => one.do === what);
for (let turn = 0; turn < 500 && !has("broken") && !(has("ready") && has("plotly")); turn += 1) await new Promise((go) => setTimeout(go, 10));
const before = heard.length;
for (const data of scene.later ?? []) self.onmessage({ data });
for (let turn = 0; turn < 500 && heard.length < before + (scene.heard ?? 0); turn += 1) await new Promise((go) => setTimeout(go, 10));
console.log(JSON.stringify({ told, asked, files, heard, parts, wrong, assembled: globalThis.assembled ?? false }));
