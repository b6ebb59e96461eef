import { describe, expect, test } from 'vitest';
import { LogCollector } from './log-collector.ts';

function collect(write: (log: LogCollector) => void): { tail: Buffer; lines: string[] } {
  const lines: string[] = [];
  const log = new LogCollector((line) => lines.push(line));
  write(log);
  return { tail: log.tail(), lines };
}

describe('LogCollector', () => {
  test('keeps the last 4,096 bytes of many small writes', () => {
    const { tail } = collect((log) => {
      for (let line = 0; line < 1000; line += 1) log.write(Buffer.from(`line ${line}\n`));
    });
    expect(tail).toHaveLength(4096);
    expect(tail.toString()).toMatch(/line 998\nline 999\n$/);
  });

  test('keeps the last 4,096 bytes of one large write, without holding on to the rest', () => {
    const large = Buffer.alloc(1_000_000, 'a');
    const { tail } = collect((log) => log.write(large));
    expect(tail).toHaveLength(4096);
    expect(tail.buffer).not.toBe(large.buffer);
  });

  test('begins a platform line on a line of its own', () => {
    const { tail } = collect((log) => {
      log.write(Buffer.from('no line feed'));
      log.writeLine('END');
    });
    expect(tail.toString()).toBe('no line feed\nEND\n');
  });

  test('shows whole lines, also when they come in pieces of characters', () => {
    const bytes = Buffer.from('grüße\nzwei\n');
    const { lines } = collect((log) => {
      for (const byte of bytes) log.write(Buffer.from([byte]));
    });
    expect(lines).toEqual(['grüße', 'zwei']);
  });

  test('shows the first 64 KB of a flood and what the platform says after it', () => {
    const { lines } = collect((log) => {
      for (let line = 0; line < 2000; line += 1) log.write(Buffer.from(`${'x'.repeat(99)}\n`));
      log.writeLine('REPORT');
    });
    expect(lines.length).toBeLessThan(670);
    expect(lines.slice(-2)).toEqual(['(more output than 64 KB: the rest is not shown here)', 'REPORT']);
  });

  test('shows nothing of a line that never ends but that there was one', () => {
    const { lines } = collect((log) => {
      for (let part = 0; part < 100; part += 1) log.write(Buffer.alloc(10_000, 'x'));
    });
    expect(lines).toEqual(['(more output than 64 KB: the rest is not shown here)']);
  });
});
