import { Component, type ReactNode } from 'react';
import { Empty } from './empty.tsx';

/** A page that breaks takes neither the navigation nor the other pages with it. */
export class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty title="This page broke">
        Load it again. If Klaxon was updated a moment ago, that is all it needs; if it breaks again,
        the browser's console says where.
      </Empty>
    );
  }
}
