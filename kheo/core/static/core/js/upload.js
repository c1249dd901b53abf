// [data-upload] sends files in pieces of 1 MB and goes on where it stopped.
// Server: POST {url} {id,name,size} -> 201; HEAD {url}{id}/ -> Upload-Offset; PATCH {url}{id}/ -> 204 with Upload-Offset.
// When a file is whole on the server, a hidden input named data-upload-name carries its id.
const PIECE = 1024 * 1024;
const WAITS = [1000, 2000, 4000, 8000, 15000, 30000];
const PASSING = new Set([408, 409, 429]); // worth asking again: slow, out of step, too many at once
const REFUSED = {
  403: "không được phép gửi tệp ở đây; hãy đăng nhập lại",
  404: "phần đã gửi không còn trên máy chủ; hãy chọn lại tệp",
  413: "tệp lớn quá mức cho phép",
  415: "loại tệp này không nhận được",
  422: "tệp không nhận được",
};

const token = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value
  ?? JSON.parse(document.body.getAttribute("hx-headers") ?? "{}")["X-CSRFToken"] ?? "";
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const megabytes = (bytes) => (bytes / 1048576).toLocaleString("vi-VN", { maximumFractionDigits: 1 });

// randomUUID is missing on plain http: a closed office network has no certificate.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

class Refused extends Error {}

async function ask(address, options) {
  const answer = await fetch(address, { credentials: "same-origin", redirect: "manual", ...options, headers: { "X-CSRFToken": token(), ...options.headers } });
  if (answer.ok) return answer;
  // The only way on from here leads to the sign-in page.
  if (answer.type === "opaqueredirect") throw new Refused("phiên làm việc đã hết; hãy đăng nhập lại ở thẻ khác, rồi tải lại trang và chọn lại tệp");
  if (answer.status >= 400 && answer.status < 500 && !PASSING.has(answer.status)) {
    const why = answer.headers.get("Content-Type")?.includes("json") ? (await answer.json()).error : "";
    throw new Refused(why || REFUSED[answer.status] || "máy chủ không nhận tệp này");
  }
  throw new Error(String(answer.status));
}

async function send(file, url, id, tell) {
  const address = `${url}${id}/`;
  let offset = -1;
  for (let failures = 0; ; ) {
    try {
      if (offset < 0) {
        const opened = await ask(url, { method: "POST", body: JSON.stringify({ id, name: file.name, size: file.size }), headers: { "Content-Type": "application/json" } });
        // Asking twice for the same id is no error: the answer says how much is there already.
        offset = Number(opened.headers.get("Upload-Offset") ?? 0);
      } else if (failures) {
        offset = Number((await ask(address, { method: "HEAD" })).headers.get("Upload-Offset"));
      }
      while (offset < file.size) {
        tell(offset);
        const answer = await ask(address, {
          method: "PATCH",
          body: file.slice(offset, offset + PIECE),
          headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset), "Upload-Length": String(file.size) },
        });
        offset = Number(answer.headers.get("Upload-Offset") ?? offset + PIECE);
        failures = 0;
      }
      return;
    } catch (trouble) {
      if (trouble instanceof Refused || failures >= WAITS.length) throw trouble;
      tell(Math.max(0, offset), "Mất kết nối, đang thử gửi tiếp");
      await rest(WAITS[failures++]);
    }
  }
}

function line(list, file) {
  const row = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = file.name;
  const drop = document.createElement("button");
  drop.type = "button"; drop.className = "btn quiet"; drop.textContent = "Bỏ";
  drop.setAttribute("aria-label", `Bỏ tệp ${file.name}`);
  const bar = document.createElement("progress");
  bar.max = file.size || 1; bar.value = 0;
  bar.setAttribute("aria-label", `Đang gửi ${file.name}`);
  const note = document.createElement("p");
  const mark = document.createElement("span");
  row.append(mark, name, drop, bar, note);
  list.append(row);
  return { row, bar, note, drop };
}

for (const box of document.querySelectorAll("[data-upload]")) {
  const { uploadUrl, uploadName } = box.dataset;
  const picker = box.querySelector("input[type=file]");
  const list = box.querySelector("[data-upload-list]");
  const said = box.querySelector("[data-upload-said]");
  let going = 0;

  async function start(file) {
    const { row, bar, note, drop } = line(list, file);
    const id = newId();
    going += 1;
    drop.addEventListener("click", () => { row.remove(); picker.focus(); });
    const run = async () => {
      row.classList.remove("failed");
      try {
        await send(file, uploadUrl, id, (offset, words) => {
          bar.value = offset;
          note.textContent = words ?? `${megabytes(offset)} trên ${megabytes(file.size)} MB`;
        });
        bar.remove();
        note.textContent = `Đã gửi xong, ${megabytes(file.size)} MB`;
        const carry = document.createElement("input");
        carry.type = "hidden"; carry.name = uploadName; carry.value = id;
        row.append(carry);
        said.textContent = `Đã gửi xong ${file.name}`;
        row.dispatchEvent(new Event("change", { bubbles: true }));
      } catch (trouble) {
        row.classList.add("failed");
        note.textContent = trouble instanceof Refused
          ? `Chưa gửi được: ${trouble.message}.`
          : "Chưa gửi được vì mất kết nối. ";
        said.textContent = `Chưa gửi được ${file.name}`;
        if (!(trouble instanceof Refused)) {
          const again = document.createElement("button");
          again.type = "button"; again.className = "btn quiet"; again.textContent = "Gửi tiếp";
          again.addEventListener("click", () => { going += 1; run(); });
          note.append(again);
        }
      }
      going -= 1;
    };
    await run();
  }

  async function take(files) {
    // One after another: on a weak signal two at once both fail.
    for (const file of files) await start(file);
  }

  picker.addEventListener("change", () => { const files = [...picker.files]; picker.value = ""; take(files); });
  box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("over"); });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => { event.preventDefault(); box.classList.remove("over"); take([...event.dataTransfer.files]); });
  addEventListener("beforeunload", (event) => { if (going) event.preventDefault(); });
}
