import { api } from '../api/klaxon.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { describeRule, type Rule } from './rule-words.ts';

export function DeleteRuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const remove = api.useMutation('delete', '/api/notification-rules/{id}', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      title={`Delete the rule ${rule.name}?`}
      action="Delete the rule"
      mutation={remove}
      onConfirm={() => remove.mutate({ params: { path: { id: rule.id } } })}
      onClose={onClose}
    >
      It says: {describeRule(rule)}. A channel that has no rules left hears everything.
    </ConfirmDialog>
  );
}
