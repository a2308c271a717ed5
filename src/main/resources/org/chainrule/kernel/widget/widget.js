// Sliders, choices and buttons, and below them what depends on them: the kernel sends that as HTML after each change.

// Unique in the page: every widget has a copy of this module.
function newId() {
  return `chainrule-${Math.random().toString(36).slice(2)}`;
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function setValue(model, index, value) {
  const values = [...model.get("values")];
  values[index] = value;
  model.set("values", values);
  model.save_changes();
}

// Like Java's text of the number, but for the noise of the last bits.
function text(number) {
  return String(Number(number.toPrecision(6))).replace("-", "−");
}

function slider(model, control, index) {
  const id = newId();
  const { from, to, step } = control;
  const input = element("input", { type: "range", id, min: from, max: to, step });
  const output = element("output", { for: id });
  const show = () => {
    const value = model.get("values")[index];
    if (document.activeElement !== input || Number(input.value) !== value) {
      input.value = value;
    }
    output.textContent = text(value);
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", () => setValue(model, index, Number(input.value)));
  model.on("change:values", show);
  show();
  return [element("label", { for: id }, control.label), input, output];
}

function choice(model, control, index) {
  const id = newId();
  const options = control.options.map((option, value) => element("option", { value }, option));
  const select = element("select", { id }, ...options);
  const show = () => {
    select.value = String(model.get("values")[index]);
  };
  select.addEventListener("change", () => setValue(model, index, Number(select.value)));
  model.on("change:values", show);
  show();
  return [element("label", { for: id }, control.label), select, element("span")];
}

function button(model, control, index) {
  const press = element("button", { type: "button" }, control.label);
  press.addEventListener("click", () => model.send({ press: index }));
  return [element("span"), press, element("span")];
}

// Exchanged at once when the pictures are ready, so that nothing jumps; unless something newer has come meanwhile.
async function draw(model, area) {
  const views = model.get("views");
  const next = element("div");
  next.innerHTML = views.map((view) => `<div>${view}</div>`).join("");
  await Promise.all([...next.querySelectorAll("img")].map((image) => image.decode().catch(() => {})));
  if (views === model.get("views")) {
    area.replaceChildren(...next.childNodes);
  }
}

// The notebook would take the arrow keys away from the sliders; what is pressed with Ctrl, and Escape, is for it. Notebook 7
// takes keys before they come to the page's elements, so it has to be told before, by the attribute that it looks for.
function keepKeys(el) {
  const tell = ({ target, ctrlKey, metaKey, altKey, key }) => {
    if (el.contains(target)) {
      const isOurs = !ctrlKey && !metaKey && !altKey && key !== "Escape";
      target.toggleAttribute("data-lm-suppress-shortcuts", isOurs);
    }
  };
  window.addEventListener("keydown", tell, true);
  return () => window.removeEventListener("keydown", tell, true);
}

async function render({ model, el }) {
  const kinds = { slider, choice, button };
  const controls = element("div", { class: "chainrule-controls" });
  model.get("controls").forEach((control, index) => controls.append(...kinds[control.kind](model, control, index)));
  // the notebook's styles for tables
  const area = element("div", { class: "chainrule-views jp-RenderedHTMLCommon jp-RenderedHTML" });
  el.classList.add("chainrule-widget");
  el.append(controls, area);
  model.on("change:views", () => draw(model, area));
  const leave = keepKeys(el);
  await draw(model, area);
  return leave;
}

export default { render };
