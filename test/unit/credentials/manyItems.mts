import type { IDataObject } from 'n8n-workflow';
import { accounts } from '../../../simulator/accounts.mts';
import { CREATE, otcEngine, runNode } from '../../support/otc.mts';

/** The fields of a credential with an access key. */
export const SIGNED = {
	authentication: 'accessKey',
	accessKeyId: accounts.accessKey.id,
	secretAccessKey: accounts.accessKey.secret,
};

/** Options that send several batches at once, and do not wait between attempts. */
export const QUICK = { maxRetryWait: 0, batchSize: 10, concurrency: 4 };

/** @returns so many items with the names of tasks */
export const named = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ name: `shop-${index}` }));

/** @returns what the node gave for the items */
export const create = async (
	engine: ReturnType<typeof otcEngine>,
	items: IDataObject[],
	options = {},
) => {
	const run = await runNode(engine, { ...CREATE, options }, items, 'continueRegularOutput');
	return run.items('OTC DRS').map(({ json }) => json);
};

/** @returns the items that failed */
export const failedOf = (output: IDataObject[]) =>
	output.filter(({ error }) => error !== undefined);
