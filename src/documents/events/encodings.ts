import { encodeBase64 } from '../base64.ts';
import { md5Hex } from '../md5.ts';
import { storedGzip } from './stored-gzip.ts';

const encoder = new TextEncoder();

/** The text's UTF-8 bytes in base64. */
export function base64Of(text: string): string {
  return encodeBase64(encoder.encode(text));
}

/** The text's UTF-8 bytes in a gzip file in base64. */
export function gzipBase64Of(text: string): string {
  return encodeBase64(storedGzip(encoder.encode(text)));
}

export function md5Of(text: string): string {
  return md5Hex(encoder.encode(text));
}

export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

/**
 * An object's key as S3 notifications write it: UTF-8, percent-encoded but for letters, digits and `-_.*\/`, and a
 * space is a plus.
 */
export function s3Key(key: string): string {
  return encodeURIComponent(key.toWellFormed())
    .replaceAll(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/')
    .replaceAll('%20', '+');
}
