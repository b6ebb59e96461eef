import { Copy, MoreHorizontal, Play, Search, Settings, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from './badge.tsx';
import './base.css';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { Combobox } from './combobox.tsx';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from './dialog.tsx';
import { EmptyState } from './empty-state.tsx';
import { json, RightExample, tones } from './gallery-result.fixture.tsx';
import { IconButton } from './icon-button.tsx';
import { JsonEditor } from './json-editor.tsx';
import { Menu } from './menu.tsx';
import { defaultPanesLayout } from './pane-layout.ts';
import type { PaneName } from './pane-layout.ts';
import { Panes } from './panes.tsx';
import { Segmented } from './segmented.tsx';
import { Select } from './select.tsx';
import { Spinner } from './spinner.tsx';
import { Switch } from './switch.tsx';
import { TabPanel, Tabs } from './tabs.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

/** Every widget of the kit in its states, for axe and for the eye. */
export function Gallery({ theme }: { theme: 'dark' | 'light' }) {
  const [shown, setShown] = useState<PaneName>('middle');
  const [layout, setLayout] = useState(defaultPanesLayout);
  return (
    <main style={{ blockSize: '900px', padding: '8px' }} aria-label="Gallery">
      <h1 className="visually-hidden">Gallery</h1>
      <Panes
        labels={{ left: 'Library', middle: 'Request', right: 'Result' }}
        layout={layout}
        onLayout={setLayout}
        shown={shown}
        onShow={setShown}
        left={<LeftExample />}
        middle={<MiddleExample theme={theme} />}
        right={<RightExample />}
      />
    </main>
  );
}

function LeftExample() {
  const [text, setText] = useState('');
  return (
    <div style={{ padding: 8, display: 'grid', gap: 12 }}>
      <TextField
        label="Filter presets"
        hideLabel
        placeholder="Filter"
        icon={<Search aria-hidden="true" />}
        value={text}
        onChange={setText}
      />
      <TextField label="Name" hint="Shown in the list." value="Order created" onChange={() => {}} />
      <TextField label="Region" mono error="No such region." value="eu-west-9" onChange={() => {}} />
      <TextField
        label="Small"
        size="small"
        value="small"
        onChange={() => {}}
        trailing={<CopyButton label="Copy name" text="x" />}
      />
      <TextArea
        label="Paste credentials"
        mono
        placeholder="export AWS_ACCESS_KEY_ID=…"
        value=""
        onChange={() => {}}
      />
      <Select
        label="Log times"
        value="local"
        onChange={() => {}}
        options={[
          { value: 'local', label: 'Local time' },
          { value: 'utc', label: 'UTC' },
        ]}
      />
      <Checkbox
        label="Remember on this device"
        hint="Kept as a key that cannot be read."
        checked
        onChange={() => {}}
      />
      <Checkbox label="Off" checked={false} onChange={() => {}} />
      <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </div>
      <Spinner label="Waiting" />
      <EmptyState icon={<Share2 />} title="No presets yet" keys="Mod+S">
        Save a request to find it here again.
      </EmptyState>
    </div>
  );
}

function MiddleExample({ theme }: { theme: 'dark' | 'light' }) {
  const [name, setName] = useState('orders-create-handler');
  const [type, setType] = useState<'RequestResponse' | 'Event' | 'DryRun'>('RequestResponse');
  const [tail, setTail] = useState(true);
  const [tab, setTab] = useState<'payload' | 'context'>('payload');
  return (
    <>
      <div style={{ padding: 12, display: 'grid', gap: 8 }}>
        <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0,1fr) 8rem auto', gap: 8 }}>
          <Combobox
            label="Function"
            hideLabel
            mono
            icon={<Play aria-hidden="true" />}
            value={name}
            onChange={setName}
            suggestions={[{ value: 'hello' }]}
          />
          <Combobox
            label="Qualifier"
            hideLabel
            mono
            placeholder="$LATEST"
            value=""
            onChange={() => {}}
            suggestions={[]}
          />
          <Button
            variant="primary"
            shortcut="Mod+Enter"
            icon={<Play aria-hidden="true" fill="currentColor" />}
          >
            Invoke
          </Button>
        </div>
        <div style={{ display: 'flex', gap: 16, alignItems: 'center', flexWrap: 'wrap' }}>
          <Segmented
            label="Invocation type"
            value={type}
            onChange={setType}
            options={[
              { value: 'RequestResponse', label: 'RequestResponse', hint: 'Waits for the answer.' },
              { value: 'Event', label: 'Event' },
              { value: 'DryRun', label: 'DryRun', disabledReason: 'Not with streaming.' },
            ]}
          />
          <Switch label="Tail log" checked={tail} onChange={setTail} />
          <Switch
            label="Stream response"
            checked={false}
            onChange={() => {}}
            disabledReason="Not with Event."
          />
        </div>
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button>Secondary</Button>
          <Button variant="ghost">Ghost</Button>
          <Button variant="danger">Delete</Button>
          <Button size="small" shortcut="Mod+S">
            Save preset
          </Button>
          <Button disabledReason="Nothing to save">Disabled</Button>
          <IconButton label="Settings" icon={<Settings aria-hidden="true" />} />
          <IconButton label="Wrap" pressed icon={<Copy aria-hidden="true" />} />
          <Menu
            trigger={<IconButton label="More" icon={<MoreHorizontal aria-hidden="true" />} />}
            items={[{ id: 'a', label: 'Format', onSelect: () => {} }]}
          />
        </div>
      </div>
      <Tabs
        label="Editors"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'payload', label: 'Payload' },
          { id: 'context', label: 'Client context', tone: 'error' },
        ]}
        trailing={<IconButton size="small" label="Format" icon={<Settings aria-hidden="true" />} />}
      >
        <TabPanel id="payload">
          <div style={{ blockSize: 300 }}>
            <JsonEditor
              id={`gallery-${theme}`}
              label="Payload"
              text={json}
              revision={0}
              onChange={() => {}}
              theme={theme}
              fontSize={13}
              wrap
            />
          </div>
        </TabPanel>
      </Tabs>
    </>
  );
}

export function DialogExample() {
  const [open, setOpen] = useState(true);
  return (
    <main>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Save preset"
        description="It stays on this device."
        footer={
          <>
            <Button>Cancel</Button>
            <Button variant="primary">Save</Button>
          </>
        }
      >
        <TextField label="Name" value="" onChange={() => {}} />
      </Dialog>
    </main>
  );
}
