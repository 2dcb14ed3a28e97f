import { Button, Group, Popover, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../session/session.ts';
import { useNow } from '../../shared/use-now.ts';
import { type ListFilter, writeFilter } from './list-filter.ts';
import { builtInViews, readViews, type View, viewOf, withView } from './views.ts';

function useSavedViews() {
  return useLocalStorage<View[]>({
    key: 'klaxon-incident-views',
    defaultValue: [],
    deserialize: readViews,
    getInitialValueInEffect: false,
  });
}

/** Filters by name: the built-in ones, and those that were saved in this browser. */
export function ViewBar({ filter }: { filter: ListFilter }) {
  const { user } = useSession();
  const [saved, setSaved] = useSavedViews();
  const builtIn = builtInViews(user?.id ?? null, useNow());
  const current = viewOf(builtIn, filter);
  const own = current ? null : viewOf(saved, filter);
  return (
    <Group component="nav" aria-label="Views" gap={6}>
      {[...builtIn, ...saved].map((view) => (
        <Button
          key={view.name}
          component={Link}
          to={{ search: view.search }}
          size="xs"
          variant={view === (current ?? own) ? 'filled' : 'default'}
          {...(view === (current ?? own) && { 'aria-current': 'page' })}
        >
          {view.name}
        </Button>
      ))}
      {!current && !own && (
        <SaveView
          taken={builtIn.map(({ name }) => name)}
          onSave={(name) =>
            setSaved((views) => [
              ...withView(views, { name, search: writeFilter(filter).toString() }),
            ])
          }
        />
      )}
      {own && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => setSaved((views) => views.filter(({ name }) => name !== own.name))}
        >
          Delete this view
        </Button>
      )}
    </Group>
  );
}

function SaveView({ taken, onSave }: { taken: readonly string[]; onSave: (name: string) => void }) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const isTaken = taken.includes(name.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTaken) return;
    onSave(name.trim());
    setOpened(false);
    setName('');
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconBookmarkPlus size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          Save as a view
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Save as a view">
        <form onSubmit={submit}>
          <Group align="flex-end" gap="xs">
            <TextInput
              label="Name of the view"
              description="Kept in this browser"
              required
              maxLength={60}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              error={isTaken && 'A built-in view is called that'}
            />
            <Button type="submit">Save</Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
