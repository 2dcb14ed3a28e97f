import type { Permission, Profile } from '../session/session.ts';

export interface SettingsSection {
  readonly path: string;
  readonly label: string;
}

interface Section extends SettingsSection {
  /** What it takes to see it. */
  readonly permission: Permission;
  /** Whether it means anything where nobody signs in. */
  readonly local: boolean;
}

const SECTIONS: readonly Section[] = [
  { path: 'people', label: 'People', permission: 'people:read', local: false },
  { path: 'teams', label: 'Teams and services', permission: 'people:read', local: false },
  { path: 'keys', label: 'Keys', permission: 'keys:read', local: false },
  { path: 'audit', label: 'Audit log', permission: 'audit:read', local: true },
];

/** The pages of the settings that somebody may see, and that mean something to them. */
export function settingsSections({
  mode,
  user,
  permissions,
}: Pick<Profile, 'mode' | 'user' | 'permissions'>): readonly SettingsSection[] {
  const seen = SECTIONS.filter(
    ({ permission, local }) => permissions.includes(permission) && (local || mode === 'sign-in'),
  );
  return [
    ...(mode === 'local'
      ? [
          { path: 'local', label: 'Local mode' },
          { path: 'integrations', label: 'Integrations' },
        ]
      : []),
    ...seen,
    ...(user === null ? [] : [{ path: 'account', label: 'Your account' }]),
  ].map(({ path, label }) => ({ path, label }));
}
