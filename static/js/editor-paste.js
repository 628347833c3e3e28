// What is pasted from Google Docs or Word says much of its layout in style attributes. The page's policy keeps the
// browser from reading those: what only a style makes bold would be lost, and all that stands in the <b> which Google
// makes plain by a style would become bold. So styles are turned into the elements they mean before the editor, or
// the policy, sees the text.

const SHEET = /<style\b[\s\S]*?(?:<\/style\s*>|$)/gi;
const TAG = /<[a-z][^>]*>/gi;
const UNREADABLE = /([\s"'])(style|on[a-z]+)(?=\s*=)/gi;

const isBold = (weight) => weight === "bold" || Number(weight) >= 600;
const isPlain = (weight) => weight === "normal" || Number(weight) < 600;

const within = (element, name) => {
  const inner = element.ownerDocument.createElement(name);
  inner.append(...element.childNodes);
  element.append(inner);
};

const readable = (html) => {
  const quiet = html.replace(SHEET, "").replace(TAG, (tag) => tag.replace(UNREADABLE, "$1data-$2"));
  const pasted = new DOMParser().parseFromString(quiet, "text/html");
  for (const element of pasted.querySelectorAll("[data-style]")) {
    const { style } = document.createElement("span");
    style.cssText = element.dataset.style;
    const { fontStyle, fontWeight } = style;
    const isUndone =
      (element.matches("b, strong") && fontWeight && isPlain(fontWeight)) ||
      (element.matches("i, em") && fontStyle === "normal");
    if (isUndone) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    if (isBold(fontWeight) && !element.matches("b, strong, h1, h2, h3, h4, h5, h6")) within(element, "strong");
    if (fontStyle === "italic" && !element.matches("i, em")) within(element, "em");
  }
  return pasted.body.innerHTML;
};

document.addEventListener("prose-editor:ready", ({ detail: { editor } }) => {
  editor.view.setProps({ transformPastedHTML: readable });
});
