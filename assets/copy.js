// A click on a button with data-kbb-copy copies that text and says so for a moment.
document.addEventListener("click", async (event) => {
  const button = event.target.closest && event.target.closest("[data-kbb-copy]");
  if (!button) return;
  const text = button.dataset.kbbCopy;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure address, or within a frame, the browser copies what is selected.
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  const before = button.textContent;
  button.textContent = button.dataset.kbbDone;
  setTimeout(() => { button.textContent = before; }, 2000);
});
