// [data-choose] finds rows while one types and puts the chosen one into its list as a ticked box.
const found = new Map();

async function look(box, input) {
  const answer = await fetch(`${box.dataset.choose}?q=${encodeURIComponent(input.value)}`);
  if (!answer.ok) return;
  const { rows } = await answer.json();
  for (const [key, name] of rows) found.set(name, key);
  input.list.replaceChildren(...rows.map(([, name]) => Object.assign(document.createElement("option"), { value: name })));
}

function take(box, input) {
  const key = found.get(input.value);
  if (!key || box.querySelector(`input[value="${key}"]`)) return;
  const item = document.createElement("li"), label = document.createElement("label");
  const tick = Object.assign(document.createElement("input"), { type: "checkbox", name: box.dataset.name, value: key, checked: true });
  label.append(tick, ` ${input.value}`);
  item.append(label);
  box.querySelector("ul").append(item);
  input.value = "";
  tick.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  const box = event.target.closest?.("[data-choose]");
  if (!box || !event.target.list) return;
  take(box, event.target);
  clearTimeout(box.waiting);
  if (event.target.value.trim().length > 1) box.waiting = setTimeout(() => look(box, event.target), 250);
});
