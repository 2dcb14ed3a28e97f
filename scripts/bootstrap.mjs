// Everything between a fresh clone and a runnable tree. It runs before anything is installed,
// so it may use nothing but the built-in modules of Node 20.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const bin = join(root, 'node_modules', '.bin');

const windows = process.platform === 'win32';
const oldestNode = 20;
const stampFolder = join(root, 'node_modules', '.klaxon');
const runtime = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Installs and generates what is missing or out of date; answers the path of the pinned Node. */
export async function bootstrap() {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    fail(
      `Klaxon needs Node ${oldestNode} or newer to start; this is ${process.version}.\n` +
        'Install a newer one from https://nodejs.org and try again.',
    );
  }
  await install();
  await runNode(['scripts/generate.mjs'], 'Generating the database client failed.');
  await runNode(['scripts/build-dashboard.mjs'], 'Building the dashboard failed.');
  return runtime;
}

/** True when `name` was last stamped with this very `value`. */
export function isStamped(name, value) {
  const file = join(stampFolder, name);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

export function stamp(name, value) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(join(stampFolder, name), value);
}

/** The SHA-256 of some files of the tree, their names included. */
export function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The environment of commands that must find the pinned Node and the installed tools first. */
export function toolEnvironment(extra = {}) {
  return { ...process.env, ...extra, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
}

/** Runs a command to its end, its output passed through; answers the exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? code : 1));
  });
}

export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

async function install() {
  const inputs = hashFiles(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()]);
  const wanted = `${inputs} ${process.platform}-${process.arch}`;
  if (isStamped('install', wanted) && existsSync(runtime)) return;

  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.log(
    `Installing dependencies with ${packageManager} (the first time takes a minute or two) …`,
  );
  const code = await run(
    windows ? 'npx.cmd' : 'npx',
    [
      '--yes',
      packageManager,
      'install',
      '--frozen-lockfile',
      // NODE_ENV=production would leave out the pinned Node itself.
      '--prod=false',
      '--config.confirmModulesPurge=false',
      ...(process.stdout.isTTY ? [] : ['--reporter=append-only']),
    ],
    { shell: windows },
  );
  if (code !== 0 || !existsSync(runtime)) {
    fail(
      'Installing the dependencies failed; the lines above say why.\n' +
        'Klaxon needs the npm registry for this, and nothing else. Behind a mirror: npm config set registry <url>.',
    );
  }
  stamp('install', wanted);
}

function manifests() {
  const workspaces = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  return ['package.json', ...workspaces.sort(), 'tests/package.json'].filter((path) =>
    existsSync(join(root, path)),
  );
}

async function runNode(args, failure) {
  const code = await run(runtime, args, { env: toolEnvironment() });
  if (code !== 0) fail(failure);
}
