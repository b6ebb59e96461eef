import type { ActionName } from './keymap.ts';

export interface ActionWords {
  /** The heading under which the palette and the list of shortcuts show it. */
  group: ActionGroup;
  label: string;
  /** What else people may call it, for the search alone. */
  also?: string;
}

export type ActionGroup =
  | 'Run'
  | 'Request'
  | 'Payload'
  | 'Result'
  | 'Presets'
  | 'History'
  | 'Drafts'
  | 'Go to'
  | 'View';

/** Every action in words. A type and not a habit: an action without words does not compile. */
export const actionWords: Readonly<Record<ActionName, ActionWords>> = {
  invoke: { group: 'Run', label: 'Invoke; while it runs, stop waiting', also: 'send run call cancel abort' },

  variables: {
    group: 'Payload',
    label: 'Variables and environments',
    also: 'uuid now random env template',
  },
  variants: {
    group: 'Run',
    label: 'Variants: run the payload with a table of values',
    also: 'rows csv series batch many data-driven parameters',
  },

  compare: {
    group: 'Run',
    label: 'Compare targets: one payload to two of them',
    also: 'diff alias version $LATEST region side by side',
  },
  measure: {
    group: 'Run',
    label: 'Measure: repeat the payload',
    also: 'benchmark load percentile p99 latency duration cold start cost memory histogram',
  },

  'type-request-response': {
    group: 'Request',
    label: 'Invocation type: RequestResponse',
    also: 'sync synchronous',
  },
  'type-event': { group: 'Request', label: 'Invocation type: Event', also: 'async asynchronous queue' },
  'type-dry-run': { group: 'Request', label: 'Invocation type: DryRun', also: 'dry run permission check' },
  'tail-log': { group: 'Request', label: 'Tail log: on or off', also: 'LogType' },
  'stream-response': {
    group: 'Request',
    label: 'Stream response: on or off',
    also: 'InvokeWithResponseStream',
  },

  format: { group: 'Payload', label: 'Format', also: 'pretty indent beautify json' },
  minify: { group: 'Payload', label: 'Minify', also: 'compact one line json' },
  'sort-keys': { group: 'Payload', label: 'Sort keys', also: 'order json' },
  collapse: { group: 'Payload', label: 'Collapse', also: 'fold' },
  expand: { group: 'Payload', label: 'Expand', also: 'unfold' },
  'open-file': { group: 'Payload', label: 'Open file as payload', also: 'load upload json' },
  'open-inside': {
    group: 'Payload',
    label: 'Open a document inside',
    also: 'lens string body message base64 gzip nested json',
  },
  'sample-events': {
    group: 'Payload',
    label: 'Sample events and presets as payload',
    also: 'example template generate aws event sqs s3 api gateway',
  },
  'event-type': {
    group: 'Payload',
    label: 'Propose the fields of an AWS event',
    also: 'schema completion payload sqs s3',
  },
  'learn-payloads': {
    group: 'Payload',
    label: 'Learn the shape of payloads: on or off',
    also: 'schema completion hints',
  },
  'forget-learned': {
    group: 'Payload',
    label: 'Forget what was learned of this function',
    also: 'schema clear',
  },
  'forget-all-learned': { group: 'Payload', label: 'Forget all that was learned', also: 'schema clear' },
  find: { group: 'Payload', label: 'Find in the editor', also: 'search replace' },
  'tab-moves-focus': { group: 'Payload', label: 'Tab key: move the focus or indent', also: 'trap keyboard' },

  'show-response': { group: 'Result', label: 'Show response', also: 'tab body answer' },
  'show-log': { group: 'Result', label: 'Show log', also: 'tab tail console' },
  'show-attempts': { group: 'Result', label: 'Show attempts', also: 'tab timeline retries' },
  'show-request': { group: 'Result', label: 'Show request', also: 'tab sent signature canonical' },
  'show-headers': { group: 'Result', label: 'Show headers', also: 'tab cors hidden' },
  'view-pretty': { group: 'Result', label: 'View response: pretty', also: 'formatted json' },
  'view-tree': { group: 'Result', label: 'View response: tree', also: 'fold structure json' },
  'view-http': { group: 'Result', label: 'View response: HTTP', also: 'proxy status body' },
  'view-raw': { group: 'Result', label: 'View response: raw', also: 'text exact' },
  'view-hex': { group: 'Result', label: 'View response: hex', also: 'bytes binary' },
  'view-image': { group: 'Result', label: 'View response: image', also: 'picture' },
  'find-in-result': { group: 'Result', label: 'Find in the response, or filter the log', also: 'search' },
  'copy-response': { group: 'Result', label: 'Copy response', also: 'body clipboard' },
  'save-response': { group: 'Result', label: 'Save response as a file', also: 'download body' },
  'copy-request-id': { group: 'Result', label: 'Copy request ID', also: 'clipboard' },
  'copy-log': { group: 'Result', label: 'Copy log', also: 'tail clipboard' },
  'save-log': { group: 'Result', label: 'Save log as a file', also: 'tail download' },
  'pause-view': {
    group: 'Result',
    label: 'Pause or resume the view of a stream',
    also: 'freeze follow live',
  },
  'expand-tree': { group: 'Result', label: 'Expand all of the tree', also: 'unfold json open' },
  'collapse-tree': { group: 'Result', label: 'Collapse all of the tree', also: 'fold json close' },
  'expect-value': {
    group: 'Result',
    label: 'Expect the selected value of the tree',
    also: 'expectation assert check preset',
  },
  'copy-as-aws-cli': { group: 'Result', label: 'Copy as AWS CLI', also: 'terminal command' },
  'copy-as-curl': { group: 'Result', label: 'Copy as curl', also: 'terminal command' },
  'copy-as-javascript': { group: 'Result', label: 'Copy as JavaScript (AWS SDK v3)', also: 'node code' },
  'copy-as-python': { group: 'Result', label: 'Copy as Python (boto3)', also: 'code' },
  'copy-as-go': { group: 'Result', label: 'Copy as Go (AWS SDK v2)', also: 'code' },

  'save-preset': { group: 'Presets', label: 'Save preset', also: 'keep store' },
  'save-preset-as': { group: 'Presets', label: 'Save as a new preset', also: 'keep copy' },
  'next-preset': { group: 'Presets', label: 'Next preset of the function', also: 'switch payload' },
  'previous-preset': { group: 'Presets', label: 'Previous preset of the function', also: 'switch payload' },
  'paste-command': {
    group: 'Presets',
    label: 'Paste a command or preset',
    also: 'import curl aws cli json link test event',
  },
  'export-presets': {
    group: 'Presets',
    label: 'Export several presets',
    also: 'file save sam test events',
  },
  expectations: {
    group: 'Presets',
    label: 'Expectations of the preset',
    also: 'assert check test outcome status response duration log',
  },
  'expectation-runs': {
    group: 'Presets',
    label: 'Check expectations on stored runs',
    also: 'assert history verify',
  },
  share: { group: 'Presets', label: 'Share as a link', also: 'copy url send' },

  'private-run': {
    group: 'History',
    label: 'Private runs: on or off',
    also: 'incognito keep nothing record',
  },
  'compare-previous': {
    group: 'History',
    label: 'Compare with the previous run',
    also: 'diff difference side by side',
  },
  'history-limits': {
    group: 'History',
    label: 'How much history is kept',
    also: 'retention limits days size',
  },
  'save-backup': { group: 'History', label: 'Back up everything', also: 'export file save data' },
  'restore-backup': { group: 'History', label: 'Restore a backup', also: 'import file load data' },
  'clear-history': { group: 'History', label: 'Clear history', also: 'delete all runs' },

  'new-draft': { group: 'Drafts', label: 'New draft', also: 'tab open' },
  'close-draft': { group: 'Drafts', label: 'Close draft', also: 'tab' },
  'close-other-drafts': { group: 'Drafts', label: 'Close other drafts', also: 'tabs' },
  'reopen-draft': { group: 'Drafts', label: 'Reopen the last closed draft', also: 'undo close tab' },
  'duplicate-draft': { group: 'Drafts', label: 'Duplicate draft', also: 'copy clone tab' },
  'rename-draft': { group: 'Drafts', label: 'Rename draft', also: 'name title tab' },
  'next-draft': { group: 'Drafts', label: 'Next draft', also: 'tab' },
  'previous-draft': { group: 'Drafts', label: 'Previous draft', also: 'tab' },
  'move-draft-right': { group: 'Drafts', label: 'Move draft right', also: 'reorder tab' },
  'move-draft-left': { group: 'Drafts', label: 'Move draft left', also: 'reorder tab' },

  'go-function': { group: 'Go to', label: 'Function box', also: 'target name arn' },
  'go-qualifier': { group: 'Go to', label: 'Qualifier box', also: 'version alias' },
  'go-payload': { group: 'Go to', label: 'Payload editor', also: 'event json' },
  'go-client-context': { group: 'Go to', label: 'Client context editor' },
  'go-result': { group: 'Go to', label: 'Result', also: 'response log' },
  'go-presets': { group: 'Go to', label: 'Presets', also: 'functions library' },
  'go-history': { group: 'Go to', label: 'History', also: 'runs library' },
  'next-pane': { group: 'Go to', label: 'Next pane, or a message with an action', also: 'undo toast' },
  'previous-pane': { group: 'Go to', label: 'Previous pane' },

  palette: { group: 'View', label: 'Command palette', also: 'search actions' },
  shortcuts: { group: 'View', label: 'Keyboard shortcuts', also: 'keys help' },
  connections: { group: 'View', label: 'Connections', also: 'account region endpoint credentials' },
  'check-connection': {
    group: 'View',
    label: 'Check connection',
    also: 'doctor cors network diagnose test',
  },
  settings: { group: 'View', label: 'Settings', also: 'preferences options' },
  about: { group: 'View', label: 'About Invoke Console', also: 'version licence' },
  'theme-system': { group: 'View', label: 'Theme: as the system', also: 'colour appearance' },
  'theme-dark': { group: 'View', label: 'Theme: dark', also: 'colour appearance night' },
  'theme-light': { group: 'View', label: 'Theme: light', also: 'colour appearance day' },
  'wrap-lines': { group: 'View', label: 'Wrap long lines: on or off', also: 'word wrap' },
  'larger-text': { group: 'View', label: 'Larger editor text', also: 'font size zoom' },
  'smaller-text': { group: 'View', label: 'Smaller editor text', also: 'font size zoom' },
};
