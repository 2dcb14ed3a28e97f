// npm run demo is `npm run klaxon -- demo`.
process.argv.splice(2, 0, 'demo');
await import('./klaxon.mjs');
