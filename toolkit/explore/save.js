// Files and clipboard: made in the page, by the page; nothing goes to any server.

const BOM = "\ufeff"; // at a file's beginning it tells Excel that what follows is UTF-8

function download(name, content, type = "text/csv;charset=utf-8") {
  const address = URL.createObjectURL(new Blob(type.startsWith("text/csv") ? [BOM, content] : [content], { type }));
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// Asks the kernel for a file and saves it when it comes; returns a function that stops listening.
function savesWhatComes(model, saved) {
  const receive = (message) => {
    if (message.answer !== "csv") return;
    download(message.name, message.text);
    saved(message.name);
  };
  model.on("msg:custom", receive);
  return () => model.off("msg:custom", receive);
}

// Where the page may not write to the clipboard, the text stands selected in a field, ready for the learner's own hand.
async function copy(field, say, copied = "Copied.") {
  try {
    await navigator.clipboard.writeText(field.value);
    say(copied);
  } catch {
    field.hidden = false;
    field.focus();
    field.select();
    say("Selected: copy it with Ctrl+C (on a Mac ⌘C).");
  }
}

// The picture of a file is that of a light page of one width, whatever this page is: it is for slides and paper.
const SHEET = { colour: (said) => said, line: "#d5d5d5", ink: "#1b1b1b", family: "system-ui, sans-serif", big: 15, width: 900 };
const EDGE = 20; // px around words
const SHARP = 2; // pixels of a PNG for one of the drawing: type stays sharp when a projector makes it larger

// The picture as [text of an SVG, its height]: title above, below it the lines that say what it shows, the sentence for those who
// hear it.
async function sheet(Plotly, figure, title, lines, sentence) {
  const { data, layout } = dressed(unpack(figure), SHEET);
  const size = { width: SHEET.width, height: layout.height };
  const drawn = await Plotly.toImage({ data, layout }, { ...size, format: "svg", imageDataOnly: true });
  const inner = document.importNode(new DOMParser().parseFromString(drawn, "image/svg+xml").documentElement, true);
  const font = { size: SHEET.big, family: SHEET.family };
  const texts = lines.flatMap((line) => wrapped(line, SHEET.width - 2 * EDGE, font).split("<br>"));
  const head = 2.2 * SHEET.big;
  const step = 1.4 * SHEET.big;
  const height = Math.ceil(head + size.height + step * texts.length + EDGE);
  inner.setAttribute("y", head);
  const text = (words, y, weight) => shape("text", { x: EDGE, y, "font-weight": weight }, words);
  const whole = shape(
    "svg",
    { width: size.width, height, viewBox: `0 0 ${size.width} ${height}`, role: "img", "font-family": SHEET.family, "font-size": SHEET.big, fill: SHEET.ink },
    shape("title", {}, title),
    shape("desc", {}, sentence),
    shape("rect", { width: "100%", height: "100%", fill: "#fff" }),
    text(title, 1.5 * SHEET.big, 600),
    inner,
    ...texts.map((words, place) => text(words, head + size.height + step * (place + 0.8), 400)),
  );
  return [new XMLSerializer().serializeToString(whole), height];
}

async function pixels(svg, height) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = element("canvas", { width: SHARP * SHEET.width, height: SHARP * height });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

// Saves an explorer's picture as a file of that kind, "png" or "svg"; returns what to say.
async function savePicture(title, { figure, setting, code, sentence, file }, kind) {
  if (!SHARED.library) return WAITS;
  try {
    const lines = [setting, `Scenario code ${code}. A teaching toy, not advice.`].filter(Boolean);
    const [svg, height] = await sheet(SHARED.library, figure, title, lines, sentence);
    const name = `${file}.${kind}`;
    if (kind === "svg") download(name, svg, "image/svg+xml");
    else download(name, await pixels(svg, height), "image/png");
    return `Saved as ${name}.`;
  } catch (error) {
    console.error(error);
    return "This browser could not make the picture. A screenshot can.";
  }
}
