import { fetchOnce } from '../../../demo/lib/fetchOnce.mts';
import { fleetFile } from '../../../demo/lib/inbox/sampleFleet.mts';
import type { Demo } from '../../../demo/lib/startDemo.mts';
import type { ExampleRuns } from './exampleRuns.mts';
import { DATABASE } from './exampleWorkflows.mts';

/** @returns a CSV file with these databases */
export const fileOf = (...names: string[]): string =>
	fleetFile(names.map((name) => ({ name, ...DATABASE })));

/** Uploads a fleet. @returns the link of the mail that asks for the approval, when n8n waits for it */
export async function uploadFleet(demo: Demo, runs: ExampleRuns, text: string): Promise<URL> {
	const form = new FormData();
	form.set('field-0', new Blob([text], { type: 'text/csv' }), 'databases.csv');
	const address = `${demo.n8nUrl}/form/otc-drs/fleet`;
	await runs.until('the form', async () => (await fetchOnce(address)).status === 200);
	const before = runs.mails().length;
	expect((await fetchOnce(address, { method: 'POST', body: form })).status).toBe(200);
	await runs.until('the question', () => runs.mails().length === before + 2);
	await runs.until('the wait', async () => {
		const [id] = await runs.ids('fleet-from-csv');
		return (await runs.statusOf(id)) === 'waiting';
	});
	const [, link] = /<a href="([^"]+)"[^>]*>Decide/.exec(String(runs.mails().at(-1)!.html))!;
	return new URL(link.replaceAll('&amp;', '&'));
}

/** Sends the page behind the link, as a browser does. */
export async function submit(link: URL, decision: string): Promise<Response> {
	const form = new FormData();
	form.set('field-0', decision);
	return await fetchOnce(link, { method: 'POST', body: form });
}

/** Sends the decision. */
export async function decide(link: URL, decision: string): Promise<void> {
	expect((await submit(link, decision)).status).toBe(200);
}
