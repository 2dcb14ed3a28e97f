/*
 * What a report may hold. Real ones stay far below: no page may ever be lost to a bound, so an alert
 * beyond them is shortened and says so. Lengths are in UTF-16 units.
 */

/** What one set of names and texts may hold. */
export interface TextBounds {
  readonly entries: number;
  readonly name: number;
  readonly text: number;
  /** All names and texts together. */
  readonly total: number;
}

export const LABEL_BOUNDS: TextBounds = {
  entries: 256,
  name: 1_024,
  text: 8_192,
  total: 65_536,
};

export const ANNOTATION_BOUNDS: TextBounds = {
  entries: 256,
  name: 1_024,
  text: 65_536,
  total: 262_144,
};

/** A longer address is left out: cut, it would lead nowhere. */
export const URL_BOUND = 8_192;

/** Alerts of one report; those that follow are left out, which is kept among the rejected. */
export const ALERTS_BOUND = 100_000;

/** Entries of one report that are kept among the rejected; the others are counted. */
export const REJECTED_BOUND = 100;

/** What a body may hold besides: values of any kind in all, and one inside another. */
export const VALUES_BOUND = 2_000_000;
export const DEPTH_BOUND = 10_000;
