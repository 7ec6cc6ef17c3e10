import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { locator } from '../../contract/fields/landing.mts';
import { router } from '../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../support/fakeContext.mts';
import { agree, put } from './fields.mts';

const NOW = Date.UTC(2026, 10, 25);

/** A creation with a login. */
export const CREATE: INodeParameters = {
	resource: 'task',
	operation: 'createMigration',
	name: 'shop-db',
	engineType: 'mysql',
	subnet: locator('subnet-0'),
	targetInstance: locator('instance-0'),
	sourceDatabase: { authentication: 'defineBelow', user: 'user' },
};

/** @returns the parameters of an operation on a task */
export const on = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'task',
	operation,
	jobId: locator('task-1'),
	...more,
});

/** What users gave in an expression, and what became of it: the first body, or the refusal. */
export async function give(parameters: INodeParameters, field: string, v: unknown) {
	const fake = fakeContext({
		parameters: put(parameters, field, '={{ $json.v }}'),
		items: [{ v } as IDataObject],
		continueOnFail: true,
		answer: agree,
	});
	let now = NOW;
	const [output] = await router(fake.context, {
		now: () => now,
		random: () => 0,
		sleep: async (milliseconds) => {
			now += Math.max(1_000, milliseconds);
		},
	});
	const error = output[0]?.json.error as { message?: string } | undefined;
	const [first] = fake.sent;
	return {
		refusal: error?.message,
		sent: fake.sent.length,
		body: first?.body,
		job: (first?.body?.jobs as IDataObject[] | undefined)?.[0],
	};
}
