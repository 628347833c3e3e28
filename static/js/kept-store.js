// Words of the desk in this browser's own database, one entry a page load, numbered "<person>.<chance>". An entry is on
// the disk when its promise is kept: it outlives a crash and a cut. Where the browser forbids that, or has no room
// left, the promise is broken and whoever asked says so.

const STORE = "words";
const DAYS = 14;
let opened;

const database = () =>
  (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("humas-meja", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "number" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }));

const work = async (mode, act) => {
  const transaction = (await database()).transaction(STORE, mode, { durability: "strict" });
  const request = act(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
  });
};

const of = (person) => IDBKeyRange.bound(`${person}.`, `${person}.~`);

export const put = (entry) => work("readwrite", (store) => store.put(entry));
export const take = (number) => work("readonly", (store) => store.get(number));
export const remove = (number) => work("readwrite", (store) => store.delete(number));
export const forget = (person) => work("readwrite", (store) => store.delete(of(person)));

// What this person left behind, newest first. Nobody's words stay longer than fourteen days.
export const left = async (person) => {
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  const all = await work("readonly", (store) => store.getAll());
  for (const { number, at } of all) if (at < oldest) await remove(number);
  return all
    .filter(({ number, at }) => number.startsWith(`${person}.`) && at >= oldest)
    .sort((one, other) => other.at - one.at);
};
