// The reader's switches: [data-aid="size|contrast|scheme"] holds buttons whose value goes to <html data-…>.
const root = document.documentElement;

function remember(aid, value) {
  try {
    if (value) localStorage.setItem("kheo." + aid, value);
    else localStorage.removeItem("kheo." + aid);
  } catch { /* private windows keep nothing; the choice still holds on this page */ }
}

function show(aid) {
  const chosen = root.dataset[aid] ?? "";
  for (const button of document.querySelectorAll(`[data-aid="${aid}"] button`)) {
    button.setAttribute("aria-pressed", String(button.value === chosen));
  }
}

for (const group of document.querySelectorAll("[data-aid]")) {
  const { aid } = group.dataset;
  show(aid);
  group.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.value) root.dataset[aid] = button.value;
    else delete root.dataset[aid];
    remember(aid, button.value);
    show(aid);
  });
}
