// The button beside a text that is there to be sent on. Without this script it is marked and copied by hand.

const byHand = (field) => {
  field.focus();
  field.select();
  try {
    return document.execCommand("copy"); // where the newsroom has no https, this is all a browser offers
  } catch {
    return false;
  }
};

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    let isDone = false;
    try {
      await navigator.clipboard.writeText(field.value);
      isDone = true;
    } catch {
      isDone = byHand(field);
    }
    told.textContent = isDone ? button.dataset.done : button.dataset.failed;
  });
}
