import { Alert, type CSSVariablesResolver, createTheme, NavLink } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  // Text on filled buttons and badges stays readable whatever their colour is.
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'md',
  fontFamily:
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  components: {
    // In the alert's own colour it is not readable on the light background of that colour.
    Alert: Alert.extend({ styles: { title: { color: 'var(--mantine-color-text)' } } }),
    NavLink: NavLink.extend({ styles: { root: { borderRadius: 'var(--mantine-radius-md)' } } }),
  },
});

/** Which shade of a colour can be read on white, as text and as the frame around it. */
const READABLE = { red: 8, teal: 9, blue: 8, indigo: 8, gray: 7 } as const;

/** Mantine's own dimmed text, links, outlines and errors have less contrast than WCAG AA asks for. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-anchor': colors.indigo[8],
    '--mantine-color-error': colors.red[8],
    ...Object.fromEntries(
      Object.entries(READABLE).map(([name, shade]) => [
        `--mantine-color-${name}-outline`,
        colors[name]?.[shade] ?? '',
      ]),
    ),
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-anchor': colors.indigo[3],
    '--mantine-color-error': colors.red[4],
  },
});
