/** Which browsers the journeys drive: Debian's where they are installed, Playwright's own elsewhere. */
import { existsSync } from 'node:fs';

const debian = { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' };

export const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    ...(existsSync(debian.chromium) ? { executablePath: debian.chromium } : {}),
    // Chromium's sandbox does not start for root; elsewhere it stays on.
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-background-networking'] : [],
  },
};

export const firefox = {
  browserName: 'firefox' as const,
  ...(existsSync(debian.firefox)
    ? { channel: 'moz-firefox', launchOptions: { executablePath: debian.firefox } }
    : {}),
};
