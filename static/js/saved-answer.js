// A saved answer goes into the form as soon as it is chosen, where the cursor is. Without this script a button does it.

for (const select of document.querySelectorAll("select[data-into]")) {
  const field = document.getElementById(select.dataset.into);
  const button = select.parentElement.querySelector("button");
  button.hidden = true;
  select.addEventListener("change", () => {
    const words = select.selectedOptions[0].dataset.words;
    if (!words) {
      return;
    }
    field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
    select.value = "";
  });
}
