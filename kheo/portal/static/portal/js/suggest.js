// form[data-suggest] fills its datalist with titles while one types; without a script the form works all the same.
for (const form of document.querySelectorAll("form[data-suggest]")) {
  const input = form.querySelector("input[list]");
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (input.value.trim().length < 2) return;
    waiting = setTimeout(async () => {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(input.value)}`);
      if (!answer.ok) return;
      const { titles } = await answer.json();
      input.list.replaceChildren(...titles.map((title) => Object.assign(document.createElement("option"), { value: title })));
    }, 250);
  });
}
