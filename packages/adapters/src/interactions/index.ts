export { slackInteractions } from './slack-interactions.ts';
export { slackSignature } from './slack-signature.ts';
export { listenToSlack } from './slack-socket-mode.ts';
export { telegramInteractions } from './telegram-interactions.ts';
export { pollTelegram } from './telegram-polling.ts';
