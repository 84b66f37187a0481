// The page's Python, apart from the page so that neither waits for the other.
//
// page -> worker   { files, kept }                      once: files by name where the page carries them itself, and what it has kept
//                  { do: "run", cell, source }          a cell; those of the notebook first, in their order
//                  { do: "custom", id, content }        a widget's message
// worker -> page   { do: "open" | "update" | "custom" | "mount" | "said" | "failed" | "keep" | "plotly" | "ready" | "broken", … }

let python = null;
let carried = null;
const cells = [];
const heard = [];

// A packed file as the stream it was before.
async function unpacked(name, type) {
  // not a blob's stream: on a page that was opened from a file, WebKit's workers can read none
  const body = carried ? new Response(carried[name]).body : await fetched(`python/${name}.packed`);
  return new Response(body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });
}

async function fetched(name) {
  const answer = await reach(new URL(name, self.location));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.body;
}

const reach = self.fetch.bind(self);

// Python asks for its own parts by address; the packed ones are unpacked on the way.
self.fetch = (asked, options) => {
  const name = String(asked.url ?? asked).split("/").pop();
  if (name in FIRST) return take(name);
  if (name === "pyodide-lock.json") return Promise.resolve(new Response(LOCK));
  return reach(asked, options);
};
const LOCK = JSON.stringify({ info: { arch: "wasm32", platform: "emscripten", version: "$pyodide", python: "3.12" }, packages: {} });

// The files of an archive that is stored, put where Python looks first.
function unfold(archive) {
  const { FS } = python;
  const at = new DataView(archive);
  const text = new TextDecoder();
  const made = new Set();
  for (let head = 0; at.getUint32(head, true) === 0x04034b50; ) {
    const size = at.getUint32(head + 18, true);
    const name = at.getUint16(head + 26, true);
    const data = head + 30 + name + at.getUint16(head + 28, true);
    const path = text.decode(new Uint8Array(archive, head + 30, name));
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    if (!made.has(folder)) FS.mkdirTree(`${FS.cwd()}/${folder}`);
    made.add(folder);
    FS.writeFile(path, new Uint8Array(archive, data, size), { canOwn: true });
    head = data + size;
  }
}

// What Python asks for first, one after the other, comes all at once, and before what it asks for later.
const FIRST = { "pyodide.js": "text/javascript", "pyodide.asm.js": "text/javascript", "pyodide.asm.wasm": "application/wasm", "stdlib.zip": "application/zip" };
const ahead = {};

// Each once: who asks again, because the first could not be used, gets it anew.
function take(name) {
  const coming = ahead[name] ?? unpacked(name, FIRST[name]);
  delete ahead[name];
  return coming;
}

async function script(name) {
  const text = await (await take(name)).text();
  // nor take a script from one
  if (carried) return import(`data:text/javascript,${encodeURIComponent(text)}`);
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const made = await import(address);
  URL.revokeObjectURL(address);
  return made;
}

async function start(kept) {
  for (const [name, type] of Object.entries(FIRST)) (ahead[name] = unpacked(name, type)).catch(() => {}); // heard of below
  const archive = (name) => unpacked(name, "application/zip").then((answer) => answer.arrayBuffer());
  const parts = Promise.all(["numpy.zip", "wheels.zip", "ours.zip"].map(archive));
  parts.catch(() => {}); // heard of below
  unpacked("plotly.js", "text/javascript")
    .then((answer) => answer.text())
    .then((text) => postMessage({ do: "plotly", text }))
    .catch(broken);
  const { loadPyodide } = await script("pyodide.js");
  await script("pyodide.asm.js");
  const home = carried ? "https://page.invalid/" : new URL("python/", self.location).href;
  python = await loadPyodide({ indexURL: home, stdLibURL: `${home}stdlib.zip`, lockFileURL: `${home}pyodide-lock.json` });
  for (const part of await parts) unfold(part);
  const kernel = python.pyimport("live_kernel");
  kernel.begin((message) => postMessage(message.toJs({ dict_converter: Object.fromEntries })), kept);
  self.kernel = kernel;
  next();
}

function wait(message) {
  (message.do === "run" ? cells : heard).push(message);
  if (self.kernel) next();
}

// Whoever presses something is heard before the cells that still wait: a picture need not wait for those below it.
function next() {
  if (heard.length) hear(heard.shift());
  else if (cells.length) run(cells.shift());
  if (heard.length || cells.length) setTimeout(next);
}

// What goes wrong in one cell, or in answer to one press, is said, and the rest goes on.
function run({ cell, source, last }) {
  try {
    self.kernel.run(cell, source);
  } catch (error) {
    postMessage({ do: "failed", cell, text: error.message.trim().split("\n").pop() });
  }
  if (last) postMessage({ do: "ready" });
}

function hear({ id, content }) {
  const read = python.toPy(content);
  try {
    self.kernel.hear(id, read);
  } catch (error) {
    console.error(error.message);
  }
  read.destroy?.();
}

function broken(error) {
  postMessage({ do: "broken", text: String(error?.message ?? error) });
}

self.onmessage = ({ data }) => {
  if (data.do) return wait(data);
  carried = data.files ?? null;
  start(data.kept ?? "").catch(broken);
};
