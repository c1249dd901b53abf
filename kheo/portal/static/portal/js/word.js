// Pasted HTML (Word, Zalo, a web page) as what a story may hold: paragraphs, h2, h3, lists, quotes, bold, italic, links.
// Fonts, colours, sizes, comments, Word's own elements and its odd spaces go. The server cleans again (kheo/portal/html).
const HEADINGS = { H1: "h2", H2: "h2", H3: "h3", H4: "h3", H5: "h3", H6: "h3" };
const GONE = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "XML", "HEAD", "IMG", "SVG", "OBJECT", "IFRAME", "NOSCRIPT", "BUTTON", "INPUT", "SELECT", "TEXTAREA", "TEMPLATE"]);
const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN", "ASIDE", "ADDRESS", "PRE", "FIGURE", "FIGCAPTION", "DL", "DT", "DD", "CENTER", "FORM", "BODY"]);
const ROWS = new Set(["TABLE", "THEAD", "TBODY", "TFOOT", "TR", "TD", "TH", "CAPTION"]);
const LINKS = /^(https?:|mailto:|tel:)/i;
const ORDERED = /^\(?([0-9]+|[a-zđ]|[ivxl]+)[.)]/i;

// Styles are read, never applied: under another name, so that our policy has nothing to refuse.
const aside = (html) => html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
const styleOf = (node) => node.getAttribute?.("data-style") ?? "";
const isBold = (node) => ["B", "STRONG"].includes(node.tagName) ? !/font-weight:\s*(normal|400)/i.test(styleOf(node)) : /font-weight:\s*(bold|[6-9]00)/i.test(styleOf(node));
const isItalic = (node) => ["I", "EM"].includes(node.tagName) ? !/font-style:\s*normal/i.test(styleOf(node)) : /font-style:\s*italic/i.test(styleOf(node));
const isMark = (node) => /mso-list:\s*Ignore/i.test(styleOf(node));
// A list of Word is a row of paragraphs, each with its mark in a span of its own.
const listMark = (node) => node.tagName === "P" && (/mso-list:\s*l\d+/i.test(styleOf(node)) || /MsoListParagraph/.test(node.className))
  ? [...node.querySelectorAll("span")].find(isMark)?.textContent.replace(/\u00a0/g, " ").trim() : undefined;

export const isFromWord = (html) => /class="?Mso|mso-[a-z-]+:|urn:schemas-microsoft-com|<o:p/i.test(html);

