// How a chart fits the page: room for labels, panels side by side or one above the other, words that stay within the picture.

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

// Lengths are in sizes of the font unless they say px, so that they hold for a projector's type too. Where nothing else is said they
// were set by eye, on what `make screenshots` shows.
const LINE = 1.3; // height of a line, as plotly draws it (its LINE_SPACING)
const PHONE = 26; // on narrower pages type is smaller: labels of rows would leave no plot
const STACKED = 40; // on narrower pages panels stand one above the other: side by side, each would have half of that
const LEAST = 9; // of a panel's own plot, else the panels are stacked however wide the page is
const WIDEST = 0.36; // of the room: labels of rows are wrapped to that; where one would take many lines, each goes above its row
const TALLEST = 3; // lines
const ruler = document.createElement("canvas").getContext("2d");
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// Width of the widest text in pixels.
function widest(texts, font) {
  ruler.font = `${font.size}px ${font.family}`;
  return Math.max(0, ...texts.map((text) => ruler.measureText(text).width));
}

// Width of an axis's labels. Letting plotly find it out (automargin) takes most of the time of a redraw.
function labelled({ ticktext, tickvals, range, showticklabels }, font) {
  return showticklabels === false ? 0 : 8 + widest((ticktext ?? [...(tickvals ?? range)].map(String)).flatMap((text) => text.split("<br>")), font);
}

// Distance of one row from the next.
const apart = (tickvals) => Math.abs(tickvals.at(-1) - tickvals[0]) / Math.max(1, tickvals.length - 1);

// Labels of an axis as words in the chart, each above its row and clear of the marks there.
function inside(name, { ticktext, tickvals }, { range }, font, room) {
  const [x, y] = [name.replace("yaxis", "x"), name.replace("axis", "")];
  const text = ticktext.map((label) => wrapped(label, room, font));
  const lift = 0.17 * apart(tickvals); // past the upper half of a mark, short of the row above
  const above = tickvals.map((value) => value + lift);
  const place = { x: tickvals.map(() => range[0]), y: above, xaxis: x, yaxis: y, text, textposition: "top right" };
  return { type: "scatter", mode: "text", textfont: font, hoverinfo: "skip", showlegend: false, cliponaxis: false, ...place };
}

// Where it is narrow, names stand in the legend instead of at the ends of curves, which take their room; and each panel has its own
// labels of rows.
function narrowed({ data, layout }) {
  const ends = data.filter(({ meta }) => meta);
  const names = ends.flatMap(({ text, textfont, meta }) =>
    text.map((name, place) => JSON.stringify([name.trim(), [textfont.color].flat()[place] ?? textfont.color, meta[place]])),
  );
  const keys = [...new Set(names)].map(JSON.parse).map(([name, color, dash]) => ({
    type: "scatter", mode: "lines", name, x: [null], y: [null], xaxis: "x", yaxis: "y", line: { color, dash, width: 2.5 }, showlegend: true,
  }));
  const others = data.filter(({ meta }) => !meta);
  const shorter = {};
  for (const [name, about] of Object.entries(layout)) {
    const { showticklabels, ...axis } = about;
    shorter[name] = /axis/.test(name) ? axis : about;
  }
  for (const { xaxis } of ends) {
    const axis = shorter[xaxis.replace("x", "xaxis")];
    const drawn = others.filter((trace) => trace.xaxis === xaxis && trace.mode !== "text").flatMap(({ x }) => x);
    axis.range = [axis.range[0], Math.max(...drawn.filter(Number.isFinite))];
  }
  shorter.legend = { xref: "container", x: 0 };
  return { data: [...others, ...keys], layout: shorter };
}

