import type { FieldTexts } from '../../documents/events/fields.ts';
import type { SampleEvent } from '../../documents/events/sample-event.ts';
import { findSecrets } from '../../documents/secret-scan.ts';

/** Longer ones are worth a preset. */
const longestKept = 4_000;

/** What of a form may be kept for the next time: no secret, and nothing that it begins with anyway. */
export function keptTexts(event: SampleEvent, texts: FieldTexts): FieldTexts {
  const kept = Object.entries(event.fields).flatMap(([name, field]) => {
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (text === undefined || text === field.value || text.length > longestKept) return [];
    return isSecret(field) || findSecrets(text).length > 0 || credentialHeader.test(text)
      ? []
      : [[name, text]];
  });
  return Object.fromEntries(kept);
}

function isSecret(field: SampleEvent['fields'][string]): boolean {
  return 'secret' in field && field.secret === true;
}

const credentialHeader = /^[ \t]*(?:proxy-)?(?:authorization|cookie|x-api-key|x-amz-security-token)[ \t]*:/im;
