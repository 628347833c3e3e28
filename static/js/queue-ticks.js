// Ticking several: how many are chosen, and all at once.

const boxes = () => [...document.querySelectorAll(".queue-tick input")];

export const ticks = () => boxes().filter((box) => box.checked).map((box) => box.value);

// Those that are still in the list when another comment of it was opened.
export const tick = (numbers) => {
  for (const box of boxes()) box.checked = numbers.includes(box.value);
};

export const count = () => {
  const label = document.querySelector(".queue-chosen");
  if (!label) return;
  const chosen = ticks().length;
  label.hidden = chosen === 0;
  label.textContent = label.dataset.said.replace("0", chosen);
  label.nextElementSibling.hidden = chosen > 0;
  document.querySelector(".queue-all").hidden = false;
};

export const tickAll = () => {
  const isAll = boxes().every((box) => box.checked);
  for (const box of boxes()) box.checked = !isAll;
  count();
};
