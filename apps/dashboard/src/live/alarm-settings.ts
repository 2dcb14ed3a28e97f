import { useLocalStorage } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { beep, readySound } from './sound.ts';

/** Whether this browser rings when an incident opens, and how. */
export function useAlarmSettings() {
  const [notify, saveNotify] = useLocalStorage({ key: 'klaxon-notify', defaultValue: false });
  const [sound, saveSound] = useLocalStorage({ key: 'klaxon-sound', defaultValue: false });

  async function setNotify(on: boolean): Promise<void> {
    if (!on || (await mayNotify())) return saveNotify(on);
    notifications.show({
      color: 'red',
      title: 'This browser does not let Klaxon notify you',
      message:
        'Allow notifications for this page in the settings of the browser, then try again. ' +
        'On an iPhone, add Klaxon to the home screen first.',
    });
  }

  async function setSound(on: boolean): Promise<void> {
    saveSound(on);
    // So that it is known how it sounds, and that it does.
    if (on && (await readySound())) beep();
  }

  return { notify, sound, setNotify, setSound };
}

async function mayNotify(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}
