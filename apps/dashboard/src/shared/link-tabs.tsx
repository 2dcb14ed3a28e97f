import { Box, Group, NavLink } from '@mantine/core';
import { Link, useLocation } from 'react-router';

/** Pages that belong together, one link each. */
export function LinkTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { readonly to: string; readonly label: string }[];
}) {
  const { pathname } = useLocation();
  return (
    <Box component="nav" aria-label={label} mb="md">
      <Group gap="xs">
        {tabs.map((tab) => {
          const active = pathname === tab.to;
          return (
            <NavLink
              key={tab.to}
              component={Link}
              to={tab.to}
              label={tab.label}
              w="auto"
              active={active}
              {...(active && { 'aria-current': 'page' })}
            />
          );
        })}
      </Group>
    </Box>
  );
}
