/* The providers' doubles alone, for programs that do not run under Jest. */
export * from './http-double.ts';
export * from './slack-double.ts';
export * from './smtp-double.ts';
export * from './telegram-double.ts';
