// Classic and blocking: the first paint already has the right theme. The key is that of src/state/settings-store.ts.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('invoke-console.theme');
  } catch {
    // Storage is blocked: the theme of the system.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
