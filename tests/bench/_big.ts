import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@klaxon/adapters';
import { startKlaxon } from '../support/klaxon-process.ts';
import { largePost } from './storms.ts';

const folder = mkdtempSync(join(tmpdir(), 'klaxon-bench-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({
  dataFolder: join(folder, 'postgres'),
  database: 'klaxon_test',
  flags: [
    '-c',
    'log_min_duration_statement=10',
    '-c',
    'log_checkpoints=on',
    '-c',
    'log_temp_files=0',
    '-c',
    'log_parameter_max_length=50',
    '-c',
    'log_line_prefix=%m ',
  ],
});
const prof = process.argv[2];
const klaxon = await startKlaxon({
  DATABASE_URL: postgres.url,
  LOG_LEVEL: 'info',
  ...(prof ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${prof}` } : {}),
});
for (let i = 0; i < 3; i++)
  console.log(new Date().toISOString(), await largePost(klaxon.url), new Date().toISOString());
await klaxon.end('SIGTERM');
await postgres.stop();
console.log(
  readFileSync(join(folder, 'postgres.log'), 'utf8')
    .split('\n')
    .filter((l) => /duration|checkpoint|temporary/.test(l))
    .map((l) => l.slice(0, 140))
    .slice(-30)
    .join('\n'),
);
rmSync(folder, { recursive: true, force: true });
