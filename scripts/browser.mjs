// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { succeeds } from './succeeds.mjs';

/**
 * A Chromium for the tests, installed when there is none: what CHROMIUM_PATH names, an installed Chromium,
 * Chrome or Edge, Playwright's own, a download by Playwright, Debian's package.
 *
 * @param {string} root Folder of package.json.
 * @returns {Promise<string>} Path of a program that starts.
 */
export async function ensureBrowser(root) {
  const present = findBrowser() ?? (await playwrightsOwn());
  if (present) return present;
  process.stderr.write('No Chromium found; installing one for the tests ...\n');
  const cli = join(root, 'node_modules/playwright/cli.js');
  await succeeds(process.execPath, [cli, 'install', 'chromium'], { cwd: root });
  const downloaded = await playwrightsOwn();
  if (downloaded) return downloaded;
  await installDebianPackage(root);
  const packaged = findBrowser();
  if (packaged) return packaged;
  throw new Error(
    'The tests need a Chromium: install one, or name its program in the variable CHROMIUM_PATH.',
  );
}

/** An installed browser that starts, or nothing. A CHROMIUM_PATH that leads nowhere is said, not passed over. */
export function findBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not start. Correct it, or unset it.`);
  }
  return installedPlaces().find((path) => existsSync(path) && starts(path));
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) && starts(path) ? path : undefined;
}

/**
 * A downloaded browser can lack its system libraries, so being there is not enough. On Windows a browser
 * asked for its version opens a window instead.
 *
 * @param {string} path
 */
function starts(path) {
  if (process.platform === 'win32') return existsSync(path);
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** @param {string} root */
async function installDebianPackage(root) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A fresh image has no package lists, and old lists name versions that are gone.
  await succeeds('apt-get', ['-q', 'update'], { cwd: root, env });
  await succeeds('apt-get', ['-q', '-y', '--no-install-recommends', 'install', 'chromium'], {
    cwd: root,
    env,
  });
}

/** @returns {string[]} */
function installedPlaces() {
  if (process.platform === 'darwin') return macPlaces();
  if (process.platform === 'win32') return windowsPlaces();
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function macPlaces() {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
}

function windowsPlaces() {
  const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return bases.flatMap((base) => (base ? programs.map((program) => join(base, program)) : []));
}
