// Without this file the link simply opens. With it, this page is not left behind in the history,
// and Escape pressed twice within a second leaves too.
(() => {
  const way = document.querySelector("[data-leave]");
  if (!way) return;
  let last = -Infinity;
  const go = () => {
    document.documentElement.hidden = true;
    window.location.replace(way.href);
  };
  way.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.timeStamp - last < 1000) go();
    last = event.timeStamp;
  });
})();
