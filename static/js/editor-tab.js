// Tab goes on to the next field wherever the caret is, Shift and Tab to the one before. In a list the editor would
// move the item in, or take it out of its list, under the hands of those who only pass by.

const passBy = (event) => {
  if (event.key === "Tab" && event.target.closest(".ProseMirror")) event.stopPropagation();
};

document.addEventListener("keydown", passBy, true);
