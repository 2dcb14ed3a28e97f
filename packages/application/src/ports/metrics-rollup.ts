/** The sums that the metrics are read from. They follow every change of an incident by themselves. */
export interface MetricsRollup {
  /**
   * Puts the changes since the last time into the sums: reading then stays as cheap as it was. What the
   * metrics answer is the same before, after and meanwhile.
   */
  compact(): Promise<void>;
}
