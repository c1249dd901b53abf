// Counts the page that <body data-count="bai:12"> names, once somebody looks at it, and fills in live figures:
// [data-views="bai:12"], [data-online="guests|members|total"], [data-site-total]. No cookie, nothing kept here.
const BEACON = "/dem/";
const FIGURES = "/dem/so/";
const AFTER = 400; // milliseconds: by then this page's own view is counted
const AT_ONCE = 60; // pages asked about in one request

const numbers = new Intl.NumberFormat("vi-VN");
const key = document.body.dataset.count;

const send = () => {
  const body = new URLSearchParams({ t: key });
  if (navigator.sendBeacon?.(BEACON, body)) return;
  fetch(BEACON, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {});
};

const fill = (selector, value) => {
  if (typeof value !== "number") return;
  for (const place of document.querySelectorAll(selector)) place.textContent = numbers.format(value);
};

const show = (figures) => {
  for (const [page, views] of Object.entries(figures.views)) fill(`[data-views="${CSS.escape(page)}"]`, views);
  for (const who of ["guests", "members", "total"]) fill(`[data-online="${who}"]`, figures[who]);
  fill("[data-site-total]", figures.site);
};

const refresh = async () => {
  const pages = [...new Set([...document.querySelectorAll("[data-views]")].map((place) => place.dataset.views))];
  if (!pages.length && !document.querySelector("[data-online], [data-site-total]")) return;
  const query = new URLSearchParams(pages.slice(0, AT_ONCE).map((page) => ["t", page]));
  try {
    const answer = await fetch(`${FIGURES}?${query}`);
    if (answer.ok) show(await answer.json());
  } catch { /* the figures that were drawn with the page stay */ }
};

const begin = () => {
  if (key) send();
  setTimeout(refresh, AFTER);
};

// A page drawn ahead of time, or opened in a tab behind, is counted when it is looked at.
if (document.visibilityState === "visible") begin();
else document.addEventListener("visibilitychange", begin, { once: true });
