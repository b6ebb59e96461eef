import { useRef } from 'react';
import './hex-view.css';
import { rowWindow } from './row-window.ts';
import { useCharacterWidth } from './use-character-width.ts';
import { useScrollBox } from './use-scroll-box.ts';

export interface HexViewProps {
  bytes: Uint8Array;
  label: string;
}

/** Bytes as offset, hexadecimal and ASCII, as many in a row as fit; only the rows in sight are drawn. */
export function HexView({ bytes, label }: HexViewProps) {
  const boxRef = useRef<HTMLDivElement>(null);
  const { scrollTop, width, height } = useScrollBox(boxRef);
  const bytesPerRow = bytesIn(width, useCharacterWidth(boxRef));
  const count = Math.ceil(bytes.length / bytesPerRow);
  const rows = rowWindow({ scrollTop, height, rowHeight, count });
  return (
    <div ref={boxRef} className="hex-view mono" role="region" aria-label={label} tabIndex={0}>
      <div className="hex-view-rows" style={{ blockSize: count * rowHeight }}>
        {rows.map((row) => (
          <div key={row} className="hex-view-row" style={{ insetBlockStart: row * rowHeight }}>
            <HexRow {...{ bytes, bytesPerRow }} offset={row * bytesPerRow} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface HexRowProps {
  bytes: Uint8Array;
  offset: number;
  bytesPerRow: number;
}

function HexRow({ bytes, offset, bytesPerRow }: HexRowProps) {
  const row = bytes.subarray(offset, offset + bytesPerRow);
  return (
    <>
      <span className="hex-view-offset">{offset.toString(16).padStart(8, '0')}</span>
      <span className="hex-view-bytes">{hex(row).padEnd(hexColumns(bytesPerRow))}</span>
      <span className="hex-view-text">{ascii(row)}</span>
    </>
  );
}

/** In groups of eight. */
function hex(row: Uint8Array): string {
  const pairs = Array.from(row, (byte) => byte.toString(16).padStart(2, '0'));
  return [pairs.slice(0, 8), pairs.slice(8)]
    .map((group) => group.join(' '))
    .join('  ')
    .trimEnd();
}

function hexColumns(bytesPerRow: number): number {
  return bytesPerRow * 3 - (bytesPerRow > 8 ? 0 : 1);
}

/** So many that no row scrolls sideways, but for the narrowest of boxes. */
function bytesIn(widthPx: number, characterPx: number): number {
  const fits = (count: number): boolean => (8 + hexColumns(count) + count) * characterPx + gapsPx <= widthPx;
  return widthPx === 0 || fits(16) ? 16 : fits(8) ? 8 : 4;
}

function ascii(row: Uint8Array): string {
  return Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
}

/** In CSS pixels; also in hex-view.css. */
const rowHeight = 20;
/** Between and around the columns; also in hex-view.css. */
const gapsPx = 56;
