import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { intervalAfter } from '../../../../../../nodes/OtcDrs/resources/task/wait/plan.ts';
import {
	readSettings,
	readWaits,
} from '../../../../../../nodes/OtcDrs/resources/task/wait/read.ts';
import { ParameterReader } from '../../../../../../nodes/shared/n8n/ParameterReader.ts';

function readerOf(given: INodeParameters): ParameterReader {
	const parameters: INodeParameters = { jobId: 'task-1', ...given };
	const context = {
		getNode: () => ({ type: 'n8n-nodes-otc-drs.otcDrs', parameters }),
		getNodeParameter: (name: string, _item: number, fallback: unknown) =>
			parameters[name] ?? fallback,
	};
	return new ParameterReader(context as unknown as IExecuteFunctions);
}

describe('the settings of a wait', () => {
	it.each<[INodeParameters, number, number]>([
		[{}, 60_000, 600_000],
		[{ options: { interval: 1e-9, maxInterval: 1e-9 } }, 1_000, 1_000],
		[{ options: { interval: -5, maxInterval: 0 } }, 60_000, 600_000],
		[{ options: { interval: '90', maxInterval: 60 } }, 90_000, 90_000],
		[{ options: { interval: 1e300, maxInterval: 1e300 } }, 604_800_000, 604_800_000],
	])('%j: pauses from %i to %i ms', (parameters, firstInterval, longestInterval) => {
		expect(readSettings(readerOf(parameters))).toMatchObject({
			ok: true,
			value: { firstInterval, longestInterval },
		});
	});

	it.each<[INodeParameters, number | null]>([
		[{}, 86_400_000],
		[{ timeout: 0 }, null],
		[{ timeout: -1 }, null],
		[{ timeout: '2', timeoutUnit: 'minutes' }, 120_000],
	])('%j: a time limit of %p ms', (parameters, limit) => {
		expect(readWaits(readerOf(parameters), 0)).toEqual({
			ok: true,
			value: [{ item: 0, id: 'task-1', goal: 'replicating', limit }],
		});
	});

	it.each<[INodeParameters, string]>([
		[{ timeout: '24 hours' }, 'Time Limit: "24 hours" is not a number'],
		[{ timeout: NaN }, 'Time Limit: "NaN" is not a number'],
		[{ target: 'statuses', statuses: [] }, 'Statuses: is empty'],
	])('%j is refused', (parameters, message) => {
		expect(readWaits(readerOf(parameters), 0)).toMatchObject({
			ok: false,
			failure: { message, description: expect.stringMatching(/^(Enter|Choose)/) },
		});
	});

	it.each<[INodeParameters, string]>([
		[{ options: { interval: 'often' } }, 'Initial Interval (Seconds): "often" is not a number'],
		[{ options: { maxInterval: {} } }, 'Max Interval (Seconds): the value is not a number'],
	])('%j is refused for all', (parameters, message) => {
		expect(readSettings(readerOf(parameters))).toMatchObject({ ok: false, failure: { message } });
	});
});

it('the pauses grow by half, up to the longest', () => {
	const bounds = { firstInterval: 100, longestInterval: 300 };
	expect([1, 2, 3, 4, 50].map((turn) => intervalAfter(turn, bounds))).toEqual([
		100, 150, 225, 300, 300,
	]);
});
