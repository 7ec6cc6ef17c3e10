import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';
import { databaseFields } from '../../../../../credentials/databaseFields.ts';
import { OtcDrs } from '../../../../../nodes/OtcDrs/OtcDrs.node.ts';
import { OtcDrsTrigger } from '../../../../../nodes/OtcDrsTrigger/OtcDrsTrigger.node.ts';
import { innerFields } from '../../../../../nodes/shared/n8n/parameters/conditions.ts';
import { createReader } from '../../../../../nodes/shared/n8n/parameters/reader.ts';

const withInner = (property: INodeProperties): INodeProperties[] => [
	property,
	...innerFields(property).flatMap(withInner),
];

/** All fields of all nodes, also those inside of others, as if each were alone on the form. */
const FIELDS = [OtcDrs, OtcDrsTrigger]
	.flatMap((Node) => new Node().description.properties)
	.concat(databaseFields())
	.flatMap(withInner)
	.map((field) => ({ ...field, displayOptions: undefined }));

/** Each field once that is the same in many operations. */
const SHAPES = [...new Map(FIELDS.map((field) => [JSON.stringify(field), field])).values()];

const read = (field: INodeProperties, value: unknown) =>
	createReader({
		properties: [field],
		get: () => value,
		hasExpression: () => true,
		itemCount: 1,
		timezone: 'Europe/Berlin',
	}).read(field.name, 0);

const isRight: Record<string, (value: unknown) => boolean> = {
	boolean: (value) => typeof value === 'boolean',
	number: (value) => Number.isFinite(value),
	string: (value) => typeof value === 'string',
	multiOptions: Array.isArray,
	dateTime: (value) => typeof value === 'object',
	json: (value) => typeof value === 'object',
	resourceLocator: (value) => typeof value === 'string',
	collection: (value) => typeof value === 'object',
	fixedCollection: (value) => typeof value === 'object',
};

/** A value of the field's own type, or a refusal that names the field and shows nothing odd. */
function expectValueOrRefusal(field: INodeProperties, value: unknown): void {
	const outcome = read(field, value);
	if (outcome.ok) {
		const { value: got } = outcome.value;
		const isFitting = field.type === 'options' ? () => true : isRight[field.type];
		if (got !== undefined && isFitting !== undefined)
			expect([field.name, isFitting(got)]).toEqual([field.name, true]);
		return;
	}
	const { message, description } = outcome.failure;
	expect(message.startsWith(field.displayName)).toBe(true);
	expect(description).toMatch(/\.$/);
	expect(`${message} ${description}`).not.toMatch(/undefined|\[object|\u200b/);
	if (field.typeOptions?.password) expect(`${message} ${description}`).not.toContain('SECRET');
}

const VALUES: unknown[] = [
	null,
	undefined,
	'',
	' ',
	'SECRET text',
	'SECRET\u200btext',
	'SECRET\n',
	' 5 ',
	'1,000',
	'TRUE',
	'maybe',
	NaN,
	Infinity,
	0,
	1,
	10n,
	true,
	[],
	['SECRET'],
	[null],
	{},
	{ a: 'SECRET' },
	{ __rl: true, mode: 'id', value: 'x' },
	'["a"]',
	'{"a":1}',
	'null',
	new Date(NaN),
	Symbol('SECRET'),
	() => 1,
	Object.create(null),
	{ toString: null, valueOf: 5 },
];

it(`gives a value or a refusal for each of ${FIELDS.length} fields, of which ${SHAPES.length} differ`, () => {
	expect(FIELDS.length).toBeGreaterThan(500);
	for (const field of SHAPES) {
		for (const value of VALUES) expectValueOrRefusal(field, value);
	}
});

it('gives a value or a refusal for any value', () => {
	fc.assert(
		fc.property(
			fc.nat(SHAPES.length - 1).map((index) => SHAPES[index]),
			fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
			(field, value) => {
				const outcome = read(field, value);
				const names = outcome.ok || outcome.failure.message.startsWith(field.displayName);
				expect(names).toBe(true);
			},
		),
		{ numRuns: 2_000 },
	);
});

it('takes the default of each field', () => {
	for (const field of SHAPES.filter(({ type }) => type !== 'credentials')) {
		const outcome = read(field, field.default);
		expect([field.name, outcome.ok]).toEqual([field.name, true]);
	}
});

it('takes each choice by its value and by its name', () => {
	for (const field of SHAPES.filter(({ type }) => type === 'options')) {
		for (const option of field.options as Array<{ name: string; value: unknown }>) {
			for (const entered of [option.value, ` ${option.value}`, option.name.toUpperCase()]) {
				expect(read(field, entered)).toMatchObject({ value: { value: option.value, isSet: true } });
			}
		}
	}
});
