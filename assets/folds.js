// A click on a button with data-kbb-folds opens the folds beside it, or shuts them where all of them
// are open; its words are those of what the next click does.
document.addEventListener("click", (event) => {
  const button = event.target.closest && event.target.closest("[data-kbb-folds]");
  if (!button) return;
  const folds = [...button.parentElement.querySelectorAll(":scope > details")];
  const opens = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = opens;
  button.textContent = opens ? button.dataset.kbbShut : button.dataset.kbbFolds;
});
