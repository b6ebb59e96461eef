import type { ReplacedValue } from '../../state/typed-values.ts';
import { Button } from '../../ui/button.tsx';

export interface ReplacedValuesProps {
  replaced: readonly ReplacedValue[];
  onPutBack: (replaced: ReplacedValue) => void;
  onSettle: (replaced: ReplacedValue) => void;
}

/** What was typed here and has another text now: nothing typed is lost. */
export function ReplacedValues({ replaced, onPutBack, onSettle }: ReplacedValuesProps) {
  return (
    <div role="status" className="variables-replaced">
      {replaced.map((one) => (
        <div key={one.name} className="variables-row">
          <p>
            Another tab changed <code>{one.name}</code>. Here it was <code>{one.value || '(empty)'}</code>.
          </p>
          <Button size="small" onClick={() => onPutBack(one)}>
            Put it back
          </Button>
          <Button size="small" onClick={() => onSettle(one)}>
            Keep the new one
          </Button>
        </div>
      ))}
    </div>
  );
}
