// Classic and deferred: starts the page's code when the outline of index.html is on the screen, which thus never waits
// for it. scripts/paint-first.ts puts this in the place of the module's own script.
(function () {
  var main = document.currentScript.dataset.main;
  var started = false;
  function start() {
    if (started) return;
    started = true;
    void import(main);
  }
  try {
    new PerformanceObserver(start).observe({ type: 'paint', buffered: true });
  } catch {
    // A browser that does not tell: the time below is enough.
  }
  // A page that nobody sees is not painted.
  setTimeout(start, document.hidden ? 0 : 250);
})();
