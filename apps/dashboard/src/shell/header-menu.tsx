import { ActionIcon, Badge, Group, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import {
  IconApi,
  IconBellRinging,
  IconBellZ,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { api } from '../api/klaxon.ts';
import { useAlarmSettings } from '../live/alarm-settings.ts';
import { useSession } from '../session/session.ts';

/** What belongs to the person, or to this browser. */
export function HeaderMenu() {
  const { mode, user } = useSession();
  return (
    <Group gap="xs" wrap="nowrap">
      {mode === 'local' && (
        <Tooltip
          label="Klaxon answers to this machine alone, and nobody signs in."
          multiline
          maw={260}
        >
          <Badge variant="light" color="gray" tabIndex={0}>
            Local mode
          </Badge>
        </Tooltip>
      )}
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Account and appearance">
            <IconUser size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {user && <Menu.Label>{`${user.name} · ${user.role}`}</Menu.Label>}
          <AppearanceItems />
          <Menu.Divider />
          <AlarmItems />
          <Menu.Divider />
          <Menu.Item component="a" href="/docs" leftSection={<IconApi size={16} aria-hidden />}>
            API documentation
          </Menu.Item>
          {user && <AccountItems />}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

const SCHEMES = [
  { value: 'auto', label: 'As the system has it', icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
] as const;

function AppearanceItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>Appearance</Menu.Label>
      {SCHEMES.map(({ value, label, icon: Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => setColorScheme(value)}
          {...(colorScheme === value && { 'aria-current': 'true', fw: 700 })}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}

function AlarmItems() {
  const { notify, sound, setNotify, setSound } = useAlarmSettings();
  const Bell = notify ? IconBellRinging : IconBellZ;
  const Volume = sound ? IconVolume : IconVolumeOff;
  return (
    <>
      <Menu.Label>When an incident opens, in this browser</Menu.Label>
      <Menu.Item leftSection={<Bell size={16} aria-hidden />} onClick={() => setNotify(!notify)}>
        {notify ? 'Notifications are on' : 'Notifications are off'}
      </Menu.Item>
      <Menu.Item leftSection={<Volume size={16} aria-hidden />} onClick={() => setSound(!sound)}>
        {sound ? 'Sound is on' : 'Sound is off'}
      </Menu.Item>
    </>
  );
}

function AccountItems() {
  const signOut = api.useMutation('post', '/api/auth/sign-out');
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        component={Link}
        to="/settings/account"
        leftSection={<IconUser size={16} aria-hidden />}
      >
        Your account
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLogout size={16} aria-hidden />}
        onClick={() => signOut.mutate({})}
      >
        Sign out
      </Menu.Item>
    </>
  );
}
