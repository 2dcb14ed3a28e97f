// A stand-in for Klaxon that tests may kill: it starts PostgreSQL on the folder of its argument,
// prints the URL, and at each Ctrl-C prints whether PostgreSQL still answers.
import { startEmbeddedPostgres } from '@klaxon/adapters';
import { execute } from './database.ts';
import { throwAwayFlags } from './test-server.ts';

const [dataFolder] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error('Which data folder?');

const { url } = await startEmbeddedPostgres({
  dataFolder,
  database: 'klaxon_test',
  flags: throwAwayFlags,
});
process.on('SIGINT', async () => {
  const answer = await execute(url, 'SELECT 1').then(
    () => 'answers',
    () => 'gone',
  );
  console.log(answer);
});
console.log(url);
setInterval(() => {}, 60_000);
