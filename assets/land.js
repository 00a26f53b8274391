// Brings into view what an address ends in (#uygulama): the page is drawn after the browser has
// looked for it. What is drawn later may move it, so it is held until the page has been still for a
// while or the visitor takes over. An end that changes on the page itself is looked for as well.
(() => {
  let name = "";
  let still;
  const taken = ["wheel", "touchstart", "pointerdown", "keydown"];
  const land = () => {
    const part = document.getElementById(name);
    if (!part) return;
    for (let fold = part.closest("details"); fold; fold = fold.parentElement.closest("details"))
      fold.open = true;
    part.scrollIntoView();
    clearTimeout(still);
    still = setTimeout(end, 4000);
  };
  const observer = new MutationObserver(land);
  const end = () => {
    clearTimeout(still);
    observer.disconnect();
    for (const act of taken) removeEventListener(act, end, true);
  };
  const seek = () => {
    end();
    try { name = decodeURIComponent(location.hash.slice(1)); } catch { name = ""; }
    if (!name) return;
    observer.observe(document, { childList: true, subtree: true });
    for (const act of taken) addEventListener(act, end, true);
    land();
  };
  addEventListener("hashchange", seek);
  seek();
})();
