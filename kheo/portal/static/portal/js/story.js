// [data-rich-text="ID of a textarea"]: one writes and pastes with headings and lists; the textarea carries it as HTML.
// Without this script the textarea itself takes plain text.
import { cleaned } from "./word.js";

const plain = (text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)
  .map((line) => { const p = document.createElement("p"); p.textContent = line; return p.outerHTML; }).join("");
const isHtml = (text) => /^\s*<(p|h[1-6]|ul|ol|blockquote|hr|table|div)\b/i.test(text);

for (const box of document.querySelectorAll("[data-rich-text]")) {
  const area = document.getElementById(box.dataset.richText);
  const label = box.querySelector("label");
  const editor = document.createElement("div");
  editor.className = "rich";
  editor.contentEditable = "true";
  editor.setAttribute("role", "textbox");
  editor.setAttribute("aria-multiline", "true");
  label.id = `${area.id}_label`;
  editor.setAttribute("aria-labelledby", label.id);
  for (const name of ["aria-describedby", "aria-invalid"]) if (area.hasAttribute(name)) editor.setAttribute(name, area.getAttribute(name));
  // What the textarea holds may come from elsewhere (a draft): it is cleaned like anything pasted.
  const show = () => { editor.innerHTML = isHtml(area.value) ? cleaned(area.value) : plain(area.value); };
  const write = () => { area.value = editor.textContent.trim() ? cleaned(editor.innerHTML) : ""; held = area.value; };
  let held = area.value;

  try { document.execCommand("defaultParagraphSeparator", false, "p"); } catch { /* then lines are div, which are cleaned to p */ }
  show();
  area.hidden = true;
  editor.id = area.id; // what speaks of the field by its name leads here
  area.removeAttribute("id");
  area.after(editor);
  label.addEventListener("click", (event) => { event.preventDefault(); editor.focus(); });
  editor.addEventListener("input", write);
  editor.addEventListener("blur", write);
  editor.addEventListener("paste", (event) => {
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    if (!html && !text) return;
    event.preventDefault();
    document.execCommand("insertHTML", false, html ? cleaned(html) : plain(text));
    write();
  });
  editor.addEventListener("drop", (event) => { if (event.dataTransfer.files.length) event.preventDefault(); });
  // The saved copy was put back into the textarea (autosave.js): show it.
  area.form.addEventListener("kheo:back", () => { if (area.value !== held) { show(); held = area.value; } });
}
