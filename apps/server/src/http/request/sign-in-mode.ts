/** `local`: Klaxon is for the one at its machine, who shows its token, and nobody signs in. */
export type SignInMode = 'local' | 'sign-in';
