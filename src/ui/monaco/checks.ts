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
  const markers = hints.map(({ message, start, end }) => ({
    message,
    severity: monaco.MarkerSeverity.Info,
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  }));
  monaco.editor.setModelMarkers(model, hintOwner, markers);
}

const schemas = new Map<string, EditorSchema>();

function problemsOf(model: monaco.editor.ITextModel): EditorProblem[] {
  const markers = monaco.editor.getModelMarkers({ resource: model.uri });
  return markers
    .filter(({ owner }) => owner !== hintOwner)
    .map((marker) => ({
      line: marker.startLineNumber,
      column: marker.startColumn,
      message: marker.message,
      severity: marker.severity === monaco.MarkerSeverity.Error ? 'error' : 'warning',
    }));
}
