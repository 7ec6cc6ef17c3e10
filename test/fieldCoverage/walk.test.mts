import type {
	IDataObject,
	IExecuteFunctions,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
} from 'n8n-workflow';
import { LANDINGS } from '../../contract/fields/index.mts';
import { locator } from '../../contract/fields/landing.mts';
import { RESOURCES, PROPERTIES } from '../../nodes/OtcDrs/resources/index.ts';
import { router } from '../../nodes/OtcDrs/router.ts';
import { patience } from '../../nodes/shared/n8n/parking/runInTurns.ts';
import { fakeContext } from '../support/fakeContext.mts';
import { agree, isObject, merge, parametersFor, put } from './fields.mts';
import { variantsOf } from './values.mts';

const NOW = Date.UTC(2026, 10, 25);

/** A field of an operation, also one that holds others. */
interface Place {
	resource: string;
	operation: string;
	/** The field of the node that it is, or in which it is. */
	top: INodeProperties;
	property: INodeProperties;
	/** As in `Landing.field`. */
	path: string;
	/** The conditions of all that it is in. */
	shown: INodeProperties[];
}

const WITHOUT_VALUE = ['notice', 'callout', 'button', 'credentials', 'hidden'];

function placesIn(place: Place): Place[] {
	const { property, path, shown } = place;
	if (WITHOUT_VALUE.includes(property.type)) return [];
	const inside = (inner: INodeProperties, below: string): Place[] =>
		placesIn({
			...place,
			property: inner,
			path: `${below}.${inner.name}`,
			shown: [...shown, inner],
		});
	if (property.type === 'collection')
		return [place, ...(property.options as INodeProperties[]).flatMap((one) => inside(one, path))];
	if (property.type !== 'fixedCollection') return [place];
	const list = property.typeOptions?.multipleValues ? '[]' : '';
	const groups = property.options as INodePropertyCollection[];
	return [
		place,
		...groups.flatMap(({ name, values }) =>
			values.flatMap((value) => inside(value, `${path}.${name}${list}`)),
		),
	];
}

const OPERATIONS = RESOURCES.flatMap(({ option, operations }) =>
	operations.map(({ option: { value }, properties }) => ({
		resource: String(option.value),
		operation: String(value),
		places: properties.flatMap((top) =>
			placesIn({
				resource: String(option.value),
				operation: String(value),
				top,
				property: top,
				path: top.name,
				shown: [top],
			}),
		),
	})),
);

const satisfying = (condition: unknown): unknown => {
	if (!isObject(condition) || !isObject(condition._cnd)) return condition;
	return Object.values(condition._cnd)[0];
};

/** @returns the values of other fields with which a field is shown. */
function conditionsOf({ shown, path }: Place): INodeParameters {
	let parameters: INodeParameters = {};
	const steps = path.split('.').slice(0, -1);
	for (const { displayOptions } of shown) {
		for (const [key, values] of Object.entries(displayOptions?.show ?? {})) {
			if (key.startsWith('@')) continue;
			const isOfNode = key.startsWith('/') || displayOptions === shown[0].displayOptions;
			const at = isOfNode ? key.replace('/', '') : [...steps, key].join('.');
			parameters = put(parameters, at, satisfying((values as unknown[])[0]));
		}
	}
	return parameters;
}

const LOGINS: INodeParameters = {
	sourceAuthentication: 'defineBelow',
	sourceUser: 'user',
	sourcePassword: 'Secret-1',
	targetAuthentication: 'defineBelow',
	targetUser: 'user',
	targetPassword: 'Secret-1',
};

const BASES: Record<string, INodeParameters> = {
	'migration.run': {
		...LOGINS,
		name: 'shop-db',
		engineType: 'mysql',
		subnet: locator('subnet-0'),
		targetInstance: locator('instance-0'),
		sourceDatabase: { ip: '10.0.0.5', dbPort: 3306 },
		targetDatabase: { ip: '10.0.0.6', dbPort: 3306 },
		ranges: { range: [{ from: 1, to: 2, speed: 3 }] },
		options: { stopAfter: 'create' },
	},
	'migration.report': { jobId: locator('task-1') },
	'assessment.getSql': { serverName: 'shop' },
	'verification.getSql': { serverName: 'shop' },
};

function parametersOf(place: Place): { parameters: INodeParameters; value?: unknown } {
	const { resource, operation, path } = place;
	const own = LANDINGS.filter((one) => one.resource === resource && one.operation === operation);
	const landing = own
		.flatMap((one) => one.landings.map((each) => ({ one, each })))
		.find(({ each }) => each.field === path);
	const base = landing
		? parametersFor(landing.one, landing.each)
		: (own[0]?.base ?? BASES[`${resource}.${operation}`] ?? {});
	return {
		parameters: merge(base, conditionsOf(place)) as INodeParameters,
		value: landing && place.top.type !== 'options' ? landing.each.value : undefined,
	};
}

/** What a run has done. */
interface Effect {
	sent: unknown[];
	output: unknown;
	refusal?: string;
}

