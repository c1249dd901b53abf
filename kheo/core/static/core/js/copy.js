// [data-copy="address"] copies that address (this page when empty), [data-copy-text] its own words, and says so beside the button.
addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-text]");
  if (!button) return;
  event.preventDefault();
  const said = button.parentElement.querySelector("[data-copy-said]");
  try {
    await navigator.clipboard.writeText(button.dataset.copyText ?? new URL(button.dataset.copy || location.href, location.href).href);
    if (said) said.textContent = "Đã sao chép";
  } catch {
    if (said) said.textContent = "Máy này không cho sao chép; hãy chép từ thanh địa chỉ.";
  }
});
