import { AppShell, Burger, Center, Group, Loader, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { LiveBanner } from '../live/live-banner.tsx';
import { LiveProvider } from '../live/live-provider.tsx';
import { OpenIncidentsBadge } from '../live/open-incidents-badge.tsx';
import { Crash } from '../shared/crash.tsx';
import { Empty } from '../shared/empty.tsx';
import { HeaderMenu } from './header-menu.tsx';
import { Navigation } from './navigation.tsx';
import { ROUTES } from './pages.ts';

/** What is around every page. */
export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  // On a phone the menu closes when the page changes.
  useEffect(close, [pathname]);
  return (
    <LiveProvider>
      <a href="#main" className="skip-link">
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
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1}>
          <OpenIncidentsBadge />
          <LiveBanner />
          <Crash key={pathname}>
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
                <Route
                  path="*"
                  element={
                    <Empty title="There is nothing here">The address may be mistyped.</Empty>
                  }
                />
              </Routes>
            </Suspense>
          </Crash>
        </AppShell.Main>
      </AppShell>
    </LiveProvider>
  );
}
