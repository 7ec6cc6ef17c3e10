import { locator } from '../../../../contract/fields/landing.mts';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

const COUNT = 1_000;
const items = Array.from({ length: COUNT }, (_, index) => ({
	id: `task-${index}`,
	name: `shop-${index}`,
}));

const status = ({ body }: { body?: { jobs?: unknown } }) => ({
	statusCode: 200,
	body: {
		results: ((body?.jobs ?? []) as string[]).map((id) => ({
			id,
			status: 'INCRE_TRANSFER_STARTED',
		})),
	},
});

const start = ({ body }: { body?: { jobs?: unknown } }) => ({
	statusCode: 200,
	body: {
		results: ((body?.jobs ?? []) as Array<{ job_id: string }>).map(({ job_id: id }) => ({
			id,
			status: 'success',
		})),
	},
});

describe(`${COUNT} items`, () => {
	it.each([
		['getStatus', status],
		['start', start],
	])(
		'%s reads the credential once, and only what is an expression for each item',
		async (operation, answer) => {
			const fake = fakeContext({
				parameters: { resource: 'task', operation, jobId: locator('={{ $json.id }}') },
				items,
				answer,
			});
			const [output] = await router(fake.context);
			expect(output.map(({ json }) => json.id)).toEqual(items.map(({ id }) => id));
			const { jobId, ...others } = Object.fromEntries(fake.reads);
			expect(jobId).toBe(COUNT);
			expect(others.otcApi).toBe(1);
			expect(Object.entries(others).filter(([, reads]) => reads > 1)).toEqual([]);
		},
	);
});