export function cleaned(html, { tables = true } = {}) {
  const source = new DOMParser().parseFromString(aside(html), "text/html");
  const out = document.implementation.createHTMLDocument("");
  let block = null; // the paragraph being written
  const close = () => { block = null; };
  const place = (into) => into.list ?? into.cell ?? into.holder;

  function inlineInto(into) {
    if (into.inline) return into.inline;
    if (!block) { block = out.createElement(into.tag ?? "p"); place(into).append(block); }
    return block;
  }

  function walk(node, into) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text(child, into);
      else if (child.nodeType === Node.ELEMENT_NODE) element(child, into);
    }
  }

  function text(node, into) {
    const words = node.data.replace(/\u00ad|\u200b|\ufeff/g, "").replace(/[\s\u00a0]+/g, " ");
    if (words === " " && !into.inline && !block) return;
    let target = inlineInto(into);
    for (const [on, tag] of [[into.bold, "b"], [into.italic, "i"]]) {
      if (on && !target.closest?.(tag)) { const mark = out.createElement(tag); target.append(mark); target = mark; }
    }
    target.append(words);
  }

  function element(node, into) {
    const tag = node.tagName.toUpperCase();
    if (GONE.has(tag) || (tag.includes(":") && !node.textContent.trim()) || isMark(node)) return;
    if (tag === "BR") { if (block) block.append(out.createElement("br")); return; }
    if (tag === "HR") { close(); place(into).append(out.createElement("hr")); return; }
    if (tag === "UL" || tag === "OL") { list(node, tag.toLowerCase(), into); return; }
    if (tag === "LI") { item(node, into, "ul"); return; }
    if (tag === "BLOCKQUOTE") { close(); walk(node, { ...into, tag: "blockquote" }); close(); return; }
    if (ROWS.has(tag)) { table(node, tag, into); return; }
    if (HEADINGS[tag] || /MsoTitle/.test(node.className)) { close(); walk(node, { ...into, tag: HEADINGS[tag] ?? "h2", bold: false }); close(); return; }
    const mark = listMark(node);
    if (mark !== undefined) { item(node, into, ORDERED.test(mark) ? "ol" : "ul"); return; }
    if (BLOCKS.has(tag)) { close(); walk(node, into); close(); return; }
    if (tag === "A" && LINKS.test(node.getAttribute("href") ?? "")) { link(node, into); return; }
    const bold = into.tag?.startsWith("h") ? false : into.bold || isBold(node);
    walk(node, { ...into, bold, italic: into.italic || isItalic(node) });
  }

  function link(node, into) {
    const a = out.createElement("a");
    a.setAttribute("href", node.getAttribute("href"));
    inlineInto(into).append(a);
    walk(node, { ...into, inline: a });
  }

  function list(node, tag, into) {
    close();
    const made = out.createElement(tag);
    place(into).append(made);
    walk(node, { ...into, list: made, tag: undefined });
    close();
  }

  function item(node, into, tag) {
    close();
    let home = into.list;
    if (!home) {
      const last = place(into).lastElementChild;
      home = last?.dataset.word === tag ? last : out.createElement(tag);
      if (home !== last) { home.dataset.word = tag; place(into).append(home); }
    }
    const made = out.createElement("li");
    home.append(made);
    block = made;
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) { block ??= made; text(child, into); }
      else if (["UL", "OL"].includes(child.tagName)) list(child, child.tagName.toLowerCase(), { ...into, list: made });
      else if (["P", "DIV"].includes(child.tagName)) { if (made.textContent.trim()) made.append(out.createElement("br")); block = made; walk(child, into); }
      else if (child.nodeType === Node.ELEMENT_NODE) { block ??= made; element(child, into); }
    }
    close();
  }

  function table(node, tag, into) {
    close();
    if (!tables) { walk(node, into); close(); return; }
    const made = out.createElement(tag.toLowerCase());
    place(into).append(made);
    const inCell = ["TD", "TH", "CAPTION"].includes(tag);
    walk(node, { ...into, cell: made, list: undefined, inline: inCell ? made : undefined });
    close();
  }

  walk(source.body, { holder: out.body });
  tidy(out.body);
  return out.body.innerHTML;
}

// Marks side by side are one, ends without spaces, nothing empty.
function tidy(body) {
  body.normalize();
  for (const mark of [...body.querySelectorAll("b, i")]) {
    const before = mark.previousSibling;
    if (before?.nodeType === Node.ELEMENT_NODE && before.tagName === mark.tagName) { before.append(...mark.childNodes); mark.remove(); }
  }
  body.normalize();
  for (const block of [...body.querySelectorAll("p, h2, h3, li, blockquote, td, th")]) {
    trim(block, "firstChild", /^\s+/);
    trim(block, "lastChild", /\s+$/);
  }
  for (const each of [...body.querySelectorAll("p, h2, h3, li, blockquote, a, b, i, ul, ol, table")].reverse()) {
    if (!each.textContent.trim()) each.replaceWith(...(["B", "I", "A"].includes(each.tagName) ? [each.textContent] : []));
  }
  for (const each of body.querySelectorAll("[data-word]")) each.removeAttribute("data-word");
}

function trim(block, end, pattern) {
  let node = block[end];
  while (node?.nodeType === Node.ELEMENT_NODE && node.tagName === "BR") { node.remove(); node = block[end]; }
  while (node?.nodeType === Node.ELEMENT_NODE && ["B", "I", "A"].includes(node.tagName)) node = node[end];
  if (node?.nodeType === Node.TEXT_NODE) node.data = node.data.replace(pattern, "");
}
