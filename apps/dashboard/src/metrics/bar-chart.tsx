import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartOptions,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { Bar } from 'react-chartjs-2';
import { durationStep, formatMeasure, type TrendMeasure, type TrendPoint } from './trend.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** The only file that knows Chart.js, and one of its own to the browser. */
export default function BarChart({
  points,
  measure,
  description,
}: {
  points: readonly TrendPoint[];
  measure: TrendMeasure;
  description: string;
}) {
  const { colors } = useMantineTheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const isStill = useReducedMotion(false, { getInitialValueInEffect: false });
  const text = isDark ? colors.dark[1] : colors.gray[7];
  const most = Math.max(...points.map((point) => point[measure] ?? 0));
  const options: ChartOptions<'bar'> = {
    maintainAspectRatio: false,
    ...(isStill ? { animation: false } : { animation: { duration: 200 } }),
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        grid: { display: false },
        ticks: { color: text, maxRotation: 0, autoSkipPadding: 16 },
      },
      y: {
        beginAtZero: true,
        grid: { color: isDark ? colors.dark[5] : colors.gray[2] },
        border: { display: false },
        ticks: {
          color: text,
          maxTicksLimit: 5,
          ...(measure === 'incidents' ? { precision: 0 } : { stepSize: durationStep(most) }),
          callback: (value) => formatMeasure(measure, Number(value)),
        },
      },
    },
    plugins: {
      tooltip: {
        displayColors: false,
        callbacks: { label: ({ parsed }) => formatMeasure(measure, parsed.y) },
      },
    },
  };
  const data = {
    labels: points.map(({ label }) => label),
    datasets: [
      {
        data: points.map((point) => point[measure]),
        backgroundColor: isDark ? colors.indigo[4] : colors.indigo[6],
        maxBarThickness: 32,
      },
    ],
  };
  return <Bar options={options} data={data} role="img" aria-label={description} />;
}
