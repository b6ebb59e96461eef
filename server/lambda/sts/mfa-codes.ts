import { ApiError } from '../api/api-error.ts';
import type { StsInput } from './sts-input.ts';

/**
 * There is no device here, so any six digits are a right code, except 000000. As on AWS a code opens one session:
 * whoever sends it twice is refused.
 */
export class MfaCodes {
  readonly #used = new Set<string>();

  /** @throws ApiError AccessDeniedException for a wrong code, ValidationException for what is none */
  check(input: StsInput): void {
    const serialNumber = input.text('SerialNumber', { min: 9, max: 256, pattern: /^[\w+=/:,.@-]*$/ });
    const code = input.text('TokenCode', { min: 6, max: 6, pattern: /^[\d]*$/ });
    if (serialNumber === undefined && code === undefined) return;
    if (serialNumber === undefined || code === undefined) {
      throw failed(', must provide both MFA serial number and one time pass code.');
    }
    const key = `${serialNumber} ${code}`;
    if (code === '000000' || this.#used.has(key)) throw failed(' with invalid MFA one time pass code. ');
    this.#used.add(key);
  }
}

function failed(how: string): ApiError {
  return new ApiError('AccessDeniedException', `MultiFactorAuthentication failed${how}`);
}
