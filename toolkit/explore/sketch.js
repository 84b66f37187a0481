// A sketch pad: drag the curve, or move one native slider for each of a few weeks. The kernel compares.

const BOX = { width: 600, height: 300, left: 44, right: 12, top: 12, bottom: 34 };
function render({ model, el }) {
  const panel = model.get("panel");
  const { weeks, low, high, step, start, unit } = panel;
  const inner = { width: BOX.width - BOX.left - BOX.right, height: BOX.height - BOX.top - BOX.bottom };
  const across = (week) => BOX.left + (inner.width * week) / weeks.at(-1);
  const up = (value) => BOX.top + (inner.height * (high - value)) / (high - low);
  const path = (values) => `M${weeks.map((week, n) => `${across(week)} ${up(values[n])}`).join("L")}`;

  const fields = weeks.map((week) => {
    const field = element("input", { type: "range", min: low, max: high, step, value: start, aria: { label: `Week ${week}` } });
    const value = element("output", { translate: false });
    field.addEventListener("input", draw);
    return { field, value, row: element("div", { className: "toolkit-point" }, element("span", { textContent: `week ${week}` }), field, value) };
  });
  const values = () => fields.map(({ field }) => Number(field.value));
  const write = (given) => {
    fields.forEach(({ field }, place) => (field.value = given[place]));
    draw();
  };

  const curve = shape("path", { class: "toolkit-curve" });
  const dots = weeks.map((week) => shape("circle", { r: 7, cx: across(week) }));
  const pad = shape("svg", { viewBox: `0 0 ${BOX.width} ${BOX.height}`, "aria-hidden": "true" }, ...grid(), ...known(), curve, ...dots);

  function grid() {
    const rows = [0, 1, 2, 3, 4].map((n) => low + ((high - low) * n) / 4);
    return [
      ...rows.map((value) => shape("path", { class: "toolkit-grid", d: `M${BOX.left} ${up(value)}h${inner.width}` })),
      ...rows.map((value) => shape("text", { x: BOX.left - 8, y: up(value) + 5, "text-anchor": "end" }, `${value}`)),
      ...weeks.map((week) => shape("text", { x: across(week), y: BOX.height - 8, "text-anchor": "middle" }, `${week}`)),
    ];
  }

  function known() {
    return panel.known.flatMap(([name, values]) => [
      shape("path", { class: "toolkit-known", d: path(values) }),
      // at the side where the curve does not come from
      shape("text", { x: across(weeks.at(-1)) - 4, y: up(values.at(-1)), dy: values.at(-2) > values.at(-1) ? "1.2em" : "-0.5em", "text-anchor": "end" }, name),
    ]);
  }

  function draw() {
    curve.setAttribute("d", path(values()));
    fields.forEach(({ field, value }, n) => {
      dots[n].setAttribute("cy", up(Number(field.value)));
      const words = `${field.value} ${unit}`;
      value.textContent = words;
      field.setAttribute("aria-valuetext", words);
    });
  }

  // Wherever the pointer goes, the nearest week follows it.
  function drag(event) {
    if (!event.buttons) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(pad.getScreenCTM().inverse());
    const distances = weeks.map((week) => Math.abs(across(week) - at.x));
    const { field } = fields[distances.indexOf(Math.min(...distances))];
    field.value = high - ((at.y - BOX.top) / inner.height) * (high - low);
    draw();
  }
  pad.addEventListener("pointerdown", (event) => {
    pad.setPointerCapture(event.pointerId);
    drag(event);
  });
  pad.addEventListener("pointermove", drag);

  // The pad is a picture; what it shows besides the curve that is drawn is told here.
  const told = panel.known.map(([name, values]) => {
    const said = weeks.map((week, n) => `${values[n]} ${unit} in week ${week}`).join(", ");
    return element("p", { className: "toolkit-hidden", textContent: `Dotted, for orientation: ${name}: ${said}.` });
  });
  const rows = element("div", { className: "toolkit-points" }, ...fields.map(({ row }) => row));
  const parts = [element("div", { className: "toolkit-pad" }, pad), ...told, rows];
  const { form, stop } = asked(model, { parts, read: values, write }, panel);
  el.append(form);
  draw();
  return stop;
}

export default widget(render);
