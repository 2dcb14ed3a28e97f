let shared: AudioContext | null = null;

/** Browsers let a page sound once somebody has clicked or typed in it: call it then, and the rest of the day is heard. */
export async function readySound(): Promise<boolean> {
  shared ??= new AudioContext();
  // It never settles while nobody has touched the page.
  await Promise.race([shared.resume(), new Promise((done) => setTimeout(done, 200))]);
  return shared.state === 'running';
}

const NOTES = [
  { frequency: 880, after: 0 },
  { frequency: 660, after: 0.18 },
];
const SECONDS = 0.15;

/** Two short notes: no file to load when the network is what is broken. */
export function beep(): void {
  const context = shared;
  if (context?.state !== 'running') return;
  for (const { frequency, after } of NOTES) {
    const oscillator = new OscillatorNode(context, { frequency });
    oscillator.connect(new GainNode(context, { gain: 0.15 })).connect(context.destination);
    oscillator.start(context.currentTime + after);
    oscillator.stop(context.currentTime + after + SECONDS);
  }
}
