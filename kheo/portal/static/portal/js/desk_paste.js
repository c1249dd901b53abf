// The newsroom's editor keeps what an article may hold; before it looks, Word's odd spaces, empty lines and large
// headings are put right here, as in Gửi tin bài.
import { cleaned } from "./word.js";

const OWN = /data-draftjs-conductor-fragment|data-offset-key|data-editor=/; // copied out of this very editor
const ours = new WeakSet();

document.addEventListener("paste", (event) => {
  const html = event.clipboardData?.getData("text/html");
  if (!html || ours.has(event) || OWN.test(html) || !event.target.closest?.(".public-DraftEditor-content")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const held = new DataTransfer();
  held.setData("text/html", cleaned(html, { tables: false }));
  held.setData("text/plain", event.clipboardData.getData("text/plain"));
  const again = new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true });
  ours.add(again);
  event.target.dispatchEvent(again);
}, true);
