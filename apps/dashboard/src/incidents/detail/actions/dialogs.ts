import type { IncidentDetail } from '../../incident.ts';

export interface DialogProps {
  readonly incident: IncidentDetail;
  readonly onClose: () => void;
}
