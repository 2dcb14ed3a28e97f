import { Type } from 'typebox';
import { component } from './component.ts';

export const AnnouncementKind = component(
  'AnnouncementKind',
  Type.Enum(['created', 'acknowledged', 'resolved', 'reopened', 'grown'], {
    type: 'string',
    description: 'What people are told of.',
  }),
);
