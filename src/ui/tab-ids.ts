/** Ids by which a tab and its panel name each other, for panels that stand elsewhere than in `Tabs`. */
export function tabId(baseId: string, id: string): string {
  return `${baseId}-tab-${id}`;
}

export function panelId(baseId: string, id: string): string {
  return `${baseId}-panel-${id}`;
}
