import type {
	IDataObject,
	IExecuteFunctions,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';
import { PROPERTIES } from '../../nodes/OtcDrs/resources/index.ts';
import { router } from '../../nodes/OtcDrs/router.ts';
import { patience } from '../../nodes/shared/n8n/parking/runInTurns.ts';
import { fakeContext } from '../support/fakeContext.mts';
import { agree, isObject, put } from './fields.mts';
import { OPERATIONS, parametersOf, WITHOUT_VALUE, type Place } from './places.mts';
import { variantsOf } from './values.mts';

const NOW = Date.UTC(2026, 10, 25);

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
