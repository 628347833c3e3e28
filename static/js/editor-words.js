// The text editor names its buttons in English and asks nobody. Here they are
// said again in the page's own language, whenever the menu draws them, and get
// the mark by which css/editor.css knows their sign.

const gettext = window.gettext ?? ((words) => words);

const WORDS = new Map([
  ["bold", gettext("Bold")],
  ["italic", gettext("Italic")],
  ["blockquote", gettext("Quotation")],
  ["unordered list", gettext("Bulleted list")],
  ["ordered list", gettext("Numbered list")],
  ["horizontal rule", gettext("Dividing line")],
  ["paragraph", gettext("Paragraph")],
  ["Paragraph", gettext("Paragraph")],
  ["heading 2", gettext("Heading 2")],
  ["Heading 2", gettext("Heading 2")],
  ["heading 3", gettext("Heading 3")],
  ["Heading 3", gettext("Heading 3")],
  ["heading 4", gettext("Heading 4")],
  ["Heading 4", gettext("Heading 4")],
  ["question_mark", gettext("Kind of paragraph")],
  ["insert link", gettext("Link")],
  ["remove link", gettext("Remove link")],
  ["undo", gettext("Undo typing")],
  ["redo", gettext("Redo typing")],
]);

const say = (menu) => {
  for (const button of menu.querySelectorAll("button")) {
    if (button.matches(".material-icons:not([data-sign])")) button.dataset.sign = button.textContent;
    for (const name of ["title", "aria-label"]) {
      const words = WORDS.get(button.getAttribute(name));
      if (words) button.setAttribute(name, words);
    }
  }
  for (const option of menu.querySelectorAll(".prose-menubar__option > *")) {
    const words = WORDS.get(option.textContent);
    if (words && words !== option.textContent) option.textContent = words;
  }
};

const sayAll = () => document.querySelectorAll(".prose-menubar").forEach(say);
new MutationObserver(sayAll).observe(document.body, { childList: true, subtree: true });
sayAll();
