// The page's Python, apart from the page so that neither waits for the other.
//
// page -> worker   { files, kept }                      once: files by name where the page carries them itself, and what it has kept
//                  { do: "run", cell, source }          a cell; those of the notebook first, in their order
//                  { do: "custom", id, content }        a widget's message
// worker -> page   { do: "open" | "update" | "custom" | "mount" | "said" | "failed" | "keep" | "plotly" | "ready" | "broken", … }

let python = null;
let carried = null;
const waiting = [];

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
  if (name === "pyodide.asm.wasm") return unpacked(name, "application/wasm");
  if (name === "stdlib.zip") return unpacked(name, "application/zip");
  if (name === "pyodide-lock.json") return Promise.resolve(new Response(LOCK));
  return reach(asked, options);
};
const LOCK = JSON.stringify({ info: { arch: "wasm32", platform: "emscripten", version: "$pyodide", python: "3.12" }, packages: {} });

async function script(name) {
  const text = await (await unpacked(name, "text/javascript")).text();
  // nor take a script from one
  if (carried) return import(`data:text/javascript,${encodeURIComponent(text)}`);
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const made = await import(address);
  URL.revokeObjectURL(address);
  return made;
}

async function start(kept) {
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
  for (const part of await parts) python.unpackArchive(part, "zip");
  const kernel = python.pyimport("live_kernel");
  kernel.begin((message) => postMessage(message.toJs({ dict_converter: Object.fromEntries })), kept);
  self.kernel = kernel;
  for (const message of waiting.splice(0)) act(message);
}

function act(message) {
  if (!self.kernel) return waiting.push(message);
  if (message.do === "run") self.kernel.run(message.cell, message.source);
  else if (message.do === "custom") {
    const content = python.toPy(message.content);
    self.kernel.hear(message.id, content);
    content.destroy?.();
  }
  if (message.last) postMessage({ do: "ready" });
}

function broken(error) {
  postMessage({ do: "broken", text: String(error?.message ?? error) });
}

self.onmessage = ({ data }) => {
  if (data.do) return act(data);
  carried = data.files ?? null;
  start(data.kept ?? "").catch(broken);
};
