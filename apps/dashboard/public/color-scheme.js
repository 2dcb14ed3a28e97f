// Before anything is drawn, so that whoever chose dark is not dazzled by a white page first.
const chosen = localStorage.getItem('mantine-color-scheme-value');
const dark =
  chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
