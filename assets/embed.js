// Tells the page around this frame how high it is, as AMP's embeds do:
// {sentinel: "amp", type: "embed-size", height: <pixels>}; to a WordPress that has put a secret into the
// frame's address, as its own embeds do. Works without: the frame then scrolls.
(() => {
  const secret = (/[#?&]secret=([0-9A-Za-z]+)/.exec(location.hash) || [])[1];
  const say = (message) => window.parent.postMessage(message, "*");
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last || window.parent === window) return;
    last = height;
    say({ sentinel: "amp", type: "embed-size", height });
    if (secret) say({ message: "height", value: height, secret });
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("load", tell);
  document.addEventListener("toggle", tell, true);
  addEventListener("message", (event) => {
    const data = event.data || {};
    // The host may choose the scheme at any time: {type: "kbb-theme", theme: "acik" | "koyu" | "oto"}.
    if (data.type === "kbb-theme" && ["acik", "koyu", "oto"].includes(data.theme))
      document.documentElement.dataset.tema = data.theme;
    // A host that listens late asks again: {type: "kbb-size"}; WordPress: {message: "ready"}.
    if (data.type === "kbb-size" || (secret && data.message === "ready" && data.secret === secret)) {
      last = 0;
      tell();
    }
  });
  // WordPress's frames open no window of their own: it goes where it is told.
  if (secret)
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link) return;
      event.preventDefault();
      say({ message: "link", value: link.href, secret });
    });
})();
