// Fields that a script draws in place of another have no label of their own. Here
// they get that of the field they stand for, whenever they are drawn.

const labelOf = (field) => {
  const label = document.querySelector(`label[for="${field.id}"]`);
  if (label) label.id ||= `${field.id}-label`;
  return label?.id;
};

const nameEditor = (text) => {
  const field = text.closest(".prose-editor")?.querySelector("textarea[id]");
  const label = field && labelOf(field);
  if (!label) return;
  text.setAttribute("aria-labelledby", label);
  text.setAttribute("aria-multiline", "true");
};

const nameSelect = (box) => {
  const field = box.closest(".select2-container").previousElementSibling;
  const label = field?.id && labelOf(field);
  const chosen = box.querySelector(".select2-selection__rendered");
  if (!label || !chosen) return;
  // It calls itself a text field, and is what was chosen.
  chosen.removeAttribute("role");
  chosen.removeAttribute("aria-readonly");
  box.setAttribute("aria-labelledby", `${label} ${chosen.id}`);
};

const nameAll = () => {
  document.querySelectorAll(".ProseMirror[contenteditable]:not([aria-labelledby])").forEach(nameEditor);
  document.querySelectorAll(".select2-selection:has([role=textbox])").forEach(nameSelect);
};

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
