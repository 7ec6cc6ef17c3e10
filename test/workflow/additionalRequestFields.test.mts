import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { fakeContext } from '../support/fakeContext.mts';
import { RUN } from '../support/migrationRun.mts';
import { CREATE } from '../support/otc.mts';
import { router } from '../../nodes/OtcDrs/router.ts';

/** What replaces a field that other steps read. */
const ODD: Array<[IDataObject, string]> = [
	[{ name: 7 }, 'name is not text'],
	[{ name: '<x y>' }, 'name "<x y>" is not a task name'],
	[{ source_endpoint: null as never }, 'source_endpoint is not an object'],
	[{ target_endpoint: 'in01' }, 'target_endpoint is not an object'],
];

const OPERATIONS: Array<[string, string, INodeParameters]> = [
	['Task → Create', 'additionalFields', CREATE],
	['Migration → Run', 'options', RUN],
];

const CASES = OPERATIONS.flatMap(([name, collection, parameters]) =>
	ODD.map(([addition, fault]) => [name, addition, fault, collection, parameters] as const),
);

it.each(CASES)(
	'%s with the additional request fields %j says that %s, and sends nothing',
	async (_operation, addition, fault, collection, parameters) => {
		const fake = fakeContext({
			parameters: {
				...parameters,
				[collection]: { additionalRequestFields: JSON.stringify(addition) },
			},
			items: [{ name: 'shop-1' }],
			continueOnFail: true,
		});
		const [output] = await router(fake.context);
		expect(output).toHaveLength(1);
		expect(output[0].json.error).toMatchObject({
			message: `Additional Request Fields (JSON): ${fault}`,
			description: expect.stringMatching(/^[A-Z].{10}/),
		});
		expect(fake.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
	},
);