/** n8n drops an expression that stands for a whole collection, or in a field that takes none. */
const holdsExpression = (context: IExecuteFunctions): boolean =>
	JSON.stringify(context.getNode().parameters).includes('={{ $json.v }}');

/** @returns what makes the operation run with a value in a field; undefined where n8n never hands on an expression. */
function runsOf(
	place: Place,
	parameters: INodeParameters,
): ((value: unknown) => Promise<Effect>) | undefined {
	const { resource, operation, path } = place;
	const item: IDataObject = {};
	const withField = put(parameters, path, '={{ $json.v }}');
	const options = withField.options;
	const withOptions =
		isObject(options) && !('maxAttempts' in options)
			? { ...withField, options: { ...options, maxAttempts: 1 } }
			: withField;
	const fake = fakeContext({
		parameters: { ...withOptions, resource, operation },
		items: [item],
		continueOnFail: true,
		answer: agree,
	});
	if (!holdsExpression(fake.context)) {
		const { noDataExpression = false, type } = place.property;
		expect([place.path, noDataExpression || type.endsWith('ollection')]).toEqual([
			place.path,
			true,
		]);
		return undefined;
	}
	return async (value) => {
		item.v = value as IDataObject;
		fake.sent.length = 0;
		let now = NOW;
		const [output] = await router(fake.context, {
			now: () => now,
			random: () => 0.5,
			sleep: async (milliseconds) => {
				now += Math.max(1_000, milliseconds);
			},
		});
		const error = output[0]?.json.error as { message?: string } | undefined;
		return {
			sent: structuredClone(fake.sent),
			output: output.map(({ json }) => ({ ...json, v: undefined })),
			refusal: error?.message,
		};
	};
}

/** Fields that an empty text empties, where nothing leaves them as they are. */
const EMPTIABLE = /\.description$/;

/** Fields that were walked with all values: where another operation has the same one, it gets a few. */
const known = new Set<string>();

const shapeOf = ({ path, property: { displayOptions, ...property } }: Place): string =>
	`${path} ${JSON.stringify(property)} ${displayOptions === undefined}`;

async function findings(place: Place): Promise<string[]> {
	const { parameters, value } = parametersOf(place);
	const isKnown = known.has(shapeOf(place));
	known.add(shapeOf(place));
	const variants = variantsOf(place.property, place.path, value);
	const { good } = variants;
	const same = isKnown ? variants.same.slice(0, 1) : variants.same;
	const wrong = isKnown ? variants.wrong.slice(0, 1) : variants.wrong;
	const run = runsOf(place, parameters);
	if (run === undefined) return [];
	const found: string[] = [];
	const complain = (kind: string, given: unknown, effect: Effect) =>
		found.push(
			`${place.resource}.${place.operation} ${place.path} ${kind} ${JSON.stringify(given) ?? String(given)}: ${effect.refusal ?? `sent ${effect.sent.length}`}`,
		);
	const names = ({ refusal, sent }: Effect): boolean =>
		refusal?.includes(place.property.displayName) === true && sent.length === 0;
	const expected = await run(good);
	for (const one of same) {
		const effect = await run(one);
		if (JSON.stringify(effect) !== JSON.stringify(expected)) complain('same', one, effect);
	}
	for (const one of wrong) {
		const effect = await run(one);
		if (!names(effect)) complain('wrong', one, effect);
	}
	const without = await run(undefined);
	for (const one of isKnown ? [null] : [null, '', ' ']) {
		if (one !== null && EMPTIABLE.test(place.path)) continue;
		const effect = await run(one);
		const isAlike = JSON.stringify(effect) === JSON.stringify(without);
		if (!isAlike && !names(effect)) complain('empty', one, effect);
	}
	return found;
}

beforeAll(() => {
	patience.milliseconds = 0;
});

describe('every field of the node', () => {
	const walked = new Set<INodeProperties>();

	it.each(OPERATIONS.map((one) => [`${one.resource}.${one.operation}`, one] as const))(
		'%s: converts or refuses by its name whatever it is given',
		async (_name, { places }) => {
			const found: string[] = [];
			for (const place of places) {
				found.push(...(await findings(place)));
				walked.add(place.property);
			}
			expect(found).toEqual([]);
		},
		120_000,
	);

	it('is walked', () => {
		const all = OPERATIONS.flatMap(({ places }) => places);
		const own = PROPERTIES.filter(({ type }) => !WITHOUT_VALUE.includes(type));
		const missed = own.filter(
			(property) =>
				!['resource', 'operation'].includes(property.name) &&
				!all.some(({ top }) => top === property),
		);
		expect(missed.map(({ name }) => name)).toEqual([]);
		const count = all.filter(({ property }) => walked.has(property)).length;
		process.stdout.write(
			`walked ${count} of ${all.length} fields (${((100 * count) / all.length).toFixed(1)} %)\n`,
		);
		expect(count).toBe(all.length);
	});
});
