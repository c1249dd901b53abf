// A file field speaks our language whatever the browser's: a button "Chọn tệp" and the names chosen beside it.
for (const input of document.querySelectorAll("input[type=file]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = input.multiple ? "Chọn các tệp" : "Chọn tệp";
  // The field itself keeps the keyboard and the screen reader; the button only serves the eye and the finger.
  button.tabIndex = -1;
  button.setAttribute("aria-hidden", "true");
  const names = document.createElement("span");
  names.setAttribute("aria-hidden", "true");
  const picker = document.createElement("div");
  picker.className = "picker";
  const show = () => { names.textContent = [...input.files].map((file) => file.name).join(", ") || "Chưa chọn tệp nào"; };

  input.before(picker);
  picker.append(input, button, names);
  input.classList.add("unseen");
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => setTimeout(show));
  show();
}
