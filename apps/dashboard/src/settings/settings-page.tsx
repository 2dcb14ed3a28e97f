import type { ComponentType } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useSession } from '../session/session.ts';
import { Empty } from '../shared/empty.tsx';
import { LinkTabs } from '../shared/link-tabs.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { AccountPage } from './account/account-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { IntegrationsPage } from './keys/integrations-page.tsx';
import { KeysPage } from './keys/keys-page.tsx';
import { LocalModePage } from './local-mode-page.tsx';
import { PeoplePage } from './people/people-page.tsx';
import { settingsSections } from './sections.ts';
import { TeamsPage } from './teams/teams-page.tsx';

const PAGES: Readonly<Record<string, ComponentType>> = {
  local: LocalModePage,
  people: PeoplePage,
  teams: TeamsPage,
  keys: KeysPage,
  integrations: IntegrationsPage,
  audit: AuditPage,
  account: AccountPage,
};

export default function SettingsPage() {
  const sections = settingsSections(useSession());
  const [first] = sections;
  return (
    <>
      <LinkTabs
        label="Settings"
        tabs={sections.map(({ path, label }) => ({ to: `/settings/${path}`, label }))}
      />
      <Routes>
        {first && <Route index element={<Navigate to={first.path} replace />} />}
        {sections.map(({ path }) => {
          const Page = PAGES[path];
          return Page && <Route key={path} path={path} element={<Page />} />;
        })}
        <Route path="*" element={<NotHere />} />
      </Routes>
    </>
  );
}

function NotHere() {
  return (
    <>
      <PageHead title="Settings" />
      <Empty title="There is no such page here for you">
        Either the address is mistyped, or the page is not for your role or for this way of running
        Klaxon. The tabs above lead to what there is.
      </Empty>
    </>
  );
}
