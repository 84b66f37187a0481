// Draws a chart of plain data with plotly, which the page gets from the kernel (plotly.js).

const LATE = 20000; // ms until a picture says that it still waits
const WAITS =
  `The picture has not come yet: the kernel may be starting, or busy. It comes by itself as soon as the kernel answers. If it does not, ${AGAIN}.`;

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

// Every colour in a trace or layout as it is on this page, as `colour` says.
function coloured(value, colour) {
  if (typeof value === "string") return colour(value);
  if (Array.isArray(value)) return value.map((item) => coloured(item, colour));
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const deeper = item && typeof item === "object" && typeof (item[0] ?? {}) === "object";
      return [key, deeper || /color/.test(key) ? coloured(item, colour) : item];
    }),
  );
}

// The page's own colours and room. Asking for them makes the page lay itself out, so it is done only when they have changed.
function lookOf(place) {
  const section = place.closest(".toolkit");
  if (section) tone(section);
  const style = getComputedStyle(place);
  const known = {};
  const named = (name) => style.getPropertyValue(name).trim();
  const plain = (said) => (FORCED.matches ? resolved(place, said) : said); // plotly knows no system's colours
  // A colour that stands for something (COLOURS, from picture.py) is the style sheet's of that name; every other one stays.
  const colour = (said) => (COLOURS[said] ? (known[said] ??= plain(named(`--toolkit-colour-${COLOURS[said]}`))) : said);
  const line = plain(named("--toolkit-line"));
  return { colour, line, ink: style.color, family: style.fontFamily, big: parseFloat(style.fontSize), width: place.clientWidth };
}

// All of a figure but what a move changes of its traces: where that stays, plotly need not draw axes, names and legend again.
function setting({ data, layout }) {
  const keeps = ({ x, y, text, hovertext, hovertemplate, opacity, ...rest }) => rest;
  return JSON.stringify([layout, data.map(keeps)]);
}

const MOVE = { mode: "immediate", transition: { duration: 0 }, frame: { duration: 0, redraw: false } };
const SHOWS = { displayModeBar: false, responsive: false };
const PAPER = matchMedia("print");

// Returns draw(figure). Called faster than it can paint, it skips to the latest figure. It paints again by itself when the room
// or the page's colours change; `painted` hears of every time. draw.stop() ends that.
function chart(model, place, painted = () => {}) {
  let wanted = null;
  let latest = null;
  let painting = null;
  let look = null;
  let before = "";
  let seen = true;
  const script = plotly(model);
  const waits = element("p", { className: "toolkit-waits", role: "status" });
  const late = setTimeout(() => {
    place.before(waits);
    waits.textContent = WAITS;
  }, LATE);
  script.ready.then(() => {
    clearTimeout(late);
    waits.remove();
  });

  async function paint() {
    const Plotly = await script.ready;
    while (wanted && (seen || PAPER.matches)) {
      const same = look;
      const { width } = (look ??= lookOf(place)); // while plotly draws, the room may change again
      if (!width) break;
      latest = wanted;
      wanted = null;
      const figure = dressed(unpack(latest), look);
      const now = latest.as_is ? "" : setting(figure); // plotly animates lines and marks only
      const way = same ? Plotly.react : Plotly.newPlot; // react leaves a legend where it was before the room changed
      if (same && now && now === before) await Plotly.animate(place, { data: figure.data }, MOVE);
      else await way(place, figure.data, figure.layout, SHOWS);
      before = now;
      for (const picture of place.querySelectorAll("svg:not([aria-hidden])")) picture.setAttribute("aria-hidden", "true");
      // with a view box, paper narrower than the window shows the whole picture, smaller (explore.css)
      const box = `0 0 ${width} ${figure.layout.height}`;
      for (const picture of place.querySelectorAll(".main-svg")) picture.setAttribute("viewBox", box);
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
    (entries) => {
      seen = entries.at(-1).isIntersecting; // a busy page hands over several at once
      if (seen && wanted) draw(wanted);
    },
    { rootMargin: "200px" },
  );
  sight.observe(place);
  const room = new ResizeObserver(() => place.clientWidth !== look?.width && renew());
  room.observe(place);
  LOOK.hear.add(renew);
  PAPER.addEventListener("change", renew);

  draw.stop = () => {
    script.stop();
    clearTimeout(late);
    for (const observer of [sight, room]) observer.disconnect();
    LOOK.hear.delete(renew);
    PAPER.removeEventListener("change", renew);
  };
  return draw;
}
