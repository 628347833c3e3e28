// What is words in a form of the desk, and whether two of them say the same.

const KINDS = "input[type=text], input[type=url], input[type=email], textarea";
const NOT_WORDS = "[readonly], [disabled], .vDateField, .vTimeField, [name=reason]";
const GOES_ALONG = ["once", "base"]; // which new story, or which state of an old one, was written on

const named = (form, name) => [...form.elements].find((field) => field.name === name);

export const fields = (form) =>
  [...form.elements].filter((field) => field.name && field.matches(KINDS) && !field.matches(NOT_WORDS));

export const label = (field) => field.labels?.[0]?.textContent.trim().replace(/:$/, "") || field.name;

const isProse = (field) => field.matches("[data-django-prose-editor-configurable]");

const shape = (node) =>
  [...node.childNodes]
    .map((child) => {
      if (child.nodeType === Node.TEXT_NODE) return child.data.replace(/\s+/g, " ");
      if (child.nodeType !== Node.ELEMENT_NODE) return "";
      return `<${child.localName} ${child.getAttribute("href") ?? ""}>${shape(child)}</>`;
    })
    .join("");

// The editor and the cleaning of the newsroom write the same text a little differently.
const prose = (html) =>
  shape(new DOMParser().parseFromString(html, "text/html").body)
    .replace(/\s*(<[^>]*>)\s*/g, "$1")
    .replace(/<p ><\/>/g, "");

const lines = (text) =>
  text
    .split(/\n/)
    .map((line) => line.trim().replace(/\s+/g, " "))
    .filter(Boolean)
    .sort() // tags come back in another order
    .join("\n");

export const isSame = (field, one, other) => {
  const plain = isProse(field) ? prose : lines;
  return one === other || plain(one) === plain(other);
};

export const asText = (field, value) => {
  if (!isProse(field)) return value;
  const { body } = new DOMParser().parseFromString(value.replace(/<\/(p|h\d|li|blockquote)>/g, "$& "), "text/html");
  return body.textContent.trim();
};

// name → value of each field that says something else than it did when the newsroom sent it, or is in `carried`.
export const changed = (form, carried) =>
  Object.fromEntries(
    fields(form)
      .filter((field) => carried.has(field.name) || !isSame(field, field.value, field.defaultValue))
      .map((field) => [field.name, field.value]),
  );

// The fields that say something else than `words`: in the form now ("value"), or as the newsroom sent it ("defaultValue").
export const differing = (form, words, where) =>
  fields(form).filter((field) => field.name in words && !isSame(field, field[where], words[field.name]));

export const goingAlong = (form) =>
  Object.fromEntries(GOES_ALONG.map((name) => [name, named(form, name)?.value]).filter(([, value]) => value));

const editorOf = (field) => field.closest(".prose-editor")?.querySelector(".tiptap")?.editor;

// One step back in the browser, and the plain field has its text again, but the editor does not know.
export const showWhatCameBack = (form) => {
  for (const field of fields(form)) {
    const editor = editorOf(field);
    if (editor && !isSame(field, editor.getHTML(), field.value)) editor.commands.setContent(field.value);
  }
};

export const fill = (form, { words, along }) => {
  for (const field of fields(form)) {
    if (!(field.name in words)) continue;
    const editor = editorOf(field);
    if (editor) {
      editor.commands.setContent(words[field.name]);
    } else {
      field.value = words[field.name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  for (const [name, value] of Object.entries(along)) {
    const field = named(form, name);
    if (field) field.value = value;
  }
};
