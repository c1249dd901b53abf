// form[data-autosave-url] saves itself a few seconds after the last change and says so in [data-autosave-said].
// Without a signal the text is kept on this device and offered back when the page is opened again.
const PAUSE = 4000;
const RETRY = 20000;
const KEEP_DAYS = 14;

const clock = () => { const now = new Date(); return `${now.getHours()}:${String(now.getMinutes()).padStart(2, "0")}`; };

function written(form) {
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  return body;
}

// Marks that the server gives anew each time are nobody's writing.
const typed = (body) => [...body].filter(([name]) => !["csrfmiddlewaretoken", "once", "seen"].includes(name));

function keep(key, body) {
  const fields = typed(body);
  try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields })); return true; } catch { return false; }
}

function kept(key) {
  try {
    const copy = JSON.parse(localStorage.getItem(key));
    if (copy && Date.now() - copy.at < KEEP_DAYS * 86400000) return copy;
    localStorage.removeItem(key);
  } catch { /* nothing kept, or nothing readable */ }
  return null;
}

function forget(key) { try { localStorage.removeItem(key); } catch { /* it was never kept */ } }

function putBack(form, fields) {
  const byName = new Map();
  for (const [name, value] of fields) byName.set(name, [...(byName.get(name) ?? []), value]);
  for (const control of form.elements) {
    if (!control.name || control.type === "file" || control.type === "hidden") continue;
    const values = byName.get(control.name) ?? [];
    if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
    else if (control.multiple) for (const option of control.options) option.selected = values.includes(option.value);
    else if (values.length) control.value = values.shift();
  }
  form.dispatchEvent(new Event("kheo:back")); // for what shows a field in another way
}

function offer(form, said, copy, again) {
  const box = document.createElement("div");
  box.className = "notice warning";
  const words = document.createElement("p");
  const when = new Date(copy.at);
  words.textContent = `Trên máy này còn bản viết lúc ${when.getHours()}:${String(when.getMinutes()).padStart(2, "0")} ngày ${when.getDate()}/${when.getMonth() + 1} chưa gửi được. `;
  const back = document.createElement("button");
  back.type = "button"; back.className = "btn"; back.textContent = "Lấy lại bản đó";
  const away = document.createElement("button");
  away.type = "button"; away.className = "btn quiet"; away.textContent = "Bỏ bản đó";
  back.addEventListener("click", () => { putBack(form, copy.fields); box.remove(); again(); });
  away.addEventListener("click", () => { forget(form.dataset.autosaveKey); box.remove(); });
  const acts = document.createElement("p");
  acts.append(back, " ", away);
  const inner = document.createElement("div");
  inner.append(words, acts);
  box.append(inner);
  (said ?? form).before(box);
}

// A page shown after sending names the form that has arrived (its data-autosave-url): its copy has done its duty.
for (const arrived of document.querySelectorAll("[data-autosave-sent]")) {
  forget(`kheo.draft.${arrived.dataset.autosaveSent}`);
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) {
  const said = form.querySelector("[data-autosave-said]");
  const key = form.dataset.autosaveKey ??= `kheo.draft.${form.dataset.autosaveUrl}`;
  let timer = 0;
  let busy = false;
  let stale = false;

  const say = (text, failed = false) => {
    if (!said) return;
    said.textContent = text;
    said.classList.toggle("failed", failed);
  };
  const later = (wait = PAUSE) => { clearTimeout(timer); timer = setTimeout(save, wait); };

  async function save() {
    if (form.dataset.sent) return;
    if (busy) { stale = true; return; }
    busy = true; stale = false;
    const body = written(form);
    try {
      const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "error" });
      if (answer.ok) {
        forget(key);
        say(`Đã lưu lúc ${clock()}`);
      } else if (answer.status === 400 || answer.status === 422) {
        keep(key, body);
        say("Chưa lưu được vì còn chỗ chưa hợp lệ; bản đang viết được giữ trên máy này.", true);
      } else if (answer.status === 403 || answer.status === 404) {
        keep(key, body);
        say("Chưa lưu được: phiên đăng nhập đã hết. Bản đang viết được giữ trên máy này; hãy đăng nhập lại.", true);
      } else throw new Error(String(answer.status));
    } catch {
      say(keep(key, body) ? "Chưa lưu được, sẽ thử lại. Bản đang viết được giữ trên máy này." : "Chưa lưu được, sẽ thử lại.", true);
      later(RETRY);
    }
    busy = false;
    if (stale) later();
  }

  form.addEventListener("input", () => later());
  form.addEventListener("change", () => later());
  form.addEventListener("submit", () => { clearTimeout(timer); keep(key, written(form)); });
  addEventListener("online", () => { if (kept(key)) later(500); });

  // A copy made at sending is only an insurance: when the same text is on the page again, nothing was lost.
  const copy = kept(key);
  if (copy) {
    const here = JSON.stringify(typed(written(form)));
    if (here === JSON.stringify(copy.fields)) forget(key);
    else offer(form, said, copy, later);
  }
}
