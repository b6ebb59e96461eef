import { TextContent, type TextContentProps } from './text-content.tsx';
import { withoutMark, type ResponseBody } from './response-body.ts';
import { useBodyJob } from './use-body-job.ts';

export interface PrettyContentProps extends Omit<TextContentProps, 'text' | 'language'> {
  bytes: Uint8Array;
  body: ResponseBody;
}

/** JSON with one member a line. A large body is formatted apart from the page; until then it is shown as it came. */
export function PrettyContent({ bytes, body, ...rest }: PrettyContentProps) {
  const pretty = useBodyJob('pretty', bytes);
  return (
    <div className="pretty-content">
      {pretty === undefined && (
        <p className="response-view-note" role="status">
          Formatting …
        </p>
      )}
      {pretty === null && <p className="response-view-note">Not JSON: shown as it came.</p>}
      <TextContent
        {...rest}
        text={pretty ?? withoutMark(body.text)}
        language={pretty === null ? 'plain' : 'json'}
      />
    </div>
  );
}
