const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const DOMAIN_LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const ADDRESS = new RegExp(
  `^(?=.{1,254}$)(?=[^@]{1,64}@)${ATOM}(?:\\.${ATOM})*@${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})*$`,
);

/**
 * Whether this is exactly one bare address (RFC 5322's dot-atom form). Mail libraries read address
 * *lists*: a comma or a line break in a looser string would make them send to somebody else.
 */
export function isEmailAddress(text: string): boolean {
  return ADDRESS.test(text);
}
