import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import {
	hasExpression,
	readerOf,
	readerOfTrigger,
} from '../../../../../nodes/shared/n8n/parameters/fromContext.ts';
import { PROPERTIES } from './formProperties.mts';

const FORM = { properties: PROPERTIES };

/** n8n's part, as far as the reader uses it: `={{ $json.x }}` only, and paths such as `options.batchSize`. */
function fakeContext(parameters: object, items: Array<Record<string, unknown>>) {
	const reads: string[] = [];
	const at = (value: unknown, path: string): unknown =>
		path.split('.').reduce<unknown>((inner, key) => Object(inner)[key], value);
	const resolve = (value: unknown, item: number): unknown => {
		if (typeof value === 'string' && value.startsWith('=')) return items[item][value.slice(10, -3)];
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key, resolve(inner, item)]),
		);
	};
	const get = (path: string, item: number, fallback: unknown) => {
		reads.push(path);
		const value = at(parameters, path);
		return value === undefined ? fallback : resolve(value, item);
	};
	const context = {
		getNode: () => ({ type: 'test', typeVersion: 1, parameters }),
		getTimezone: () => 'Europe/Berlin',
		getInputData: () => items.map((json) => ({ json })),
	};
	return {
		reads,
		node: { ...context, getNodeParameter: get } as unknown as IExecuteFunctions,
		trigger: {
			...context,
			getNodeParameter: (path: string, fallback: unknown) => get(path, 0, fallback),
		} as unknown as IPollFunctions,
	};
}

it('reads the parameters of a node, with the time zone of the workflow', () => {
	const parameters = { startTime: '={{ $json.time }}', force: true };
	const { node, reads } = fakeContext(parameters, [
		{ time: '2027-12-01T22:00:00' },
		{ time: '2027-07-01T22:00:00' },
	]);
	const reader = readerOf(node, FORM);
	expect(reader.itemCount).toBe(2);
	expect([0, 1].map((item) => reader.time('startTime', item))).toMatchObject([
		{ value: { utc: '2027-12-01T21:00:00.000Z' } },
		{ value: { utc: '2027-07-01T20:00:00.000Z' } },
	]);
	expect([0, 1].map((item) => reader.flag('force', item))).toMatchObject([
		{ value: true },
		{ value: true },
	]);
	expect(reads.filter((name) => name === 'force')).toHaveLength(1);
});

it('reads the parameters of a trigger', () => {
	const { trigger } = fakeContext({ limit: '={{ $json.limit }}' }, [{ limit: '7' }]);
	expect(readerOfTrigger(trigger, FORM).number('limit', 0)).toMatchObject({ value: 7 });
	expect(readerOfTrigger(trigger, FORM).list('files', 0)).toMatchObject({ value: ['html'] });
});

it.each([
	[{ batchSize: 20, note: '={{ $json.note }}' }, ['options.batchSize']],
	[{ batchSize: '={{ $json.size }}' }, ['options.batchSize', 'options.batchSize']],
	['={{ $json.options }}', ['options', 'options']],
])('resolves as little as possible for a setting of the run: %j', (options, expected) => {
	const item = { size: '20', note: 'x', options: { batchSize: 20 } };
	const { node, reads } = fakeContext({ options }, [item, item]);
	const outcome = readerOf(node, FORM).same(['options.batchSize']);
	expect(outcome.ok && outcome.value.number('options.batchSize')).toBe(20);
	expect(reads).toEqual(expected);
});

it('finds expressions at any depth', () => {
	expect(hasExpression({ a: [{ b: '={{ 1 }}' }] })).toBe(true);
	expect(hasExpression({ a: ['b', 1, null], c: 'x=1' })).toBe(false);
});
