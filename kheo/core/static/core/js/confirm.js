// <details data-confirm>: "Thôi" folds it again; opening it puts the cursor where the reason is asked.
for (const box of document.querySelectorAll("[data-confirm]")) {
  box.addEventListener("toggle", () => { if (box.open) box.querySelector("textarea, input:not([type=hidden])")?.focus(); });
  box.querySelector("[data-confirm-cancel]")?.addEventListener("click", () => {
    box.open = false;
    box.querySelector("summary").focus();
  });
}
