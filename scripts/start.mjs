// npm start is `npm run klaxon -- start`.
process.argv.splice(2, 0, 'start');
await import('./klaxon.mjs');
