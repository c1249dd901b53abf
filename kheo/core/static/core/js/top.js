// [data-top] shows itself once there is somewhere to go back to, and takes the focus along with the page.
const button = document.querySelector("[data-top]");
if (button) {
  const settle = () => { button.hidden = scrollY < innerHeight; };
  addEventListener("scroll", settle, { passive: true });
  settle();
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top: 0, behavior: still ? "auto" : "smooth" });
    document.getElementById("noi-dung")?.focus({ preventScroll: true });
  });
}
