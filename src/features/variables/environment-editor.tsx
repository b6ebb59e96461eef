import { Plus, Trash2, X } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import type { Environment, EnvironmentStore, EnvironmentValue } from '../../state/environments.ts';
import type { ReplacedValue } from '../../state/typed-values.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.ts';
import { useStore } from '../../ui/use-store.ts';
import { ReplacedValues } from './replaced-values.tsx';

/** The environments of this browser, and the values of the chosen one. */
export function EnvironmentEditor({ store }: { store: EnvironmentStore }) {
  const { environments, activeId, replaced, actions } = useStore(store, (state) => state);
  const active = environments.find(({ id }) => id === activeId);
  const add = (): void =>
    actions.save({
      id: crypto.randomUUID(),
      name: `Environment ${environments.length + 1}`,
      values: [emptyValue],
    });
  const remove = (gone: Environment): void => {
    actions.remove(gone.id);
    showToast({
      title: `${gone.name} deleted`,
      action: { label: 'Undo', onSelect: () => actions.save(gone) },
    });
  };
  return (
    <section aria-label="Environments" className="variables-environments">
      <div className="variables-row">
        <Select
          label="Environment"
          value={activeId ?? ''}
          options={[
            { value: '', label: 'None' },
            ...environments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => actions.choose(id === '' ? null : id)}
        />
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          New environment
        </Button>
        {active && (
          <Button icon={<Trash2 aria-hidden="true" />} onClick={() => remove(active)}>
            Delete
          </Button>
        )}
      </div>
      {active && (
        <Values
          environment={active}
          replaced={replaced.filter(({ environmentId }) => environmentId === active.id)}
          onChange={actions.save}
          onSettle={actions.settle}
        />
      )}
    </section>
  );
}

const emptyValue: EnvironmentValue = { name: '', value: '', isSecret: false };

interface ValuesProps {
  environment: Environment;
  replaced: readonly ReplacedValue[];
  onChange: (environment: Environment) => void;
  onSettle: (replaced: ReplacedValue) => void;
}

function Values({ environment, replaced, onChange, onSettle }: ValuesProps) {
  const { values, name } = environment;
  // Who adds a value goes on in it.
  const [added, setAdded] = useState(-1);
  const put = (index: number, patch: Partial<EnvironmentValue>): void =>
    onChange({
      ...environment,
      values: values.map((one, at) => (at === index ? { ...one, ...patch } : one)),
    });
  return (
    <>
      <TextField
        label="Name of the environment"
        value={name}
        onChange={(next) => onChange({ ...environment, name: next })}
      />
      {values.map((value, index) => (
        <Fragment key={index}>
          <ValueRow
            {...{ value, number: index + 1 }}
            isNew={index === added}
            onChange={(patch) => put(index, patch)}
            onRemove={() => onChange({ ...environment, values: values.toSpliced(index, 1) })}
          />
          <ReplacedValues
            replaced={replaced.filter((one) => one.name === value.name)}
            onPutBack={(one) => put(index, { value: one.value })}
            onSettle={onSettle}
          />
        </Fragment>
      ))}
      <div className="variables-row">
        <Button
          size="small"
          onClick={() => {
            setAdded(values.length);
            onChange({ ...environment, values: [...values, emptyValue] });
          }}
        >
          Add value
        </Button>
        <p className="field-hint">
          A secret stays in this page’s memory: it is never stored with the environment, exported or shared,
          and is typed again after a reload. The record of a run keeps what was really sent, secrets too: turn
          on Private runs where that must not be.
        </p>
      </div>
    </>
  );
}

interface ValueRowProps {
  value: EnvironmentValue;
  number: number;
  isNew: boolean;
  onChange: (patch: Partial<EnvironmentValue>) => void;
  onRemove: () => void;
}

function ValueRow({ value, number, isNew, onChange, onRemove }: ValueRowProps) {
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) name.current?.focus();
  }, [isNew]);
  const isNameSound = value.name === '' || /^[\w.-]+$/.test(value.name);
  return (
    <div className="variables-row variables-value">
      <TextField
        label={`Name ${number}`}
        mono
        inputRef={name}
        value={value.name}
        error={isNameSound ? undefined : 'Letters, digits, dot, dash and underscore.'}
        onChange={(next) => onChange({ name: next })}
      />
      <TextField
        label={`Value ${number}`}
        mono
        type={value.isSecret ? 'password' : 'text'}
        value={value.value}
        onChange={(text) => onChange({ value: text })}
      />
      <Checkbox label="Secret" checked={value.isSecret} onChange={(isSecret) => onChange({ isSecret })} />
      <IconButton label={`Remove value ${number}`} icon={<X aria-hidden="true" />} onClick={onRemove} />
    </div>
  );
}
