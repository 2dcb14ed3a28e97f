export { hmacActionTokens } from './action-tokens.ts';
export { isSameSecret } from './same-secret.ts';
export { secretBox } from './secret-box.ts';
export { parseSecretKeys, type SecretKey } from './secret-key.ts';
export { createSecretKeyFile, readSecretKeyFile } from './secret-key-file.ts';
export { newWebhookSecret } from './webhook-secret.ts';
