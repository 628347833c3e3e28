// Name, email and website for the next comment: in this browser alone, only where the reader ticks for it, never sent.

import { drop, element, put, take, word } from "./reply-store.js";

const WRITER = "penulis";

// → a function for the moment of sending: keeps, or forgets.
export const rememberWriter = (form) => {
  const { name, email, website } = form.elements;
  const fields = [name, email, website].filter(Boolean);
  const box = Object.assign(document.createElement("input"), { type: "checkbox" });
  const label = element("label", "reply-remember");
  label.append(box, element("span", "", word("remember")));
  form.querySelector("[type=submit]").before(label);

  const kept = take(WRITER);
  box.checked = Boolean(kept);
  if (kept && fields.every((field) => !field.value)) {
    for (const field of fields) field.value = kept[field.name] ?? "";
  }

  return () => {
    const now = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    if (box.checked) put(WRITER, { ...take(WRITER), ...now });
    else drop(WRITER);
  };
};
