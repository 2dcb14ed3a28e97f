/** `local`: whoever reaches Klaxon sits at its machine, and nobody signs in. */
export type SignInMode = 'local' | 'sign-in';
