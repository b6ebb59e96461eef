import { useEffect, useState } from 'react';
import { formatBytes } from '../../../ui/format-numbers.ts';
import './image-preview.css';

export interface ImagePreviewProps {
  bytes: Uint8Array;
  /** One of the types that image-type.ts knows. */
  type: string;
}

/**
 * A picture in an `<img>` with a data: URL, which is all that the page's policy lets in. So an SVG is drawn without
 * its scripts, and nothing that it points to is fetched.
 */
export function ImagePreview({ bytes, type }: ImagePreviewProps) {
  const url = useDataUrl(bytes, type);
  const [size, setSize] = useState<string | null>(null);
  return (
    <figure className="image-preview">
      <div className="image-preview-frame">
        {url !== null && (
          <img
            className="image-preview-image"
            src={url}
            alt={`Response as ${type}`}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize(`${naturalWidth} × ${naturalHeight} px`)
            }
            onError={() => setSize('can’t be drawn: see its bytes')}
          />
        )}
      </div>
      <figcaption className="image-preview-caption dim">
        {[type, size, formatBytes(bytes.length)].filter((part) => part !== null).join(' · ')}
      </figcaption>
    </figure>
  );
}

/** The browser encodes megabytes aside; doing it here would hold the page up. */
function useDataUrl(bytes: Uint8Array, type: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const reader = new FileReader();
    reader.addEventListener('load', () => setUrl(typeof reader.result === 'string' ? reader.result : null));
    reader.readAsDataURL(new Blob([bytes.slice()], { type }));
    return () => reader.abort();
  }, [bytes, type]);
  return url;
}
