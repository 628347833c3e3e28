// Tells the newsroom how many whole seconds the form was open, and keeps an
// impatient second tap from sending the reply twice. The form works without it.

const form = document.querySelector("#balasan");

if (form) {
  const button = form.querySelector("[type=submit]");
  const opened = performance.now();
  const release = () => button.removeAttribute("aria-disabled");

  form.addEventListener("submit", (event) => {
    if (button.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
      return;
    }
    form.elements.t.value = Math.floor((performance.now() - opened) / 1000);
    button.setAttribute("aria-disabled", "true");
    // A stopped request leaves the page standing: the button must come back.
    setTimeout(release, 15_000);
  });

  // Going back may bring the page out of the browser's memory as it was left.
  window.addEventListener("pageshow", release);
}
