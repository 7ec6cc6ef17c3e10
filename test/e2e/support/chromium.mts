import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, selectors, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Keeps Chromium quiet on the network: every host but the loopback address is unknown to it. */
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/**
 * Finds the system's Chromium: the executable in CHROMIUM_PATH, else the first known name on the PATH.
 * @throws when there is none, saying how to get one
 */
function findChromium(): string {
	const { CHROMIUM_PATH: configured, PATH: path = '' } = process.env;
	const candidates = configured
		? [configured]
		: path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
	const found = candidates.find(isExecutable);
	if (found !== undefined) return found;
	throw new Error(
		configured
			? `CHROMIUM_PATH names ${configured}, which cannot be executed.`
			: 'Chromium was not found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
	);
}

/** Starts the system's Chromium without a window, with n8n's attribute for `getByTestId`. The caller closes it. */
export function launchChromium(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id');
	return chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
