// On a receipt: this browser remembers its address, and lets go of the words that have arrived.

import { arrived } from "./reply-kept.js";
import { remember } from "./reply-own.js";

const receipt = document.querySelector("[data-tanda-terima]");

if (receipt) {
  remember(receipt);
  arrived(receipt.dataset.berita);
}
