import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { CheckedExpectation } from '../../documents/expectations/expectation-types.ts';
import { expectationWords } from '../../documents/expectations/expectation-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import './verdict-list.css';
import { verdictTones, verdictWords } from './verdict-words.ts';

/** Each expectation with what was wanted and what was found. */
export function VerdictList({ checked }: { checked: readonly CheckedExpectation[] }) {
  return (
    <ul className="verdict-list" aria-label="Expectations">
      {checked.map(({ expectation, verdict, found }, index) => {
        const Icon = icons[verdict];
        return (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- They have no names, and their order is theirs.
            key={index}
            className={classNames('verdict-list-item', toneClass(verdictTones[verdict]))}
            data-verdict={verdict}
          >
            <Icon aria-hidden="true" size={16} />
            <span className="verdict-list-words">
              <bdi>{expectationWords(expectation)}</bdi>
              <span className="dim">
                {verdictWords[verdict]}: <bdi>{found}</bdi>
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const icons = { passed: CircleCheck, failed: CircleX, unknown: CircleHelp };
