// Draws a chart of plain data with the installed plotly's own script, which the kernel hands over once per page.

const SHARED = (globalThis[Symbol.for("toolkit.plotly")] ??= { library: null, waiting: [], asked: 0 });
const PATIENCE = 15000; // ms until another widget may ask again, should a kernel have gone before it could answer

function plotly(model) {
  if (SHARED.library) return Promise.resolve(SHARED.library);
  return new Promise((resolve) => {
    SHARED.waiting.push(resolve);
    model.on("msg:custom", function receive(message, buffers) {
      if (message.answer !== "plotly") return;
      model.off("msg:custom", receive);
      if (!SHARED.library) {
        const module = { exports: {} };
        new Function("module", new TextDecoder().decode(buffers[0]))(module);
        SHARED.library = module.exports;
      }
      for (const wake of SHARED.waiting.splice(0)) wake(SHARED.library);
    });
    if (Date.now() - SHARED.asked > PATIENCE) {
      SHARED.asked = Date.now();
      model.send({ ask: "plotly" });
    }
  });
}

// Columns come as bytes of float64; they are copied because a message's buffers need not lie on a multiple of 8.
function unpack(value) {
  if (value?.column) {
    const bytes = value.column;
    return Array.from(new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)));
  }
  if (Array.isArray(value)) return value.map(unpack);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
  }
  return value;
}

function inked(value, ink) {
  if (value === "ink") return ink;
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.map((item) => inked(item, ink)) : value;
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inked(item, ink)]));
  }
  return value;
}

// The page's own colours, so that a chart looks at home in a light, dark or printed page.
function dressed(figure, place) {
  const style = getComputedStyle(place);
  const ink = style.color;
  const grid = style.getPropertyValue("--toolkit-line").trim();
  const size = parseFloat(style.fontSize);
  const { grid: panels, height, ...layout } = figure.layout;
  const stacked = panels && place.clientWidth < 40 * size;
  const axes = {};
  for (const [name, axis] of Object.entries(layout)) {
    if (!/^[xy]axis/.test(name)) continue;
    axes[name] = { gridcolor: grid, linecolor: grid, zeroline: false, automargin: true, fixedrange: true, ...axis };
  }
  const count = panels?.columns ?? 1;
  return {
    data: inked(figure.data, ink),
    layout: {
      ...layout,
      ...axes,
      ...(panels && { grid: { ...panels, ...(stacked && { rows: count, columns: 1, ygap: 0.25 }), xgap: 0.2 } }),
      height: stacked ? height * count : height,
      width: place.clientWidth,
      margin: { l: 8, r: 8, t: 16, b: 8 },
      font: { color: ink, family: style.fontFamily, size },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      hoverlabel: { font: { family: style.fontFamily, size } },
      dragmode: false,
    },
  };
}

// Returns draw(figure). Called faster than it can paint, it skips to the latest figure.
function chart(model, place) {
  let wanted = null;
  let painting = null;

  async function paint() {
    const Plotly = await plotly(model);
    while (wanted) {
      const figure = dressed(unpack(wanted), place);
      wanted = null;
      await Plotly.react(place, figure.data, figure.layout, { displayModeBar: false, responsive: false });
      for (const picture of place.querySelectorAll("svg")) picture.setAttribute("aria-hidden", "true");
    }
    painting = null;
  }

  return function draw(figure) {
    wanted = figure;
    painting ??= paint();
    return painting;
  };
}

// Calls redraw when the room or the page's colours change; returns a function that stops it.
function onNewLook(place, redraw) {
  let width = place.clientWidth;
  const room = new ResizeObserver(() => {
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      redraw();
    }
  });
  room.observe(place);
  const theme = new MutationObserver(redraw);
  theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "class"] });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", redraw);
  return () => {
    room.disconnect();
    theme.disconnect();
    scheme.removeEventListener("change", redraw);
  };
}

function element(tag, properties = {}, ...children) {
  const { aria = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(aria)) made.setAttribute(`aria-${name}`, value);
  made.append(...children);
  return made;
}
