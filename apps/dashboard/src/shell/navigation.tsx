import { NavLink, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { LINKS, type PageLink } from './pages.ts';

export function Navigation() {
  const groups = [...new Set(LINKS.map(({ group }) => group))];
  return groups.map((group) => (
    <div key={group}>
      <Text size="xs" c="dimmed" fw={600} tt="uppercase" px="sm" pt="sm" pb={4}>
        {group}
      </Text>
      {LINKS.filter((link) => link.group === group).map((link) => (
        <PageNavLink key={link.path} {...link} />
      ))}
    </div>
  ));
}

function PageNavLink({ path, label, icon: Icon }: PageLink) {
  const { pathname } = useLocation();
  const active = path === '/' ? pathname === '/' : pathname.startsWith(path);
  return (
    <NavLink
      component={Link}
      to={path}
      label={label}
      leftSection={<Icon size={18} aria-hidden />}
      active={active}
      {...(active && { 'aria-current': 'page' })}
    />
  );
}
