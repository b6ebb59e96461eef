import { X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { formatJsonPath, parseJsonPath } from '../../documents/json-path.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface IgnoredPathsFieldProps {
  paths: readonly string[];
  onChange: (paths: readonly string[]) => void;
}

/** The paths whose values may differ, kept for the function. */
export function IgnoredPathsField({ paths, onChange }: IgnoredPathsFieldProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const parsed = parseJsonPath(text.trim());
    setProblem(parsed.ok ? undefined : parsed.message);
    if (!parsed.ok) return;
    onChange([...paths, formatJsonPath(parsed.path)]);
    setText('');
  };
  return (
    <div className="compared-paths">
      <form className="compared-paths-form" aria-label="Ignored paths" onSubmit={handleSubmit}>
        <TextField
          label="Ignore a path"
          hint="Such as $.meta.time, $.items[*].id or $..requestId. Kept on this device for this function."
          mono
          value={text}
          error={problem}
          onChange={setText}
        />
        <Button type="submit">Ignore</Button>
      </form>
      {paths.length > 0 && (
        <ul className="compared-paths-list" aria-label="Ignored paths">
          {paths.map((path) => (
            <li key={path} className="compared-paths-path">
              <code>{path}</code>
              <IconButton
                size="small"
                label={`Compare ${path} again`}
                icon={<X aria-hidden="true" />}
                onClick={() => onChange(paths.filter((other) => other !== path))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
