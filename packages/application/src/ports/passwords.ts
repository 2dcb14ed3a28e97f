export interface Passwords {
  /** In PHC format, with the parameters of the day. */
  hash(password: string): Promise<string>;
  /**
   * Takes the same time whether or not there is a hash, so that nobody learns who has an account.
   * `outdated`: the hash was made with other parameters and should be made again.
   */
  verify(
    hash: string | null,
    password: string,
  ): Promise<{ readonly matches: boolean; readonly outdated: boolean }>;
}
