/**
 * Fetches the code of widgets that only come when asked for, so that the first dialog, menu or message is as
 * quick as the second and works when the server has gone. For an idle moment after the first paint.
 */
export function preloadWidgets(): void {
  preloadMenu();
  void import('./dialog-window.tsx');
}

export function preloadMenu(): void {
  void import('./menu-popup.tsx');
}
