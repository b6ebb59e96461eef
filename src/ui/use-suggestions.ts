import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { filterSuggestions } from './filter-suggestions.ts';
import type { FilteredSuggestions, Suggestion } from './filter-suggestions.ts';

interface SuggestionOptions {
  value: string;
  suggestions: readonly Suggestion[];
  onPick: (suggestion: Suggestion) => void;
  /** Enter while no proposal is highlighted. */
  onSubmit: (() => void) | undefined;
}

export interface SuggestionList {
  open: boolean;
  /** Index of the highlighted proposal, or -1. */
  active: number;
  matches: FilteredSuggestions;
  handleType: () => void;
  handleKeyDown: (event: KeyboardEvent) => void;
  show: () => void;
  close: () => void;
  highlight: (index: number) => void;
  pick: (suggestion: Suggestion) => void;
}

const none: FilteredSuggestions = { flat: [], groups: [], hidden: 0 };

/**
 * The behaviour of an editable combobox with a list, after the ARIA pattern: the focus stays in the text box,
 * arrows highlight, Enter takes, Escape closes. Until something is typed the whole list shows, whatever stands
 * in the box.
 */
export function useSuggestions({ value, suggestions, onPick, onSubmit }: SuggestionOptions): SuggestionList {
  const [wanted, setWanted] = useState(false);
  const [typed, setTyped] = useState(false);
  const [active, setActive] = useState(-1);
  const matches = wanted ? filterSuggestions(suggestions, typed ? value : '') : none;
  const open = matches.flat.length > 0;

  function show() {
    if (!wanted) setTyped(false);
    setWanted(true);
  }

  function close() {
    setWanted(false);
    setActive(-1);
  }

  function pick(suggestion: Suggestion) {
    onPick(suggestion);
    close();
  }

  function move(step: 1 | -1) {
    const count = matches.flat.length;
    if (open) setActive(active === -1 && step === -1 ? count - 1 : (active + step + count) % count);
    else show();
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab') close();
    const highlighted = open ? matches.flat[active] : undefined;
    const actions: Record<string, (() => void) | undefined> = {
      ArrowDown: () => (event.altKey ? show() : move(1)),
      ArrowUp: () => (event.altKey ? close() : move(-1)),
      Enter: highlighted ? () => pick(highlighted) : onSubmit,
      Escape: open ? close : undefined,
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    // An Escape that closed the list must not close the dialog around it too.
    event.stopPropagation();
    action();
  }

  function handleType() {
    setTyped(true);
    setWanted(true);
    setActive(-1);
  }

  return { open, active, matches, handleType, handleKeyDown, show, close, highlight: setActive, pick };
}
