import { run, OPTIONS } from './answeredRun.mts';

describe('a time range that no calendar has', () => {
	it.each([1e12, '1e12', 2e9])('is the failure of its field: %p hours', async (timeRange) => {
		const output = await run(
			{
				resource: 'task',
				operation: 'getMetrics',
				metrics: ['cpu_util'],
				timeRange,
				options: { ...OPTIONS, chart: true },
			},
			() => ({ datapoints: [] }),
		);
		expect(output).toEqual(
			[0, 1].map((item) => ({
				error: {
					message: expect.stringContaining(`is not in the list [item ${item}]`),
					description: expect.stringContaining('Possible: Last Hour'),
				},
			})),
		);
	});
});
