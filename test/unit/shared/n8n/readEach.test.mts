import { NodeOperationError } from 'n8n-workflow';
import { failed, success } from '../../../../nodes/shared/failures/failure.ts';
import { catchFailure, readEach } from '../../../../nodes/shared/n8n/readEach.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

const context = (continueOnFail: boolean) =>
	fakeContext({
		parameters: { resource: 'task', operation: 'getStatus' },
		items: [{}, {}, {}],
		continueOnFail,
	}).context;

const read = (item: number) => {
	if (item === 1) {
		throw Object.assign(new Error('cannot convert to Luxon DateTime'), {
			context: { parameter: 'startTime' },
		});
	}
	return item === 2 ? failed<string>({ message: 'Task: is empty' }) : success(`item ${item}`);
};

describe('readEach', () => {
	it('makes what is thrown the failure of its own item, which names the parameter', () => {
		expect(readEach(context(true), read)).toEqual([
			success('item 0'),
			failed({
				message: 'Parameter "startTime": cannot convert to Luxon DateTime',
				description: 'Correct the expression or the data that it reads.',
			}),
			failed({ message: 'Task: is empty' }),
		]);
	});

	it('stops at the first bad item when the node is set to stop', () => {
		let thrown: unknown;
		try {
			readEach(context(false), read);
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toBeInstanceOf(NodeOperationError);
		expect(thrown).toMatchObject({
			message: 'Parameter "startTime": cannot convert to Luxon DateTime [item 1]',
			context: { itemIndex: 1 },
		});
	});

	it('reads all items when none is bad, whatever the node is set to', () => {
		const all = [0, 1, 2].map((item) => success(item));
		expect(readEach(context(false), (item) => success(item))).toEqual(all);
	});
});

describe('attempt', () => {
	it.each([
		[new Error(''), 'The node failed without giving a reason'],
		['text', 'The node failed without giving a reason'],
		[undefined, 'The node failed without giving a reason'],
		[new Error('no credential'), 'no credential'],
	])('explains %p', (error, message) => {
		expect(
			catchFailure(() => {
				throw error;
			}),
		).toEqual(failed({ message, description: undefined }));
	});
});
