// Tells the page around this frame how high it is, as AMP's embeds do:
// {sentinel: "amp", type: "embed-size", height: <pixels>}. Works without: the frame then scrolls.
(() => {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last || window.parent === window) return;
    last = height;
    window.parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("load", tell);
  document.addEventListener("toggle", tell, true);
  // The host may choose the scheme at any time: {type: "kbb-theme", theme: "acik" | "koyu" | "oto"}.
  addEventListener("message", (event) => {
    const data = event.data || {};
    if (data.type === "kbb-theme" && ["acik", "koyu", "oto"].includes(data.theme))
      document.documentElement.dataset.tema = data.theme;
  });
})();
