import { Alert, type CSSVariablesResolver, createTheme, NavLink } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'indigo',
  // Text on filled buttons and badges stays readable whatever their colour is.
  autoContrast: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  fontFamily:
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  components: {
    // In the alert's own colour it is not readable on the light background of that colour.
    Alert: Alert.extend({ styles: { title: { color: 'var(--mantine-color-text)' } } }),
    NavLink: NavLink.extend({ styles: { root: { borderRadius: 'var(--mantine-radius-md)' } } }),
  },
});

/** Mantine's own dimmed text and links have less contrast than WCAG AA asks for. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: { '--mantine-color-dimmed': colors.gray[7], '--mantine-color-anchor': colors.indigo[8] },
  dark: { '--mantine-color-dimmed': colors.dark[1], '--mantine-color-anchor': colors.indigo[3] },
});
