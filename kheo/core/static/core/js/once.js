// A form is sent once: the second press does nothing. The server refuses doubles too; this only spares the worry.
addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "get" || form.dataset.many !== undefined) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  // After this turn, so that the pressed button's own name and value still travel.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button[type=submit], button:not([type])")) {
      button.setAttribute("aria-disabled", "true");
      if (button === event.submitter && button.dataset.busy) button.textContent = button.dataset.busy;
    }
  });
});

// Coming back by the Back key shows the page as it was left: let it be sent again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled=true]")) button.removeAttribute("aria-disabled");
  }
});
