/**
 * Lets the messages of a dialog stand beneath its buttons, or above them where they would push the buttons away: the
 * body gives way then, and what has the focus in it stays in sight.
 */
export function makeToastRoom(place: HTMLElement): void {
  const footer = place.parentElement?.querySelector<HTMLElement>(':scope > .dialog-footer');
  if (footer) {
    delete place.dataset['above'];
    place.style.position = 'absolute';
    const alone = footer.offsetTop;
    place.style.position = '';
    if (footer.offsetTop !== alone) place.dataset['above'] = '';
  }
  place.scrollTop = place.scrollHeight;
  const { activeElement } = document;
  if (activeElement?.closest('.dialog-body')) activeElement.scrollIntoView({ block: 'nearest' });
}
