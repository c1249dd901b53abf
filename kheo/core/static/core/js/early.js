// Runs before the first paint: what the reader chose last time (size, contrast, scheme), so the page never flashes.
(() => {
  const root = document.documentElement;
  root.classList.remove("no-js");
  try {
    for (const aid of ["size", "contrast", "scheme"]) {
      const chosen = localStorage.getItem("kheo." + aid);
      if (chosen) root.dataset[aid] = chosen;
    }
  } catch { /* a browser that keeps nothing still shows the page */ }
  if (!root.dataset.contrast && matchMedia("(prefers-contrast: more)").matches) root.dataset.contrast = "more";
})();
