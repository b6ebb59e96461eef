import { ansiSegments } from './ansi.ts';

/** Text of a log with its SGR colours as classes; everything else is a plain text node. */
export function AnsiText({ text }: { text: string }) {
  return (
    <>
      {ansiSegments(text).map((segment, index) =>
        segment.className === '' ? (
          segment.text
        ) : (
          <span key={index} className={segment.className}>
            {segment.text}
          </span>
        ),
      )}
    </>
  );
}
