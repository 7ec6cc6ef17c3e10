import { setImmediate } from 'node:timers/promises';
import { Closing } from '../../demo/lib/closing.mts';
import { startInbox } from '../../demo/lib/inbox/inbox.mts';

describe('The end of what was started', () => {
	it('ends the latest first, and all of it even if one fails', async () => {
		const ended: string[] = [];
		const closing = new Closing();
		closing.add(() => ended.push('first'));
		closing.add(() => Promise.reject(new Error('does not end')));
		closing.add(() => ended.push('last'));
		await expect(closing.close()).rejects.toThrow('does not end');
		expect(ended).toEqual(['last', 'first']);
		await closing.close();
		expect(ended).toHaveLength(2);
	});
});

describe('An inbox whose port is taken', () => {
	it('leaves no mail server behind', async () => {
		const before = await servers();
		const inbox = await startInbox('http://127.0.0.1:5678');
		const { port } = new URL(inbox.url);
		const open = await servers();
		await expect(startInbox('http://127.0.0.1:5678', Number(port))).rejects.toThrow('EADDRINUSE');
		expect(await servers()).toBe(open);
		await inbox.close();
		expect(await servers()).toBe(before);
	});
});

/** @returns how many servers of this process listen, when what was closed before is gone */
async function servers(): Promise<number> {
	await setImmediate();
	return process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
}
