import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../../../../../nodes/OtcDrs/form.ts';
import { gathered } from '../../../../../../nodes/OtcDrs/operations/perItem.ts';
import * as read from '../../../../../../nodes/OtcDrs/resources/task/wait/read.ts';
import { readerOf } from '../../../../../../nodes/shared/n8n/parameters/fromContext.ts';
import { fakeContext } from '../../../../../support/fakeContext.mts';

const reader = (given: INodeParameters, items?: IDataObject[]) =>
	readerOf(
		fakeContext({
			parameters: { resource: 'task', operation: 'wait', jobId: 'task-1', ...given },
			items,
		}).context,
		FORM,
	);

const readSettings = (given: INodeParameters, items?: IDataObject[]) =>
	read.readSettings(reader(given, items));

const readWaits = (given: INodeParameters) =>
	gathered(reader(given), 0, (fields) => read.readWaits(fields, 0));

describe('the settings of a wait', () => {
	it.each<[INodeParameters, number, number]>([
		[{}, 60_000, 600_000],
		[{ options: { interval: '', maxInterval: '' } }, 60_000, 600_000],
		[{ options: { interval: '90', maxInterval: 60 } }, 90_000, 90_000],
		[{ options: { interval: 1, maxInterval: 604_800 } }, 1_000, 604_800_000],
	])('%j: pauses from %i to %i ms', (parameters, firstInterval, longestInterval) => {
		expect(readSettings(parameters)).toMatchObject({
			ok: true,
			value: { firstInterval, longestInterval },
		});
	});

	it.each<[INodeParameters, number | null]>([
		[{}, 86_400_000],
		[{ timeout: 0 }, null],
		[{ timeout: '' }, 86_400_000],
		[{ timeout: '2', timeoutUnit: 'minutes' }, 120_000],
	])('%j: a time limit of %p ms', (parameters, limit) => {
		expect(readWaits(parameters)).toEqual({
			ok: true,
			value: [{ item: 0, id: 'task-1', goal: 'replicating', limit, failUnlessReached: false }],
		});
	});

	it.each<[INodeParameters, string]>([
		[{ timeout: '24 hours' }, 'Time Limit: "24 hours" is not a number'],
		[{ timeout: NaN }, 'Time Limit: a failed calculation is not a number'],
		[{ timeout: -1 }, 'Time Limit: -1 is too small'],
		[{ target: 'Stop' }, 'Wait For: "Stop" is not in the list'],
		[{ target: 'statuses', statuses: [] }, 'Statuses: is empty'],
	])('%j is refused', (parameters, message) => {
		expect(readWaits(parameters)).toMatchObject({
			ok: false,
			failure: { message, description: expect.stringMatching(/^(Enter|Choose|Possible)/) },
		});
	});

	it.each<[INodeParameters, string]>([
		[
			{ options: { interval: 'often' } },
			'Options → Initial Interval (Seconds): "often" is not a number',
		],
		[
			{ options: { maxInterval: {} } },
			'Options → Max Interval (Seconds): an empty object is not a number',
		],
		[{ options: { interval: -5 } }, 'Options → Initial Interval (Seconds): -5 is too small'],
		[{ options: { maxInterval: 1e300 } }, 'Options → Max Interval (Seconds): 1e+300 is too large'],
	])('%j is refused for all', (parameters, message) => {
		expect(readSettings(parameters)).toMatchObject({ ok: false, failure: { message } });
	});
});
