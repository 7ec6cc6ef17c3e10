import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { passMinutes } from '../../support/clock.mts';
import { useCloud } from '../../support/cloud.mts';
import examples from '../../fixtures/reference/drs-v3-examples.json' with { type: 'json' };
import { createNamed, runNode } from '../../support/otc.mts';

/** @returns the request that the reference prints */
export const printed = (operation: string) =>
	examples.find((example) => example.operation === operation && example.kind === 'request')!.body;

/** A cloud with a task for each test, and what configures it. */
export function useConfiguration() {
	const { simulator, engine } = useCloud();

	let current: string;

	/** @returns the task of the test */
	const idOf = (): string => current;

	beforeEach(async () => {
		[current] = await createNamed(engine, ['shop-1']);
		passMinutes(1);
	});

	async function configure(
		operation: string,
		parameters: INodeParameters,
		task = current,
	): Promise<IDataObject> {
		const run = await runNode(
			engine,
			{
				resource: 'configuration',
				operation,
				jobId: { __rl: true, mode: 'id', value: task },
				...parameters,
			},
			[{}],
			'continueRegularOutput',
		);
		return run.items('OTC DRS')[0].json;
	}

	const sent = (operation: string) => simulator.journal.of(operation)[0].requestBody;

	return { simulator, idOf, configure, sent };
}
