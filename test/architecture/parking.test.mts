import { readFileSync } from 'node:fs';
import { publishedSources } from './sources.mts';

/** What lets an execution wait, or starts another one. */
const PARKING_CALLS = /putExecutionToWait|executeWorkflow\(/;

it('only the module "parking" parks an execution', () => {
	const parking = publishedSources().filter((file) =>
		PARKING_CALLS.test(readFileSync(file, 'utf8')),
	);
	expect(parking.sort()).toEqual([
		'nodes/shared/n8n/parking/runInTurns.ts',
		'nodes/shared/n8n/parking/takeTurn.ts',
	]);
});
