// The device's own sheet, where the browser has one, for a button with data-kbb-share (the text),
// data-kbb-title and data-kbb-address; the style sheet hides such buttons elsewhere. Escape shuts what
// is open at a figure's title.
(() => {
  if (navigator.share) document.documentElement.classList.add("kbb-can-share");
  document.addEventListener("click", async (event) => {
    const button = event.target.closest && event.target.closest("[data-kbb-share]");
    if (!button) return;
    const { kbbShare: text, kbbTitle: title, kbbAddress: url } = button.dataset;
    try {
      await navigator.share({ title, text, url });
    } catch (error) {
      // Shut again by the visitor; where a frame forbids sheets, the address is copied instead.
      if (error.name === "AbortError") return;
      button.closest(".kbb-share-ways").querySelector("[data-kbb-copy]").click();
    }
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && event.target.closest && event.target.closest(".kbb-share[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
})();
