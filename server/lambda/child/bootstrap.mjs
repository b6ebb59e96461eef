/**
 * First file of an execution environment: runs AWS's runtime client (aws-lambda-ric), unmodified.
 *
 * RIC expects a compiled addon with three functions; nothing needs compiling here, because two pipes
 * answer them instead: fd 4 brings invocations, fd 3 takes results. RIC writes its log records to fd 3
 * too, so the server reads every record of an invocation before its result.
 *
 * argv: the handler string ("index.handler") and the largest response in bytes. The working folder is
 * the task root.
 */
import { writeSync } from 'node:fs';
import Module from 'node:module';
import { Socket } from 'node:net';
import process from 'node:process';
import { run } from 'aws-lambda-ric';

const RESULT_FD = 3;
const INVOCATION_FD = 4;
/** Frame kinds beside RIC's log records; see runtime/frames.ts for the layout. */
const FRAME = { ready: 0xa55b0001, response: 0xa55b0002, error: 0xa55b0003, tooLarge: 0xa55b0004 };

const [handler, responseLimit] = process.argv.splice(2);
const maxResponseBytes = Number(responseLimit);

/** Synchronous, as RIC may call process.exit right after it has reported an error. */
function writeFrame(kind, id = '', body = '') {
  const bytes = Buffer.from(id + body, 'utf8');
  const head = Buffer.alloc(16);
  head.writeUInt32BE(kind, 0);
  head.writeUInt32BE(bytes.length, 4);
  head.writeUInt32BE(process.resourceUsage().maxRSS, 8);
  writeAll(head);
  writeAll(bytes);
}

function writeAll(bytes) {
  for (let offset = 0; offset < bytes.length;) offset += writeSync(RESULT_FD, bytes, offset);
}

function writeResult(kind, id, body) {
  const size = Buffer.byteLength(body);
  if (size > maxResponseBytes) writeFrame(FRAME.tooLarge, id, String(size));
  else writeFrame(kind, id, body);
}

/** Each message: length of the headers, length of the event (u32 each), headers as JSON, event. */
const invocations = new Socket({ fd: INVOCATION_FD, readable: true, writable: false });
/** Joined only when a message is whole: an event may come in a hundred pieces. */
let parts = [];
let receivedBytes = 0;
let expectedBytes = 8;
let deliver;

// The end of the pipe is the end of the server or of this environment: nothing may outlive it.
invocations.on('close', () => process.exit(0));
invocations.on('error', () => process.exit(1));
invocations.on('data', (chunk) => {
  parts.push(chunk);
  receivedBytes += chunk.length;
  if (receivedBytes < expectedBytes) return;
  const received = Buffer.concat(parts);
  const eventStart = 8 + received.readUInt32BE(0);
  expectedBytes = eventStart + received.readUInt32BE(4);
  parts = [received];
  if (receivedBytes < expectedBytes) return;
  const invocation = {
    headers: JSON.parse(received.toString('utf8', 8, eventStart)),
    bodyJson: received.toString('utf8', eventStart, expectedBytes),
  };
  // The server sends one invocation at a time: nothing follows before its result.
  parts = [];
  receivedBytes = 0;
  expectedBytes = 8;
  // Unreferenced while the handler runs, or the event loop would never be empty for it.
  invocations.unref();
  deliver(invocation);
});

const rapidClient = {
  next: () =>
    new Promise((resolve) => {
      deliver = resolve;
      invocations.ref();
      writeFrame(FRAME.ready);
    }),
  done: (id, body) => writeResult(FRAME.response, id, body),
  error: (id, body) => writeResult(FRAME.error, id, body),
};

invocations.unref();
const load = Module._load;
Module._load = function loadRapidClient(request, ...rest) {
  if (request !== './rapid-client.node') return Reflect.apply(load, this, [request, ...rest]);
  // Unhooked before any code of the user loads, so that no frame of ours is in its stack traces.
  Module._load = load;
  return rapidClient;
};

if (process.platform === 'win32') Module.register('./windows-paths.mjs', import.meta.url);

await run(process.cwd(), handler);
