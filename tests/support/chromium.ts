import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface Chromium {
  readonly executablePath: string;
  /** What it needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The Chromium that CHROMIUM_PATH names; on Linux x86-64 the one that comes from npm, elsewhere the one
 * that is installed.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { executablePath: named, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium();
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = [...candidates, MAC].find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error(
      'There is no Chromium for the tests: install one, or set CHROMIUM_PATH to where one is.',
    );
  return { executablePath, env: {} };
}

/**
 * Unpacks the Chromium of @sparticuz/chromium beside its package. By itself it goes to the folder for
 * temporary files, where two test processes that start together would find each other's half of it.
 */
async function unpackedChromium(): Promise<Chromium> {
  const main = require.resolve('@sparticuz/chromium');
  const home = resolve(main, '../..');
  const folder = join(home, 'unpacked');
  if (!existsSync(folder)) {
    const own = await mkdtemp(`${folder}-`);
    const unpack = `await (await import(${JSON.stringify(main)})).default.executablePath()`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
      // As on AWS Lambda, so that it brings the libraries that a bare machine has not.
      env: { TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    await writeFile(join(own, 'fonts', 'fonts.conf'), fontsConf(folder));
    await rename(own, folder).catch(async (error) => {
      await rm(own, { recursive: true });
      if (!existsSync(folder)) throw error;
    });
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
  };
}

/** The same letters on every machine, one without any fonts included; what they lack comes from the machine. */
function fontsConf(folder: string): string {
  const families = ['sans-serif', 'system-ui', 'Arial', 'Helvetica'];
  const aliases = families.map(
    (family) =>
      `  <match target="pattern"><test name="family"><string>${family}</string></test>` +
      `<edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
${aliases.join('\n')}
</fontconfig>
`;
}
