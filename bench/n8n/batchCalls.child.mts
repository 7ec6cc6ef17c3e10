import { logInForBatches } from './batchCalls.mts';

/** Sends batches in a process of its own, so that it shares none with the simulator: `batchCalls.child.mts <url>`. */
const call = await logInForBatches(process.argv[2]);

process.on('message', ({ path, ids }: { path: string; ids: string[] }) => {
	const started = performance.now();
	void call(path, ids).then((answers) =>
		process.send!({
			milliseconds: performance.now() - started,
			results: answers.map(({ id }) => String(id)),
		}),
	);
});
process.on('disconnect', () => process.exit());
process.send!('ready');
