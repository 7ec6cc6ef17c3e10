import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo, type Demo } from '../../demo/lib/startDemo.mts';
import { ROOT } from '../measure/built.mts';

/** A real n8n for the benchmark, with the package and the node that only reads a parameter. */
export interface BenchStack {
	demo: Demo;
	close(): Promise<void>;
}

/** Starts n8n in an empty user folder, and the simulator, both on free ports. */
export async function startBenchStack(seed: number): Promise<BenchStack> {
	const home = mkdtempSync(join(tmpdir(), 'otc-drs-bench-'));
	const removeHome = () => rmSync(home, { recursive: true, force: true });
	try {
		const demo = await startDemo({
			root: ROOT,
			home,
			port: 0,
			inboxPort: 0,
			simulator: { port: 0, seed },
			workflows: false,
			environment: {
				N8N_CUSTOM_EXTENSIONS: join(ROOT, 'bench', 'n8n', 'floor'),
				N8N_PAYLOAD_SIZE_MAX: '64',
			},
		});
		const close = async () => {
			await demo.close();
			removeHome();
		};
		return { demo, close };
	} catch (error) {
		removeHome();
		throw error;
	}
}
