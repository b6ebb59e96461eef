import { useEffect, useState } from 'react';
import type { LearnedStore } from '../../state/learned-store.ts';
import type { LearnedFunction } from '../../state/stored-learned.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useStore } from '../../ui/use-store.ts';
import './learned-setting.css';

export interface LearnedSettingProps {
  store: LearnedStore;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Whether payloads teach the editor, what was learned of which function, and how to forget it. */
export function LearnedSetting({ store, on, onChange }: LearnedSettingProps) {
  const functions = useFunctions(store);
  const forget = (functionName: string | null): void => void store.getState().actions.forget(functionName);
  return (
    <div className="learned-setting">
      <Switch label="Learn the shape of payloads" checked={on} onChange={onChange} />
      <p className="dim">
        Presets and successful runs teach the editor the names, kinds and few short texts that a function
        takes. It stays on this device, is never sent and is in no backup. Private runs, payloads over 256 KB,
        long texts and what looks like a secret teach nothing. What you forget stays forgotten: the presets of
        that function teach nothing more, only what you run successfully from then on.
      </p>
      {functions.length === 0 ? (
        <p className="dim">Nothing was learned yet.</p>
      ) : (
        <>
          <ul className="learned-setting-list" aria-label="Functions that were learned of">
            {functions.map(({ functionName, examples }) => (
              <li key={functionName}>
                <span className="mono">{functionName}</span>
                <span className="dim tabular">{examples === 1 ? '1 example' : `${examples} examples`}</span>
                <Button
                  size="small"
                  aria-label={`Forget what was learned of ${functionName}`}
                  onClick={() => forget(functionName)}
                >
                  Forget
                </Button>
              </li>
            ))}
          </ul>
          <div>
            <Button size="small" variant="danger" onClick={() => forget(null)}>
              Forget all that was learned
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** As they are stored; read again with each change that this page makes. */
function useFunctions(store: LearnedStore): readonly LearnedFunction[] {
  const known = useStore(store, ({ byFunction }) => byFunction);
  const [functions, setFunctions] = useState<readonly LearnedFunction[]>([]);
  useEffect(() => {
    let wanted = true;
    void store
      .getState()
      .actions.list()
      .then((list) => wanted && setFunctions(list));
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- What is known tells that what is stored has changed.
  }, [store, known]);
  return functions;
}
