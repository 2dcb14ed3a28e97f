import { NavLink, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { LINKS, type PageLink } from './pages.ts';

/** `onVisit` is called when a page was chosen, the present one too. */
export function Navigation({ onVisit }: { onVisit: () => void }) {
  const groups = [...new Set(LINKS.map(({ group }) => group))];
  return groups.map((group) => (
    <div key={group}>
      <Text size="xs" c="dimmed" fw={600} tt="uppercase" px="sm" pt="sm" pb={4}>
        {group}
      </Text>
      {LINKS.filter((link) => link.group === group).map((link) => (
        <PageNavLink key={link.path} link={link} onVisit={onVisit} />
      ))}
    </div>
  ));
}

function PageNavLink({ link, onVisit }: { link: PageLink; onVisit: () => void }) {
  const { path, label, icon: Icon } = link;
  const { pathname } = useLocation();
  const active = path === '/' ? pathname === '/' : pathname.startsWith(path);
  return (
    <NavLink
      component={Link}
      to={path}
      onClick={onVisit}
      label={label}
      leftSection={<Icon size={18} aria-hidden />}
      active={active}
      {...(active && { 'aria-current': 'page' })}
    />
  );
}
