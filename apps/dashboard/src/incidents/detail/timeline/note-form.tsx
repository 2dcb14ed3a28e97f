import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';
import { api } from '../../../api/klaxon.ts';
import { describeError } from '../../../api/problem.ts';

export function NoteForm({ id, noteRef }: { id: string; noteRef: Ref<HTMLTextAreaElement> }) {
  const [text, setText] = useState('');
  const add = api.useMutation('post', '/api/incidents/{id}/notes', {
    meta: { saysItself: true },
    // What was typed while it was saved is another note.
    onSuccess: (_saved, { body }) => setText((now) => (now === body.text ? '' : now)),
  });
  const save = () => {
    if (text.trim() !== '' && !add.isPending)
      add.mutate({ params: { path: { id } }, body: { text } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const press = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) save();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          ref={noteRef}
          label="Add a note"
          placeholder="What you saw, what you did"
          aria-keyshortcuts="n"
          autosize
          minRows={1}
          maxRows={12}
          maxLength={10_000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={press}
          error={add.error ? describeError(add.error) : false}
        />
        {text.trim() !== '' && (
          <Group justify="flex-end">
            <Button
              size="xs"
              type="submit"
              aria-keyshortcuts="Control+Enter"
              loading={add.isPending}
            >
              Add the note
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
