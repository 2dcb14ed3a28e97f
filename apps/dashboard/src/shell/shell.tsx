import { AppShell, Burger, Center, Group, Loader, Text } from '@mantine/core';
import { useDisclosure, useTimeout } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { ShortcutsHelp } from '../incidents/shortcuts/shortcuts-help.tsx';
import { LiveBanner } from '../live/live-banner.tsx';
import { LiveProvider } from '../live/live-provider.tsx';
import { useOpenIcon } from '../live/open-count.ts';
import { Crash } from '../shared/crash.tsx';
import { Empty } from '../shared/empty.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { useArrival } from './arrival.ts';
import { HeaderMenu } from './header-menu.tsx';
import { Navigation } from './navigation.tsx';
import { loadAllPages, ROUTES } from './pages.ts';

const MAIN = 'main';
/** When the first page has long been drawn. */
const OTHER_PAGES_AFTER = 10_000;

/** The tabs of the settings are parts of one page, which stays. */
function pageOf(pathname: string): string {
  return pathname.startsWith('/settings') ? '/settings' : pathname;
}

function Nowhere() {
  return (
    <>
      <PageHead title="There is nothing here" />
      <Empty title="The address may be mistyped">
        The pages that there are stand in the navigation.
      </Empty>
    </>
  );
}

/** What is around every page. */
export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useArrival(MAIN);
  useOpenIcon();
  const { start } = useTimeout(loadAllPages, OTHER_PAGES_AFTER);
  useEffect(start, [start]);
  return (
    <LiveProvider>
      <a href={`#${MAIN}`} className="skip-link">
        Skip to the content
      </a>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding="md"
      >
        <AppShell.Header>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label="Navigation"
                aria-expanded={opened}
              />
              <Text
                component={Link}
                to="/"
                fw={700}
                size="lg"
                c="var(--mantine-color-text)"
                td="none"
              >
                Klaxon
              </Text>
            </Group>
            <HeaderMenu />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" component="nav" aria-label="Pages">
          <Navigation onVisit={close} />
        </AppShell.Navbar>
        <AppShell.Main id={MAIN} tabIndex={-1}>
          <LiveBanner />
          <ShortcutsHelp />
          <Crash key={pageOf(pathname)}>
            <Suspense
              fallback={
                <Center mih="40vh">
                  <Loader role="status" aria-label="Loading" />
                </Center>
              }
            >
              <Routes>
                {ROUTES.map(({ path, page: Page }) => (
                  <Route key={path} path={path} element={<Page />} />
                ))}
                <Route path="*" element={<Nowhere />} />
              </Routes>
            </Suspense>
          </Crash>
        </AppShell.Main>
      </AppShell>
    </LiveProvider>
  );
}
