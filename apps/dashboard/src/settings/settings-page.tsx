import { PageHead } from '../shared/page-head.tsx';

export default function SettingsPage() {
  return <PageHead title="Settings" />;
}
