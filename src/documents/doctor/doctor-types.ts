/** What stands between a request and its answer, from the near end to the far one. */
export type Layer =
  | 'offline'
  | 'policy'
  | 'mixed-content'
  | 'local-network'
  | 'relay'
  | 'dns'
  | 'unreachable'
  | 'tls'
  | 'cors'
  | 'lost'
  | 'not-lambda'
  | 'clock'
  | 'region'
  | 'credentials'
  | 'permission'
  | 'function'
  | 'throttling';

/** What a person can do about it, and where the console can help them. */
export type Fix =
  | { kind: 'text'; text: string }
  /** A setting, a command or a document to copy, under its name. */
  | { kind: 'copy'; label: string; text: string }
  | { kind: 'link'; label: string; url: string }
  | { kind: 'relay' }
  | { kind: 'credentials' }
  | { kind: 'check' }
  | { kind: 'dry-run' }
  /** Functions that there are, nearest first. */
  | { kind: 'functions'; names: readonly string[] };

export interface Diagnosis {
  layer: Layer;
  title: string;
  /** What is known, and from what. */
  meaning: string;
  /** What a web page cannot know, and how to find it out. */
  unknown?: string;
  fixes: readonly Fix[];
}
