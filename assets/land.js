// Brings into view what an address ends in (#uygulama), and opens the folds that it lies in: the page
// is drawn after the browser has looked for it. What is drawn later may move it, so it is held until
// the page has been still for a while or the visitor takes over.
(() => {
  const named = () => {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1)) || "-"); } catch { return null; }
  };
  const unfold = (part) => {
    for (let at = part; at; at = at.parentElement) {
      if (at.matches("details")) at.open = true;
      // A fold over charts and controls stands beside them.
      const head = at.matches('[class*="st-key-kb-part-"]') && at.querySelector(".kbb-beside");
      if (head) head.open = true;
    }
  };
  const go = () => {
    const part = named();
    if (part) { unfold(part); part.scrollIntoView(); }
    return part;
  };
  // Also where the same part is asked for again, which changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) go();
  });
  addEventListener("hashchange", go);
  if (!location.hash) return;
  let still;
  const taken = ["wheel", "touchstart", "pointerdown", "keydown"];
  const end = () => {
    observer.disconnect();
    for (const act of taken) removeEventListener(act, end, true);
  };
  const land = () => {
    if (!go()) return;
    clearTimeout(still);
    still = setTimeout(end, 4000);
  };
  const observer = new MutationObserver(land);
  observer.observe(document, { childList: true, subtree: true });
  for (const act of taken) addEventListener(act, end, true);
})();
