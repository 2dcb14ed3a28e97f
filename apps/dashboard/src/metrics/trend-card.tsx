import { Box, Card, Skeleton, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { describeTrend, formatMeasure, type TrendMeasure, type TrendPoint } from './trend.ts';

const BarChart = lazy(() => import('./bar-chart.tsx'));

export function TrendCard({
  title,
  measure,
  sum,
  points,
  empty,
}: {
  title: string;
  measure: TrendMeasure;
  /** Of the whole time. */
  sum: number | null;
  points: readonly TrendPoint[];
  empty: string;
}) {
  const isEmpty = sum === null || (measure === 'incidents' && sum === 0);
  return (
    <Card withBorder padding="sm">
      <Title order={3} size="sm" fw={500} c="dimmed">
        {title}
      </Title>
      <Text size="xl" fw={700}>
        {formatMeasure(measure, sum)}
      </Text>
      <Box h={140} pos="relative">
        {isEmpty ? (
          <Text size="sm" c="dimmed">
            {empty}
          </Text>
        ) : (
          <Suspense fallback={<Skeleton h="100%" />}>
            <BarChart
              points={points}
              measure={measure}
              description={`${title}, ${describeTrend(points, measure)}`}
            />
          </Suspense>
        )}
      </Box>
    </Card>
  );
}
