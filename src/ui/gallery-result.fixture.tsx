import { useState } from 'react';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { HexView } from './hex-view.tsx';
import { KeyValue } from './key-value.tsx';
import { Meter } from './meter.tsx';
import { Stat } from './stat.tsx';
import { TabPanel, Tabs } from './tabs.tsx';
import { TextView } from './text-view.tsx';
import type { Tone } from './tone.ts';

export const tones: Tone[] = ['success', 'error', 'info', 'warn', 'unknown', 'neutral'];
export const json =
  '{\n  "orderId": "ord_8812",\n  "items": [{ "sku": "A-119", "price": 19.5 }],\n  "note": null\n}';

/** Stands for a pane with a result. */
export function RightExample() {
  const [tab, setTab] = useState<'response' | 'log' | 'headers'>('response');
  return (
    <div style={{ display: 'flex', flexDirection: 'column', blockSize: '100%' }}>
      <div style={{ display: 'flex', gap: 20, padding: 12, flexWrap: 'wrap' }}>
        <Stat label="Round trip" value="171 ms" field="round-trip" rawValue={171} />
        <Stat label="Billed" value="134" unit="ms" />
        <div>
          <Stat label="Memory" value="91 / 256 MB" />
          <Meter label="Memory used" value={91} max={256} />
        </div>
      </div>
      <div style={{ display: 'grid', gap: 8, padding: '0 12px 12px' }}>
        {tones.map((tone) => (
          <Callout
            key={tone}
            tone={tone}
            title={`Outcome ${tone}`}
            actions={tone === 'unknown' && <Button size="small">Check</Button>}
          >
            The function may have run, possibly more than once.
          </Callout>
        ))}
      </div>
      <Tabs
        label="Result views"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'response', label: 'Response' },
          { id: 'log', label: 'Log', badge: '7' },
          { id: 'headers', label: 'Headers' },
        ]}
      >
        <TabPanel id="response">
          <div style={{ blockSize: 130 }}>
            <TextView text={json} language="json" wrap label="Response text" />
          </div>
          <div style={{ blockSize: 80 }}>
            <HexView bytes={new TextEncoder().encode(json)} label="Response bytes" />
          </div>
          <KeyValue
            label="Headers"
            rows={[
              { key: 'x-amzn-requestid', value: '3f6c0b52-1d7e-4d0a-9f55-9e0d7a1c2b3e' },
              { key: 'content-type', value: 'application/json' },
            ]}
          />
        </TabPanel>
      </Tabs>
    </div>
  );
}
