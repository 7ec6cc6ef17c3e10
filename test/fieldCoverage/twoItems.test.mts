import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { isObject } from './fields.mts';
import { fieldRun, type Effect } from './fieldRun.mts';
import { OPERATIONS, parametersOf, shapeOf, type Place } from './places.mts';
import { variantsOf } from './values.mts';

/** What the two items differ in, so that they ask for two things. */
const ITEMS: IDataObject[] = [
	{ task: 'task-1', name: 'shop-1' },
	{ task: 'task-2', name: 'shop-2' },
];

/** @returns parameters whose task and name come from the items. */
function ofItems(parameters: INodeParameters): INodeParameters {
	const result = { ...parameters };
	if (isObject(result.jobId))
		result.jobId = { ...result.jobId, value: '={{ $json.task }}' } as INodeParameters;
	if (typeof result.name === 'string') result.name = '={{ $json.name }}';
	return result;
}

/** @returns another value that fits the field; undefined where the test knows only one. */
function otherValue(property: INodeProperties, good: unknown): unknown {
	const { type, options = [], typeOptions = {}, default: preset } = property;
	switch (type) {
		case 'boolean':
			return !good;
		case 'number':
			return good === typeOptions.maxValue ? Number(good) - 1 : Number(good) + 1;
		case 'options':
			return options
				.map((option) => ('value' in option ? option.value : undefined))
				.find((value) => value !== good && value !== undefined);
		case 'multiOptions':
			return (good as unknown[]).slice(0, 1);
		case 'dateTime':
			return '2027-12-02T21:00:00.000Z';
		case 'json':
			return '{"description":"other"}';
		case 'resourceLocator':
			return { ...(good as IDataObject), value: `${(good as IDataObject).value}-2` };
		case 'string':
			return typeof preset === 'string' && preset !== good && preset !== '' ? preset : `${good}2`;
		default:
			return undefined;
	}
}

const alike = (one: Effect, other: Effect): boolean =>
	JSON.stringify([one.sent, one.output]) === JSON.stringify([other.sent, other.output]);

const names = ({ refusal }: Effect, { property }: Place): boolean =>
	refusal?.includes(property.displayName) === true;

/** Operations that work with what they are given themselves: each of their fields has to have an effect. */
const LOCAL = /^(migration\.(run|plan)|assessment\..*|verification\..*)$/;

/** Fields of those that have none here, with the reason. */
const WITHOUT_EFFECT: Record<string, RegExp> = {
	'collections, whose fields are tried one by one':
		/(options|Database|objects|policy|ranges|tables|tags)$/,
	'there is one choice only': /\.clusterMode$/,
	'limits of time, which the tests of the waits cover': /\.(stageMinutes|waitMinutes)$/,
	'no plan fits either value': /\.planId$/,
	'the new task has no alarms, no twin and no failure':
		/run options\.(acceptAlarms|ifSettingsDiffer|cleanUp)$/,
	'a plan holds nothing secret': /plan .*(password|sslCertPassword)$/,
	'the first level does not need it': /getSql options\.(chunkRows|mostKeys|sequenceMargin)$/,
};

/** Fields that were tried: operations of a resource read the same field in the same place. */
const known = new Set<string>();

const isLocal = ({ resource, operation }: Place): boolean => LOCAL.test(`${resource}.${operation}`);

const isDropped = (place: Place): boolean =>
	isLocal(place) &&
	!Object.values(WITHOUT_EFFECT).some((fields) => fields.test(`${place.operation} ${place.path}`));

const keyOf = (place: Place): string =>
	`${isLocal(place) ? `${place.resource}.${place.operation}` : place.resource} ${shapeOf(place)}`;

/** @returns what becomes of two values in a field */
async function findingOf(
	place: Place,
): Promise<'same effect' | 'per item' | 'refused' | 'one value for both items'> {
	const { parameters, value } = parametersOf(place);
	const { good } = variantsOf(place.property, place.path, value);
	const other = otherValue(place.property, good);
	const run = fieldRun(place, ofItems(parameters), ITEMS);
	if (run === undefined || other === undefined) return 'same effect';
	const mixed = await run(good, other);
	if (mixed.sent.length === 0 && names(mixed, place)) return 'refused';
	const first = await run(good, good);
	const second = await run(other, other);
	if (alike(first, second)) return 'same effect';
	return alike(mixed, first) || alike(mixed, second) ? 'one value for both items' : 'per item';
}

describe('every field of the node, with another value for each of two items', () => {
	const counts: Record<string, number> = {};

	it.each(OPERATIONS.map((one) => [`${one.resource}.${one.operation}`, one] as const))(
		'%s: is read per item, or refused by its name, and none is dropped',
		async (_name, { places }) => {
			const lost: string[] = [];
			const dropped: string[] = [];
			for (const place of places.filter((one) => !known.has(keyOf(one)))) {
				known.add(keyOf(place));
				const finding = await findingOf(place);
				counts[finding] = (counts[finding] ?? 0) + 1;
				if (finding === 'one value for both items') lost.push(place.path);
				if (finding === 'same effect' && isDropped(place)) dropped.push(place.path);
			}
			expect({ lost, dropped }).toEqual({ lost: [], dropped: [] });
		},
		120_000,
	);

	it('has an effect for most fields', () => {
		process.stdout.write(`two values in a field: ${JSON.stringify(counts)}\n`);
		expect(counts['per item']).toBeGreaterThan(2 * counts['same effect']);
	});
});
