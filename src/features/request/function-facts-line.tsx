import { Fragment } from 'react';
import type { FunctionConfiguration } from '../../core/index.ts';
import { functionFacts } from './function-facts.ts';
import './function-facts-line.css';

/** The function's settings that matter here, once they have been read. */
export function FunctionFactsLine({ configuration }: { configuration: FunctionConfiguration }) {
  const facts = functionFacts(configuration);
  return (
    <p
      className="function-facts-line truncate"
      aria-label="Function settings"
      role="note"
      title={facts.map(({ text }) => text).join(' · ')}
    >
      {facts.map(({ text, tone, title }, index) => (
        <Fragment key={text}>
          {index > 0 && ' · '}
          <span data-tone={tone} title={title}>
            {text}
            {title !== undefined && <span className="visually-hidden">: {title}</span>}
          </span>
        </Fragment>
      ))}
    </p>
  );
}
