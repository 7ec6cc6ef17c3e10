import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { FIELD_RULES } from '../../nodes/OtcDrs/fieldRules.ts';
import { locator } from '../../contract/fields/landing.mts';

/** What users, sheets and expressions give instead of the value that a field holds. */
export interface Variants {
	/** The value as the editor gives it. */
	good: unknown;
	/** The same in other words: has to have the same effect. */
	same: unknown[];
	/** Of another type or unclear: has to be refused by the field's name. */
	wrong: unknown[];
}

const choices = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options as INodePropertyOptions[];

const isUnique = (all: readonly INodePropertyOptions[], { name, value }: INodePropertyOptions) =>
	all.filter((one) => one.name === name).length === 1 &&
	!all.some((one) => one.value === name && one.value !== value);

function forFlag(good: boolean): Variants {
	const [word, digit, verb] = good ? ['TRUE', 1, 'Yes'] : ['False', 0, 'no'];
	return {
		good,
		same: [word, ` ${word}\n`, digit, `${digit}`, verb],
		wrong: ['maybe', 2, NaN, [], [true], { a: 1 }, 'tr\u200bue'],
	};
}

const forNumber = (good: number): Variants => ({
	good,
	same: [`${good}`, ` ${good}\n`],
	wrong: ['1,000', '1 000', 'abc', NaN, Infinity, true, [], [good], { a: 1 }, `${good}\u200b`],
});

function forChoice(property: INodeProperties, good: unknown, isOpen: boolean): Variants {
	const all = choices(property);
	const chosen = all.find(({ value }) => value === good);
	const names = chosen && isUnique(all, chosen) ? [chosen.name, chosen.name.toUpperCase()] : [];
	const isNumber = typeof good === 'number';
	return {
		good,
		same: [` ${good} `, ...(isNumber ? [`${good}`] : [`${good}\n`]), ...names],
		wrong: [
			...(isOpen ? [] : ['no such choice', 4_711, 'no\u200bchoice']),
			'a\u200bb',
			...(all.some(({ value }) => value === 'true') ? [] : [true]),
			[],
			[good],
			{ a: 1 },
		],
	};
}

const forChoices = (good: unknown[]): Variants => ({
	good,
	same: [good.join(', '), good.join(';'), JSON.stringify(good), ` ${good.join(' , ')}\n`],
	wrong: ['no such choice', ['no such choice'], 7, true, { a: 1 }, [{ a: 1 }], [[]]],
});

const forTime = (good: string): Variants => ({
	good,
	same: [new Date(good), Date.parse(good), `${Date.parse(good)}`, ` ${good} `],
	wrong: ['01.12.2027', '12/11/2027 22:00', '2027-02-30T10:00:00Z', '2', 'soon', true, [], {}],
});

const forJson = (good: string): Variants => ({
	good,
	same: [JSON.parse(good), ` ${good} `],
	wrong: ['{', '[1]', '7', 'text', [1], 7, true],
});

function forText(property: INodeProperties, path: string, good: string): Variants {
	const rule = FIELD_RULES[path.replaceAll('[]', '')] ?? {};
	const { password = false, rows = 1 } = property.typeOptions ?? {};
	const isMultiLine = rule.multiLine || rows > 1;
	return {
		good,
		same: [
			...(password ? [] : [` ${good} `, `\ufeff${good}`]),
			...(rule.list ? [[good], `${good};`, JSON.stringify([good])] : []),
		],
		wrong: [
			NaN,
			{ a: 1 },
			[{ a: 1 }],
			...(rule.list ? [] : [[good]]),
			...(rule.booleanAsText ? [] : [true]),
			...(password ? [] : [`${good}\u200b${good}`]),
			...(isMultiLine ? ['a\u0000b'] : password ? [`${good}\n`, 'a\tb'] : ['a\u0007b', 'a\tb']),
		],
	};
}

/** A text that fits the field. */
const sampleText = ({ name, typeOptions = {} }: INodeProperties): string =>
	typeOptions.password ? 'Secret-1 ' : name === 'name' ? 'shop-db' : 'text-1';

/** @returns a value for a field, another one than its default where there is one. */
function sample(property: INodeProperties): unknown {
	const { type, default: preset, typeOptions = {} } = property;
	switch (type) {
		case 'boolean':
			return preset !== true;
		case 'number':
			return Math.min(typeOptions.maxValue ?? Infinity, (typeOptions.minValue ?? 0) + 2);
		case 'options':
			return (choices(property).find(({ value }) => value !== preset) ?? choices(property)[0])
				.value;
		case 'multiOptions':
			return choices(property)
				.slice(0, 2)
				.map(({ value }) => value);
		case 'dateTime':
			return '2027-12-01T21:00:00.000Z';
		case 'json':
			return '{"description":"by JSON"}';
		case 'resourceLocator':
			return locator('id-1');
		default:
			return sampleText(property);
	}
}

const forGroup = (): Variants => ({
	good: {},
	same: [],
	wrong: ['text', 7, true, [1], { noSuchField: 1 }],
});

/**
 * @param property a field
 * @param path its path, as in `Landing.field`
 * @param given a value that fits; one is made up where there is none
 */
export function variantsOf(property: INodeProperties, path: string, given: unknown): Variants {
	const good = given ?? sample(property);
	const rule = FIELD_RULES[path.replaceAll('[]', '')] ?? {};
	switch (property.type) {
		case 'boolean':
			return forFlag(good as boolean);
		case 'number':
			return forNumber(good as number);
		case 'options':
			return forChoice(property, good, rule.open === true);
		case 'multiOptions':
			return forChoices(good as unknown[]);
		case 'dateTime':
			return forTime(good as string);
		case 'json':
			return forJson(good as string);
		case 'collection':
		case 'fixedCollection':
			return forGroup();
		case 'resourceLocator': {
			const id = (good as { value: string }).value;
			const text = forText(property, path, id);
			return { ...text, good, same: [id, ...text.same, { value: id }] };
		}
		default:
			return forText(property, path, String(good));
	}
}
