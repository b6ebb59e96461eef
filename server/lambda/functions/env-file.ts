import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * Reads the variables of --env-file, in dotenv's form; every handler gets them, credentials included.
 * @throws Error that names the file
 */
export function readEnvFile(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The file of environment variables ${file} cannot be read: ${reason}`, { cause: error });
  }
  const entries = Object.entries(parseEnv(text)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries(entries);
}
