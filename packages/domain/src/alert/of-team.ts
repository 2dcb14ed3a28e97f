const TEAM = /@([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/;
const TEAM_LENGTH = 37;
/** What leaves room for a team in a column of 255 characters. */
const LONGEST = 255 - TEAM_LENGTH;

/**
 * The name of an alert, or of a source's group, of a team's own: what a sender of that team says of it is said of
 * no other team's. Null where the name is too long for that.
 */
export function ofTeam(name: string, teamId: string): string | null {
  if (teamOf(name) === teamId) return name;
  return name.length > LONGEST ? null : `${name}@${teamId}`;
}

/** The team whose own something of this name is; null for what is shared by all. */
export function teamOf(name: string): string | null {
  if (name.at(-TEAM_LENGTH) !== '@') return null;
  return TEAM.exec(name)?.[1] ?? null;
}

/** The name that the source gave. */
export function asNamedBySource(name: string): string {
  return teamOf(name) === null ? name : name.slice(0, -TEAM_LENGTH);
}
