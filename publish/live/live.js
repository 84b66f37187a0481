// Makes a page of a lesson live: Python in a worker, the notebook's own cells, and the widgets' own scripts where their stills stand.

const cells = JSON.parse(document.getElementById("cells").textContent);
const places = new Map([...document.querySelectorAll("[data-cell]")].map((place) => [place.dataset.cell, place]));
const state = document.getElementById("state");
const STORE = `lesson ${document.title}`;
const SLOW = 10000; // ms without an answer until it is offered to start Python again
const models = new Map();
const ends = [];
let worker = null;

// --- a widget's model, as its script knows it ---

class Model {
  comm_live = true;

  constructor(id, kind, values) {
    Object.assign(this, { id, kind, values, hears: new Map() });
    this.widget_manager = { get_model: async (wanted) => models.get(wanted), create_view: view };
  }

  get(name) {
    return this.values[name];
  }

  on(event, hear) {
    if (!this.hears.has(event)) this.hears.set(event, new Set());
    this.hears.get(event).add(hear);
  }

  off(event, hear) {
    if (hear) this.hears.get(event)?.delete(hear);
    else this.hears.delete(event);
  }

  tell(event, ...more) {
    for (const hear of [...(this.hears.get(event) ?? [])]) hear(...more);
  }

  update(values) {
    Object.assign(this.values, values);
    for (const name of Object.keys(values)) this.tell(`change:${name}`);
  }

  send(content) {
    speak({ do: "custom", id: this.id, content });
  }
}

async function view(model) {
  const el = document.createElement("div");
  const { default: widget } = await import(widgetScript(model.kind));
  await widget.initialize?.({ model });
  const end = await widget.render({ model, el });
  const remove = () => (end?.(), el.remove());
  return { el, remove };
}

const widgetScript = (kind) => globalThis.livePage?.widgets?.[kind] ?? new URL(`widgets/${kind}.js`, import.meta.url).href;

async function mount({ cell, ids }) {
  const place = places.get(cell);
  await plotlyHere; // before any widget's script, which would ask Python for it
  const views = await Promise.all(ids.map((id) => view(models.get(id))));
  const live = place.querySelector(":scope > .now") ?? place.appendChild(Object.assign(document.createElement("div"), { className: "now" }));
  live.replaceChildren(...views.map(({ el }) => el));
  place.classList.add("alive");
  ends.push(...views.map(({ remove }) => remove));
}

// --- plotly, once for all ---

let plotlyComes;
const plotlyHere = new Promise((resolve) => (plotlyComes = resolve));

function takePlotly(text) {
  const script = document.createElement("script");
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  script.onload = () => {
    globalThis[Symbol.for("toolkit.plotly")] = { library: globalThis.Plotly, waiting: [], page: "live" };
    URL.revokeObjectURL(address);
    plotlyComes();
  };
  script.src = address;
  document.head.append(script);
}

// --- what Python says ---

const act = {
  open: ({ id, kind, state: values }) => models.set(id, new Model(id, kind, values)),
  update: ({ id, state: values }) => models.get(id)?.update(values),
  custom: ({ id, content, buffers }) => models.get(id)?.tell("msg:custom", content, buffers),
  mount: (message) => mount(message).catch((error) => fail(message.cell, error.message)),
  said: ({ cell, text }) => say(cell, text),
  failed: ({ cell, text }) => fail(cell, text),
  keep: ({ kept }) => keep(kept),
  plotly: ({ text }) => takePlotly(text),
  ready: () => tell("alive"),
  broken: ({ text }) => giveUp(text),
};

function say(cell, text) {
  const report = places.get(cell)?.querySelector(".report");
  if (report) report.textContent = text;
}

function fail(cell, text) {
  const place = places.get(cell);
  if (!place) return;
  const report = place.querySelector(".report");
  if (report) report.textContent = text;
  else {
    place.classList.add("failed");
    place.append(Object.assign(document.createElement("p"), { className: "trouble", textContent: `This part did not start: ${text}` }));
  }
}

// --- the worker ---

let answersIn = 0;
function speak(message) {
  worker.postMessage(message);
  clearTimeout(answersIn);
  if (state.dataset.is === "alive") answersIn = setTimeout(stuck, SLOW);
}

function start() {
  tell("coming");
  for (const end of ends.splice(0)) end();
  models.clear();
  worker = globalThis.livePage?.worker?.() ?? new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => {
    clearTimeout(answersIn);
    document.getElementById("again").hidden = true;
    act[data.do](data);
  };
  worker.onerror = (event) => giveUp(event.message ?? "the page's Python could not be loaded");
  worker.postMessage({ files: globalThis.livePage?.files, kept: kept() });
  cells.forEach(({ cell, source }, place) => worker.postMessage({ do: "run", cell, source, last: place === cells.length - 1 }));
}

function stuck() {
  document.getElementById("again").hidden = false;
}

function tell(how) {
  state.dataset.is = how;
  document.documentElement.dataset.live = how;
  for (const words of state.querySelectorAll("[data-when]")) words.hidden = words.dataset.when !== how;
}

function giveUp(text) {
  document.documentElement.dataset.why = text; // for whoever is asked to help
  worker?.terminate();
  tell("could not");
}

// --- answers, kept in this browser alone ---

function kept() {
  try {
    return localStorage.getItem(STORE) ?? "";
  } catch {
    return ""; // a browser that keeps nothing
  }
}

function keep(text) {
  try {
    localStorage.setItem(STORE, text);
    document.getElementById("forget").hidden = false;
  } catch {
    // a browser that keeps nothing
  }
}

document.getElementById("forget").hidden = !kept();
document.getElementById("forget").addEventListener("click", () => {
  localStorage.removeItem(STORE);
  location.reload();
});
document.getElementById("again").addEventListener("click", () => {
  worker.terminate();
  document.getElementById("again").hidden = true;
  start();
});
for (const button of document.querySelectorAll("[data-run]")) {
  const place = places.get(button.dataset.run);
  const editor = place.querySelector("textarea");
  button.addEventListener("click", () => {
    place.querySelector(".report").textContent = "Running …";
    speak({ do: "run", cell: button.dataset.run, source: editor.value });
  });
}

if (navigator.connection?.saveData) {
  tell("asked");
  document.getElementById("wake").addEventListener("click", start, { once: true });
} else start();
