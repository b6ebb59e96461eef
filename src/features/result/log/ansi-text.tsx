import { VisibleText } from '../../../ui/visible-text.tsx';
import { ansiSegments } from './ansi.ts';
import './ansi-text.css';

/** Text of a log with its SGR colours as classes; everything else is plain text in which nothing is hidden. */
export function AnsiText({ text }: { text: string }) {
  return (
    <>
      {ansiSegments(text).map((segment, index) => (
        <span key={index} className={segment.className || undefined}>
          <VisibleText text={segment.text} />
        </span>
      ))}
    </>
  );
}
