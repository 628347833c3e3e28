// Runs in every frame before its first script: tells the test what ran and what the policy refused.
(() => {
  const tell = (...words) => console.debug("HEARD", ...words);
  const where = () => (window.reading === undefined ? "in the page" : `in page ${window.reading}`);

  // The desk's own windows, from the plus sign beside a field, do open; they are heard all the same.
  const open = window.open;
  const isDesk = (address) => String(address).startsWith(`${window.location.origin}/admin/`);

  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    const heard = (...given) => {
      tell("ran", name, where(), given.map(String).join(", ").slice(0, 200));
      return name === "open" && isDesk(given[0]) ? open(...given) : null;
    };
    Object.defineProperty(window, name, { value: heard, configurable: true, writable: true });
  }

  document.addEventListener("securitypolicyviolation", (event) => {
    tell("policy", event.effectiveDirective, event.blockedURI, event.sample, where());
  });

  // Two frames drawn and a task done: what loading sets off (onerror, onload, autofocus, animations) has begun.
  window.settled = async () => {
    if (document.readyState !== "complete") {
      await new Promise((done) => window.addEventListener("load", done, { once: true }));
    }
    for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => setTimeout(done, 30));
  };
})();
