import { Button } from '@mantine/core';
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
        If Klaxon was updated or away a moment ago, loading it again is all it needs. If it breaks
        again, the browser's console says where.
        <Button mt="md" display="block" mx="auto" onClick={() => window.location.reload()}>
          Load again
        </Button>
      </Empty>
    );
  }
}
