// A formset that grows: [data-rows="prefix"] holds [data-rows-list], <template data-rows-new> (with __prefix__) and a [data-rows-add] button.
for (const box of document.querySelectorAll("[data-rows]")) {
  const total = box.querySelector(`[name="${box.dataset.rows}-TOTAL_FORMS"]`);
  const most = Number(box.querySelector(`[name="${box.dataset.rows}-MAX_NUM_FORMS"]`)?.value || 1000);
  const list = box.querySelector("[data-rows-list]");
  const blank = box.querySelector("template[data-rows-new]");
  const add = box.querySelector("[data-rows-add]");
  add.hidden = false;

  add.addEventListener("click", () => {
    const at = Number(total.value);
    if (at >= most) return;
    list.insertAdjacentHTML("beforeend", blank.innerHTML.replaceAll("__prefix__", String(at)));
    total.value = String(at + 1);
    add.hidden = at + 1 >= most;
    list.lastElementChild.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });

  // Taking a row away ticks its DELETE box, so the server hears of it; the numbers of the others stay.
  box.addEventListener("click", (event) => {
    const drop = event.target.closest("[data-rows-drop]");
    if (!drop) return;
    const row = drop.closest(".rows-one");
    const tick = row.querySelector('[name$="-DELETE"]');
    if (tick) tick.checked = true;
    row.classList.add("gone");
    for (const must of row.querySelectorAll("[required]")) must.required = false;
    add.focus();
  });
}
