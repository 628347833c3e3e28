// What somebody else wrote meanwhile, put into the writer's own form by a press. Nothing is
// saved by it; without this the words are there to be copied by hand.

const said = document.querySelector(".conflict-said");
const form = document.querySelector("#article_form");
const editorOf = (field) => field?.closest(".prose-editor")?.querySelector(".tiptap")?.editor;

const settle = (words) => words.replace(/\s+/g, " ").trim();

// Where in the editor's text a paragraph with these words begins and ends.
const place = (editor, words) => {
  let found = null;
  editor.state.doc.descendants((node, at) => {
    if (!found && node.isTextblock && settle(node.textBetween(0, node.content.size, "\n", "\n")) === settle(words)) {
      found = { from: at, to: at + node.nodeSize, node };
    }
    return !found;
  });
  return found;
};

const takeParagraph = (button) => {
  const { paragraph, mine, after } = button.dataset;
  const editor = editorOf(form.elements.body);
  if (!editor) return false;
  if (mine) {
    const here = place(editor, mine);
    if (!here) return false;
    const { from, to } = here;
    return paragraph
      ? editor.chain().insertContentAt({ from, to }, paragraph).run()
      : editor.chain().deleteRange({ from, to }).run();
  }
  const before = after ? place(editor, after) : { to: 0 };
  return before ? editor.chain().insertContentAt(before.to, paragraph).run() : false;
};

const takeField = (button) => {
  const field = form.elements[button.dataset.field];
  const words = document.getElementById(button.dataset.copy).value;
  const editor = editorOf(field);
  if (editor) return editor.commands.setContent(words, { emitUpdate: true });
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
};

for (const button of document.querySelectorAll(".conflict-take")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const isTaken = button.dataset.field ? takeField(button) : takeParagraph(button);
    said.textContent = isTaken ? said.dataset.done : said.dataset.missing;
    button.setAttribute("aria-pressed", String(isTaken));
    if (isTaken) button.disabled = true;
  });
}
