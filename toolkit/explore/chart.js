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

// Colours go by what they stand for; the style sheet says which they are on this page.
function coloured(value, style) {
  if (typeof value === "string") return style.getPropertyValue(`--toolkit-colour-${value}`).trim() || value;
  if (Array.isArray(value)) return value.map((item) => coloured(item, style));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const deeper = item && typeof item === "object" && !Array.isArray(item);
      return [key, deeper || /color/.test(key) ? coloured(item, style) : item];
    }),
  );
}

// Lines and marks as thick as the type is big.
function grown(trace, scale) {
  if (scale === 1) return trace;
  const { line, marker } = trace;
  return {
    ...trace,
    ...(line ? { line: { ...line, width: line.width * scale } } : {}),
    ...(marker ? { marker: { ...marker, size: marker.size * scale } } : {}),
  };
}

const LONG = 24; // letters: a longer label goes above its row where the room is narrow
const WORD = 6; // letters: where it is tight, so does any word
const ruler = document.createElement("canvas").getContext("2d");

// Width of an axis's labels. Letting plotly find it out (automargin) takes most of the time of a redraw.
function labelled({ ticktext, tickvals, range, showticklabels }, font) {
  ruler.font = `${font.size}px ${font.family}`;
  const labels = showticklabels === false ? [] : (ticktext ?? [...(tickvals ?? range)].map(String));
  return Math.max(0, ...labels.flatMap((text) => text.split("<br>")).map((text) => ruler.measureText(text).width)) + 8;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// Whether an axis holds one thing a row; its ticks are then 0, 1, 2, …
const inRows = ({ tickvals }) => tickvals.every((value, row) => value === row);

// A label in lines of at most so many letters, broken between words.
function broken(text, letters) {
  return text.replaceAll("<br>", " ").replace(new RegExp(`(.{1,${letters}})( |$)`, "g"), "$1<br>").slice(0, -4);
}

// Labels of an axis as words in the chart, each above its row and the marks that stand there; `tall`: height of a row in pixels.
function inside(name, { ticktext, tickvals }, { range }, font, letters) {
  const [x, y] = [name.replace("yaxis", "x"), name.replace("axis", "")];
  const rows = inRows({ tickvals });
  const text = rows ? ticktext.map((label) => broken(label, letters)) : ticktext;
  const tall = (1.3 * Math.max(...text.map((label) => label.split("<br>").length)) + 1.8) * font.size;
  const up = rows ? tickvals.map((value) => value + (0.5 * font.size) / tall) : tickvals;
  const place = { x: tickvals.map(() => range[0]), y: up, xaxis: x, yaxis: y, text, textposition: "top right" };
  const trace = { type: "scatter", mode: "text", textfont: font, hoverinfo: "skip", showlegend: false, cliponaxis: false, ...place };
  return { trace, height: rows ? tall * tickvals.length : 0 };
}

// The page's own colours and room. Asking for them makes the page lay itself out, so it is done only when they have changed.
function lookOf(place) {
  const style = getComputedStyle(place);
  return { style, big: parseFloat(style.fontSize), width: place.clientWidth };
}

// The figure as it fits the page: panels side by side, or one above the other where it is narrow.
function dressed(figure, { style, big, width }) {
  const narrow = width < 40 * big;
  const tight = width < 26 * big;
  const size = tight ? 0.85 * big : big;
  const scale = Math.max(1, size / 15);
  const font = { color: style.color, family: style.fontFamily, size };
  const line = style.getPropertyValue("--toolkit-line").trim();
  const layout = { ...figure.layout, height: figure.layout.height * Math.min(scale, 1.4) };
  const above = {};
  for (const [name, axis] of Object.entries(figure.layout)) {
    if (!/^[xy]axis/.test(name)) continue;
    const title = { ...axis.title, font, standoff: 0.6 * size };
    layout[name] = { gridcolor: line, linecolor: line, zeroline: false, fixedrange: true, tickangle: 0, tickfont: font, ...axis, title };
    if (!narrow || !axis.ticktext?.some((text) => text.length > (tight ? WORD : LONG))) continue;
    layout[name].showticklabels = false;
    above[name] = inside(name, axis, figure.layout[name.replace("y", "x")], font, Math.floor(width / (0.58 * size)));
  }
  const across = Object.keys(layout).filter((name) => name.startsWith("xaxis"));
  const up = across.map((name) => layout[name.replace("x", "y")]);
  const rooms = up.map((axis) => labelled(axis, font) + (axis.title.text ? 1.6 * size : 0));
  const parts = across.map((name) => layout[name].domain[1] - layout[name].domain[0]);
  const room = width - sum(rooms) - 2.2 * size * across.length;
  const placed = up.some((axis) => axis.domain);
  const crowded = !placed && parts.some((part) => (room * part) / sum(parts) < 8 * size);
  const stacked = across.length > 1 && (narrow || crowded);
  const margin = { l: stacked ? Math.max(...rooms) : rooms[0], r: 2.2 * size, t: 16, b: 3.4 * size };
  if (stacked) {
    // each as high as its rows need, and room below for its axis
    const heights = across.map((name) => above[name.replace("x", "y")]?.height || 0.68 * layout.height);
    const below = 5 * size;
    const all = sum(heights) + below * (across.length - 1);
    let top = 1;
    across.forEach((name, place) => {
      layout[name].domain = [0, 1];
      up[place].domain = [Math.max(top - heights[place] / all, 0), top];
      top -= (heights[place] + below) / all;
    });
    layout.height = all + 6 * size;
  } else if (!placed) {
    // panels side by side share what their labels leave; a lesson that has placed its own keeps them
    const gaps = rooms.map((room, place) => (place ? (room + 2 * size) / (width - margin.l - margin.r) : 0));
    const share = (1 - sum(gaps)) / sum(parts);
    let edge = 0;
    across.forEach((name, place) => {
      const start = edge + gaps[place];
      edge = start + parts[place] * share;
      layout[name].domain = [start, edge];
    });
  }
  return {
    data: [...figure.data.map((trace) => grown(coloured(trace, style), scale)), ...Object.values(above).map(({ trace }) => trace)],
    layout: {
      ...layout,
      width,
      margin,
      font,
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      hoverlabel: { font: { family: style.fontFamily, size } },
      dragmode: false,
    },
  };
}

const PAPER = matchMedia("print");

// Returns draw(figure). Called faster than it can paint, it skips to the latest figure. It paints again by itself when the room
// or the page's colours change; `painted` hears of every time. draw.stop() ends that.
function chart(model, place, painted = () => {}) {
  let wanted = null;
  let latest = null;
  let painting = null;
  let look = null;
  let seen = true;

  async function paint() {
    const Plotly = await plotly(model);
    while (wanted && (seen || PAPER.matches)) {
      look ??= lookOf(place);
      if (!look.width) break;
      latest = wanted;
      wanted = null;
      const figure = dressed(unpack(latest), look);
      await Plotly.react(place, figure.data, figure.layout, { displayModeBar: false, responsive: false });
      for (const picture of place.querySelectorAll("svg:not([aria-hidden])")) picture.setAttribute("aria-hidden", "true");
      painted();
    }
    painting = null;
  }

  function draw(figure) {
    wanted = figure;
    painting ??= paint();
    return painting;
  }

  function renew() {
    look = null;
    if (wanted ?? latest) draw(wanted ?? latest);
  }

  // What is out of sight waits, so that it does not hold up what is in sight.
  const sight = new IntersectionObserver(
    ([entry]) => {
      seen = entry.isIntersecting;
      if (seen && wanted) draw(wanted);
    },
    { rootMargin: "200px" },
  );
  sight.observe(place);
  const room = new ResizeObserver(() => place.clientWidth !== look?.width && renew());
  room.observe(place);
  const theme = new MutationObserver(renew);
  theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "class"] });
  const looks = [matchMedia("(prefers-color-scheme: dark)"), PAPER];
  for (const change of looks) change.addEventListener("change", renew);

  draw.stop = () => {
    for (const observer of [sight, room, theme]) observer.disconnect();
    for (const change of looks) change.removeEventListener("change", renew);
  };
  return draw;
}

// JupyterLab swallows the press of Enter before a field can act on it.
function onEnter(field, act) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    act();
  });
}

// JupyterLab takes keys for itself unless the very element that has the focus says not to: an arrow moves a slider.
const TAKES_KEYS = ["input", "select", "button", "summary", "textarea"];

function element(tag, properties = {}, ...children) {
  const { aria = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  if (TAKES_KEYS.includes(tag)) made.dataset.lmSuppressShortcuts = "true";
  if (tag === "button" || tag === "summary") onEnter(made, () => made.click());
  for (const [name, value] of Object.entries(aria)) made.setAttribute(`aria-${name}`, value);
  made.append(...children);
  return made;
}
