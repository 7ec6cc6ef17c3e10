import type { INodeProperties } from 'n8n-workflow';
import { PROPERTIES } from '../../nodes/OtcDrs/resources/index.ts';
import { patience } from '../../nodes/shared/n8n/parking/runInTurns.ts';
import { fieldRun, type Effect } from './fieldRun.mts';
import { OPERATIONS, parametersOf, shapeOf, WITHOUT_VALUE, type Place } from './places.mts';
import { variantsOf } from './values.mts';

/** Fields that an empty text empties, where nothing leaves them as they are. */
const EMPTIABLE = /\.description$/;

/** Fields that were walked with all values: where another operation has the same one, it gets a few. */
const known = new Set<string>();

async function findings(place: Place): Promise<string[]> {
	const { parameters, value } = parametersOf(place);
	const isKnown = known.has(shapeOf(place));
	known.add(shapeOf(place));
	const variants = variantsOf(place.property, place.path, value);
	const { good } = variants;
	const same = isKnown ? variants.same.slice(0, 1) : variants.same;
	const wrong = isKnown ? variants.wrong.slice(0, 1) : variants.wrong;
	const run = fieldRun(place, parameters);
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