// A title in as many lines as fit.
function wrapped(text, room, font) {
  const lines = [];
  for (const word of text.split(/ |<br>/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && widest([longer], font) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join("<br>");
}

// Whether labels leave too little to panels side by side.
function crowded(layout, width, font) {
  const rooms = {};
  for (const name of Object.keys(layout).filter((name) => name.startsWith("xaxis"))) {
    const start = layout[name].domain[0];
    rooms[start] = Math.max(rooms[start] ?? 0, labelled(layout[name.replace("x", "y")], font) + 3.6 * font.size); // the upward title in two lines, and a gap
  }
  const count = Object.keys(rooms).length;
  return count > 1 && width - sum(Object.values(rooms)) < LEAST * font.size * count;
}

const most = (texts) => Math.max(1, ...texts.map((text) => text.split("<br>").length));

// Every number at an axis, every second, every third, … as there is room; words become smaller instead, then stand on several lines.
function thinned({ tickvals, ticktext, range }, room, font) {
  if (!tickvals) return {};
  const gaps = tickvals.length - 1;
  const had = gaps ? (room * (tickvals.at(-1) - tickvals[0])) / (range[1] - range[0]) : room; // a single one has all of it
  const needed = (gaps || 1) * (widest(ticktext ?? tickvals.map(String), font) + 0.5 * font.size);
  if (ticktext) {
    // down to 0.8 of the type, 12 px where the page's is 15: smaller is hard to read
    const tickfont = { ...font, size: font.size * Math.min(1, Math.max(0.8, had / needed)) };
    if (had > 0.8 * needed) return { tickfont };
    const column = had / (gaps || 1) - font.size;
    const texts = ticktext.map((text) => wrapped(text, column, tickfont));
    const wide = widest(texts.flatMap((text) => text.split("<br>")), tickfont) > column;
    return { tickfont, ticktext: texts.map((text, place) => (wide && place % 2 ? `<br>${text}` : text)) };
  }
  const every = Math.max(1, Math.ceil(needed / had));
  return { tickvals: tickvals.filter((_, place) => place % every === 0) };
}

// Words that would leave the picture at its right stand to the left of their place instead; where neither side has the room, they
// stand on several lines.
function fitted(trace, { range, domain }, { l, r }, width, font) {
  if (trace.mode !== "text") return trace;
  const side = trace.textposition.split(" ")[1];
  const placed = trace.x.map((value, place) => {
    const inner = width - l - r;
    const at = l + inner * (domain[0] + ((domain[1] - domain[0]) * (value - range[0])) / (range[1] - range[0]));
    const start = domain[0] || side === "left" ? l + inner * domain[0] : 0; // the first panel's names may cover its labels
    const rooms = { right: width - at, left: at - start, center: 2 * Math.min(at, width - at) };
    const text = trace.text[place];
    const long = widest(text.split("<br>"), font);
    if (long < rooms[side]) return [text, trace.textposition];
    if (side === "right" && long < rooms.left) return [text, "top left"];
    const wider = side === "right" && rooms.left > rooms.right ? "left" : side;
    return [wrapped(text.trim(), rooms[wider] - 0.5 * font.size, font), wider === side ? trace.textposition : "top left"];
  });
  return { ...trace, text: placed.map(([text]) => text), textposition: placed.map(([, position]) => position) };
}

const SYMBOL = 48; // px that plotly gives to the symbol of a name in the legend and to the gap after the name

// Lines of the legend above the panels, as plotly sets it: all names in one row, or in columns as wide as the widest.
function legendLines(traces, room, font) {
  const names = traces.filter(({ showlegend }) => showlegend).map(({ name }) => name);
  const wide = names.map((name) => widest(name.split("<br>"), font) + SYMBOL);
  if (sum(wide) <= room) return names.length && most(names);
  const columns = Math.floor(room / Math.max(...wide));
  return columns > 1 ? Math.ceil(names.length / columns) : sum(names.map((name) => most([name])));
}

const CLEAR = { paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)" };

// A figure that plotly itself has made: it gets the page's colours, type and width, and keeps all that it says for itself.
function asItIs({ data, layout }, { colour, line, ink, family, big, width }) {
  const axis = { gridcolor: line, linecolor: line, zerolinecolor: line, automargin: true, fixedrange: true };
  const usual = { ...CLEAR, font: { color: ink, family, size: big }, xaxis: axis, yaxis: axis, dragmode: false };
  const template = { layout: { ...usual, colorway: Object.keys(COLOURS).map(colour) } };
  return { data: coloured(data, colour), layout: { template, ...coloured(layout, colour), width } };
}

// Where each panel stood while they were side by side, in the words that a caption calls it by; nothing for one as wide as the picture.
function sides(along) {
  const place = ({ domain: [start, end] = [0, 1] }) => (end - start < 1 ? start : null);
  const starts = [...new Set(along.map(place))].filter((start) => start !== null).sort((one, other) => one - other);
  const words = { [starts.at(-1)]: "Right", [starts[0]]: "Left" };
  return along.map((axis) => (place(axis) === null ? "" : words[place(axis)] ?? "Middle"));
}

// Panels one above the other, each as high as it was or as its rows need, its upward title above it; returns the height of the whole.
function stack(along, up, layout, width, font, margin) {
  // 1.7: a row's line and a gap; 0.68: the share of a picture's height that is no margin
  const foot = margin.b + 0.6 * font.size;
  const rows = ({ tickvals, range, line = 1.7 }) => (tickvals ? ((range[1] - range[0]) / apart(tickvals)) * line * font.size : 0);
  const usual = ({ domain }) => layout.height * (domain ? domain[1] - domain[0] : 0.68);
  const heights = up.map((axis) => Math.max(usual(axis), axis.ticktext ? rows(axis) : 0));
  const places = sides(along);
  const titles = up.map(({ title }, panel) => wrapped([places[panel], title.text].filter(Boolean).join(": "), width - font.size, font));
  const heads = titles.map((text) => (text ? (LINE * most([text]) + 1) * font.size : 0));
  const whole = sum(heights) + sum(heads) + foot * (heights.length - 1);
  const place = { xref: "paper", x: 0, xshift: 0.3 * font.size - margin.l, xanchor: "left", align: "left", yref: "paper", yanchor: "bottom", yshift: 0.5 * font.size };
  let top = whole;
  layout.annotations = [];
  heights.forEach((high, panel) => {
    top -= heads[panel];
    along[panel].domain = [0, 1];
    up[panel].domain = [(top - high) / whole, top / whole];
    up[panel].title.text = "";
    layout.annotations.push({ ...place, text: titles[panel], y: top / whole, showarrow: false, font });
    top -= high + foot;
  });
  return whole + margin.t + margin.b;
}

// Panels side by side share what their labels leave; those that begin at the same place stand in one column.
function share(axes, rooms, inner) {
  const columns = {};
  axes.forEach(({ domain: [start, end] }, place) => {
    if (start === 0 && end === 1) return;
    const column = (columns[start] ??= { start, part: end - start, room: 0, places: [] });
    column.places.push(place);
    if (start) column.room = Math.max(column.room, rooms[place]);
  });
  const sorted = Object.values(columns).sort((one, other) => one.start - other.start);
  const scale = (1 - sum(sorted.map(({ room }) => room / inner))) / sum(sorted.map(({ part }) => part));
  let edge = 0;
  for (const { part, room, places } of sorted) {
    const start = edge + room / inner;
    edge = start + part * scale;
    for (const place of places) axes[place].domain = [start, edge];
  }
}

// The figure as it fits the page: panels side by side, or one above the other where it is narrow.
function dressed(given, look) {
  if (given.as_is) return asItIs(given, look);
  const { colour, line, ink, family, big, width } = look;
  const size = width < PHONE * big ? 0.85 * big : big;
  const scale = Math.max(1, size / 15); // lines and marks are meant for type of 15 px (explore.css)
  const font = { color: ink, family, size };
  const narrow = width < STACKED * big || crowded(given.layout, width, font);
  const figure = narrow ? narrowed(given) : given;
  const layout = { ...figure.layout, height: figure.layout.height * scale };
  const above = [];
  for (const [name, axis] of Object.entries(figure.layout)) {
    if (!/^[xy]axis/.test(name)) continue;
    const title = { ...axis.title, font, standoff: 0.6 * size };
    layout[name] = { gridcolor: line, linecolor: line, zeroline: false, fixedrange: true, tickangle: 0, tickfont: font, ...axis, title };
    if (!narrow || name[0] === "x" || labelled(axis, font) < WIDEST * width) continue;
    const side = axis.ticktext.map((text) => wrapped(text, WIDEST * width, font));
    if (most(side) <= TALLEST) {
      Object.assign(layout[name], { ticktext: side, line: LINE * most(side) + 0.4 });
      continue;
    }
    layout[name].showticklabels = false;
    above.push(name);
  }
  const across = Object.keys(layout).filter((name) => name.startsWith("xaxis"));
  const along = across.map((name) => layout[name]);
  const up = across.map((name) => layout[name.replace("x", "y")]);
  for (const { title, domain: [foot, head] = [0, 1] } of narrow ? [] : up) title.text = wrapped(title.text, 0.75 * layout.height * (head - foot), font);
  const rooms = up.map((axis) => labelled(axis, font) + (axis.title.text && !narrow ? (0.3 + LINE * most([axis.title.text])) * size : 0));
  const first = rooms.filter((_, place) => narrow || !along[place].domain[0]);
  const ends = along.map(({ ticktext }) => widest(ticktext?.slice(-1) ?? [], font) / 2 + 2);
  const right = narrow ? Math.min(3 * size, Math.max(1.5 * size, ...ends)) : 2.2 * size;
  // below: a line of labels and one of title. With autoexpand plotly would measure all again at every move
  const margin = { l: Math.max(size, ...first), r: right, t: 16, b: 3.4 * size, autoexpand: false };
  const inner = width - margin.l - margin.r;
  const labels = above.map((name) => inside(name, layout[name], layout[name.replace("y", "x")], font, inner));
  above.forEach((name, place) => {
    const { range, tickvals } = layout[name];
    const top = Math.max(range[1], tickvals.at(-1) + 1.1 * apart(tickvals));
    Object.assign(layout[name], { range: [range[0], top], line: LINE * most(labels[place].text) + 2.6 });
  });
  if (!narrow) share(along, rooms.map((room) => room + 2 * size), inner);
  const wide = (axis) => inner * (narrow ? 1 : axis.domain[1] - axis.domain[0]);
  for (const axis of along) {
    axis.title.text = wrapped(axis.title.text, wide(axis) + 2 * Math.min(margin.l, margin.r), font);
    Object.assign(axis, thinned(axis, wide(axis), font));
  }
  const room = narrow ? width - 2 * size : inner;
  const data = figure.data.map((trace) => (trace.showlegend ? { ...trace, name: wrapped(trace.name, room - SYMBOL, font) } : trace));
  const legend = legendLines(data, inner, font);
  const feet = along.map(({ title, ticktext = [] }) => most([title.text]) + most(ticktext.map(String)));
  margin.t += 1.5 * size * legend; // a row of the legend: its line and a gap
  margin.b += (Math.max(...feet) - 2) * LINE * size;
  if (narrow) layout.height = stack(along, up, layout, width, font, margin);
  else layout.height += 1.4 * size * Math.max(0, legend - 1); // one row has its room already
  if (legend) layout.legend = { orientation: "h", yanchor: "bottom", ...layout.legend, y: 1 + 4 / (layout.height - margin.t - margin.b) };
  const fitting = (trace) => fitted(trace, layout[trace.xaxis.replace("x", "xaxis")], margin, width, font);
  return {
    data: [...data.map((trace) => fitting(grown(coloured(trace, colour), scale))), ...labels],
    layout: {
      ...layout,
      width,
      margin,
      font,
      ...CLEAR,
      hoverlabel: { font: { family, size } },
      dragmode: false,
    },
  };
}
