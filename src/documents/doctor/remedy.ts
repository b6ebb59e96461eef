import type { Fix } from './doctor-types.ts';

/** A fix as a control: words, something to copy, a place to go, or a button. */
export type Remedy =
  | { kind: 'text'; text: string }
  | { kind: 'copy'; label: string; text: string }
  | { kind: 'link'; label: string; url: string }
  | { kind: 'button'; label: string; hint?: string; act: RemedyAct };

/** What a button asks the page to do; none of them sends an invoke. */
export type RemedyAct =
  | { kind: 'relay' | 'credentials' | 'check' | 'dry-run' }
  | { kind: 'function'; name: string };

export function remediesOf(fixes: readonly Fix[]): Remedy[] {
  return fixes.flatMap(toRemedies);
}

function toRemedies(fix: Fix): Remedy[] {
  switch (fix.kind) {
    case 'functions':
      return fix.names.map((name) => ({
        kind: 'button',
        label: `Use ${name}`,
        act: { kind: 'function', name },
      }));
    case 'relay':
      return [{ kind: 'button', label: 'Use the relay for this connection', hint: relayHint, act: fix }];
    case 'credentials':
      return [{ kind: 'button', label: 'Open the connection', act: fix }];
    case 'check':
      return [{ kind: 'button', label: 'Check connection', hint: 'Without invoking', act: fix }];
    case 'dry-run':
      return [{ kind: 'button', label: 'Choose DryRun', hint: dryRunHint, act: fix }];
    default:
      return [fix];
  }
}

const relayHint =
  'Requests of this connection then go through this page’s own server, signed as before. Connections takes it back.';
const dryRunHint = 'Sets the invocation type; Invoke then checks the permission and runs nothing.';
