import type { TextPlace } from '../text-place.ts';
import { setSchemas } from './json-language.ts';
import type { EditorSchema } from './json-language.ts';
import { monaco } from './monaco.ts';

/** Something worth a look that is no fault; shown as gently as the editor can. */
export interface EditorHint {
  message: string;
  start: TextPlace;
  end: TextPlace;
}

export interface EditorProblem extends TextPlace {
  message: string;
  severity: 'error' | 'warning';
}

/** Tells what is wrong with a model, as often as that changes. */
export function watchProblems(
  model: monaco.editor.ITextModel,
  onProblems: (problems: EditorProblem[]) => void,
): monaco.IDisposable {
  const known = problemsOf(model);
  // Of a text that was shown before.
  if (known.length > 0) onProblems(known);
  return monaco.editor.onDidChangeMarkers((uris) => {
    if (uris.some((uri) => uri.toString() === model.uri.toString())) onProblems(problemsOf(model));
  });
}

export function setModelSchema(model: monaco.editor.ITextModel, schema: EditorSchema | null): void {
  const key = model.uri.toString();
  if (schemas.get(key)?.schema === schema?.schema) return;
  if (schema) schemas.set(key, schema);
  else schemas.delete(key);
  setSchemas(schemas);
}

const hintOwner = 'hints';

/** In the place of those before; F8 goes from one to the next. */
export function setModelHints(model: monaco.editor.ITextModel, hints: readonly EditorHint[]): void {
  setMarkers(model, hintOwner, hints);
}

function setMarkers(model: monaco.editor.ITextModel, owner: string, hints: readonly EditorHint[]): void {
  const markers = hints.map(({ message, start, end }) => ({
    message,
    severity: monaco.MarkerSeverity.Info,
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  }));
  monaco.editor.setModelMarkers(model, owner, markers);
}

/** A part of the text that has a meaning of its own; `unknown` is worth a look. */
export interface EditorMark extends EditorHint {
  tone: 'known' | 'unknown';
}

const markOwner = 'marks';

/** The marks of a document, in the place of those before: coloured, told on hover, F8 to those that are unknown. */
export function keepMarks(model: monaco.editor.ITextModel): (marks: readonly EditorMark[]) => void {
  let shown: string[] = [];
  return (marks) => {
    setMarkers(
      model,
      markOwner,
      marks.filter(({ tone }) => tone === 'unknown'),
    );
    const decorations = marks.map(({ tone, message, ...place }) => ({
      range: rangeOf(place),
      options: {
        inlineClassName: `json-editor-${tone}`,
        stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
        ...(tone === 'known' ? { hoverMessage: { value: asPlainMarkdown(message) } } : {}),
      },
    }));
    shown = model.deltaDecorations(shown, decorations);
  };
}

/** A hover is Markdown, and the text may be anything. */
function asPlainMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!<>|~&]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}

function rangeOf({ start, end }: Pick<EditorHint, 'start' | 'end'>): monaco.Range {
  return new monaco.Range(start.line, start.column, end.line, end.column);
}

const schemas = new Map<string, EditorSchema>();

function problemsOf(model: monaco.editor.ITextModel): EditorProblem[] {
  const markers = monaco.editor.getModelMarkers({ resource: model.uri });
  return markers
    .filter(({ owner }) => owner !== hintOwner && owner !== markOwner)
    .map((marker) => ({
      line: marker.startLineNumber,
      column: marker.startColumn,
      message: marker.message,
      severity: marker.severity === monaco.MarkerSeverity.Error ? 'error' : 'warning',
    }));
}
