import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { whenParentEnds } from '../../demo/lib/parent.mts';

const ROOT = join(__dirname, '..', '..');
const FOREVER = 'setInterval(() => undefined, 1000)';

/** Starts a child as the demo does; both hold the output open for as long as they live. */
const DEMO = `
import { startChild } from ${JSON.stringify(pathToFileURL(join(ROOT, 'demo', 'lib', 'children.mts')).href)};
const child = startChild(process.execPath, ['-e', ${JSON.stringify(FOREVER)}], {
	stdio: ['ignore', 'inherit', 'ignore'],
});
console.log(child.pid);
${FOREVER};
`;

describe('the demo', () => {
	it('leaves no child behind when it is killed', async () => {
		const demo = spawn(
			process.execPath,
			['--import', 'tsx', '--input-type=module', '--eval', DEMO],
			{ cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
		);
		const [pid] = (await once(demo.stdout, 'data')) as [Buffer];
		const child = Number(String(pid));
		expect(process.kill(child, 0)).toBe(true);
		const closed = once(demo.stdout, 'close');
		demo.kill('SIGKILL');
		await closed;
	}, 120_000);

	it('notices that the process that started it has ended', async () => {
		const parents = [7, 7, 7, 1, 1, 1];
		await new Promise<void>((resolve) => whenParentEnds(resolve, 1, () => parents.shift()!));
		expect(parents).toEqual([1, 1]);
	});
});
