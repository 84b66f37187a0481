// The data of a picture as tables, folded away beneath it, for those who read it by ear or want the numbers.

const DATA = "The numbers of this picture";
const ASKED = "Asking the kernel for the numbers …";

// Returns the folded tables. The kernel is asked for them when they are opened, and again at `renew()`.
function data(model) {
  const place = element("div", { className: "toolkit-data" });
  const drawer = element("details", {}, element("summary", { textContent: DATA }), place);

  const call = caller(model, (heard) => heard || place.replaceChildren(element("p", { textContent: SILENT })));

  function renew() {
    if (!drawer.open) return;
    if (!place.firstChild) place.append(element("p", { textContent: ASKED }));
    call({ ask: "data" });
  }

  function receive({ answer, tables }) {
    if (answer === "data") place.replaceChildren(...tables.map(tabled));
  }

  drawer.addEventListener("toggle", renew);
  model.on("msg:custom", receive);
  const stop = () => {
    call.stop();
    model.off("msg:custom", receive);
  };
  return { drawer, renew, stop };
}

// Wide tables scroll by themselves, by keyboard too.
function tabled({ title, head, rows }) {
  const cell = (tag, textContent, scope) => element(tag, { textContent, ...(scope ? { scope } : {}) });
  const line = ([first, ...others]) => element("tr", {}, cell("th", first, "row"), ...others.map((words) => cell("td", words)));
  const top = element("thead", {}, element("tr", {}, ...head.map((name) => cell("th", name, "col"))));
  const table = element("table", {}, element("caption", { textContent: title }), top, element("tbody", {}, ...rows.map(line)));
  return element("div", { className: "toolkit-ledger", tabIndex: 0, role: "group", aria: { label: title } }, table);
}
