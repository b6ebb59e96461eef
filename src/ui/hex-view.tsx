import { useRef } from 'react';
import './hex-view.css';
import { rowWindow } from './row-window.ts';
import { useScrollBox } from './use-scroll-box.ts';

export interface HexViewProps {
  bytes: Uint8Array;
  label: string;
}

/** Bytes as offset, hexadecimal and ASCII; only the rows in sight are drawn. */
export function HexView({ bytes, label }: HexViewProps) {
  const boxRef = useRef<HTMLDivElement>(null);
  const { scrollTop, height } = useScrollBox(boxRef);
  const count = Math.ceil(bytes.length / bytesPerRow);
  const rows = rowWindow({ scrollTop, height, rowHeight, count });
  return (
    <div ref={boxRef} className="hex-view mono" role="region" aria-label={label} tabIndex={0}>
      <div className="hex-view-rows" style={{ blockSize: count * rowHeight }}>
        {rows.map((row) => (
          <div key={row} className="hex-view-row" style={{ insetBlockStart: row * rowHeight }}>
            <HexRow bytes={bytes} offset={row * bytesPerRow} />
          </div>
        ))}
      </div>
    </div>
  );
}

function HexRow({ bytes, offset }: { bytes: Uint8Array; offset: number }) {
  const row = bytes.subarray(offset, offset + bytesPerRow);
  return (
    <>
      <span className="hex-view-offset">{offset.toString(16).padStart(8, '0')}</span>
      <span className="hex-view-bytes">{hex(row)}</span>
      <span className="hex-view-text">{ascii(row)}</span>
    </>
  );
}

function hex(row: Uint8Array): string {
  const pairs = Array.from(row, (byte) => byte.toString(16).padStart(2, '0'));
  return `${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ')}`.padEnd(bytesPerRow * 3);
}

function ascii(row: Uint8Array): string {
  return Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
}

const bytesPerRow = 16;
/** In CSS pixels; also in hex-view.css. */
const rowHeight = 20;
