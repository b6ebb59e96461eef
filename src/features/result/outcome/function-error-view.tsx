import type { FunctionError } from '../../../core/index.ts';
import './function-error-view.css';

export interface FunctionErrorViewProps {
  error: FunctionError;
}

/** A function error in one shape for every runtime: type, message, stack, and what caused it. */
export function FunctionErrorView({ error }: FunctionErrorViewProps) {
  return (
    <section className="function-error-view" aria-label="Function error">
      <ErrorBlock error={error} />
      {causesOf(error).map((cause, index) => (
        <div key={index} className="function-error-view-cause">
          <p className="dim">Caused by</p>
          <ErrorBlock error={cause} />
        </div>
      ))}
    </section>
  );
}

function ErrorBlock({ error }: FunctionErrorViewProps) {
  return (
    <>
      <p className="function-error-view-type mono">{error.errorType ?? 'Error'}</p>
      <p className="function-error-view-message">{error.errorMessage ?? ''}</p>
      {error.frames.length > 0 && (
        <details className="function-error-view-stack" open>
          <summary>
            Stack · {error.frames.length} {error.frames.length === 1 ? 'frame' : 'frames'}
          </summary>
          <ol className="mono">
            {error.frames.map((frame, index) => (
              <li key={index}>{frame.text}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** The chain of causes as one list: deep chains neither nest nor recurse. */
function causesOf(error: FunctionError): FunctionError[] {
  const found: FunctionError[] = [];
  const open = [...error.causes];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    found.push(next);
    open.unshift(...next.causes);
  }
  return found;
}
