// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs a command to its end, with what it prints on stderr: the stdout of a script belongs to its own answer.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, shell?: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<boolean>} Whether it ended with 0; a command that does not exist did not.
 */
export function succeeds(command, args, { cwd, shell = false, env = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { cwd, shell, env, stdio: ['ignore', 2, 2] });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
