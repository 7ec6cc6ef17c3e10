import type { Page } from 'playwright-core';

/** What a page did that nobody should see: requests to other hosts, errors on the console, exceptions. */
export class Traffic {
	readonly externalRequests: string[] = [];
	readonly errors: string[] = [];

	/**
	 * Starts to record.
	 * @param origin n8n's own origin; everything else is external
	 */
	constructor(page: Page, origin: string) {
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (url.protocol.startsWith('http') && url.origin !== origin && !isRegistryLookUp(url)) {
				this.externalRequests.push(request.url());
			}
		});
		page.on('pageerror', (error) => this.errors.push(error.message));
		page.on('console', (message) => {
			const { url } = message.location();
			if (message.type() === 'error' && !isOwnNoise(url, origin)) {
				this.errors.push(`${message.text()} (${url})`);
			}
		});
	}
}

/**
 * n8n's node creator asks npm's registry about every community package that is not on n8n's list of verified ones.
 * Nothing in a package can change that.
 */
function isRegistryLookUp(url: URL): boolean {
	return url.pathname === '/n8n-nodes-otc-drs';
}

/** Calls of n8n's own editor that answer 401 before the login, or 404 because it has no list of verified packages. */
const EXPECTED_REFUSALS = ['/rest/login', '/rest/community-node-types'];

/** Chromium logs every refused request as an error, also those that belong to n8n's usual course. */
function isOwnNoise(location: string, origin: string): boolean {
	if (!URL.canParse(location)) return false;
	const url = new URL(location);
	return (
		isRegistryLookUp(url) ||
		(url.origin === origin && EXPECTED_REFUSALS.some((path) => url.pathname.startsWith(path)))
	);
}
