import type { INodeParameters, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { LANDINGS } from '../../contract/fields/index.mts';
import { type Landing, locator } from '../../contract/fields/landing.mts';
import { RESOURCES } from '../../nodes/OtcDrs/resources/index.ts';
import { isObject, merge, parametersFor, put } from './fields.mts';

/** A field of an operation, also one that holds others. */
export interface Place {
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

export const WITHOUT_VALUE = ['notice', 'callout', 'button', 'credentials', 'hidden'];

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

/** All operations of the node with their fields. */
export const OPERATIONS = RESOURCES.flatMap(({ option, operations }) =>
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

/** @returns what two operations have in common where they have the same field. */
export const shapeOf = ({ path, property: { displayOptions, ...property } }: Place): string =>
	`${path} ${JSON.stringify(property)} ${displayOptions === undefined}`;

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

const LOGIN = { authentication: 'defineBelow', user: 'user', password: 'Secret-1', dbPort: 3306 };

const RUN: INodeParameters = {
	name: 'shop-db',
	engineType: 'mysql',
	subnet: locator('subnet-0'),
	targetInstance: locator('instance-0'),
	sourceDatabase: { ...LOGIN, ip: '10.0.0.5' },
	targetDatabase: { ...LOGIN, ip: '10.0.0.6' },
	ranges: { range: [{ from: 1, to: 2, speed: 3 }] },
};

/** What operations need that are no part of the contract. */
const BASES: Record<string, INodeParameters> = {
	'migration.run': RUN,
	'migration.plan': RUN,
	'migration.checkCutOver': { jobId: locator('task-1') },
	'migration.finish': { jobId: locator('task-1') },
	'migration.report': { jobId: locator('task-1') },
	'assessment.getSql': { serverName: 'shop' },
	'verification.getSql': { serverName: 'shop' },
};

/** @returns parameters with which a field is shown, and a value for it. */
export function parametersOf(place: Place): { parameters: INodeParameters; value?: unknown } {
	const { resource, operation, path } = place;
	const own = LANDINGS.filter((one) => one.resource === resource && one.operation === operation);
	const landing = own
		.flatMap((one) => one.landings.map((each) => ({ one, each })))
		.find(({ each }) => each.field === path);
	const shared = resource === 'migration' ? landingOfOthers(path) : undefined;
	const base = landing
		? parametersFor(landing.one, landing.each)
		: (merge(baseOf(resource, operation), shared?.with ?? {}) as INodeParameters);
	const value = (landing?.each ?? shared)?.value;
	return {
		parameters: merge(base, conditionsOf(place)) as INodeParameters,
		value: place.top.type === 'options' ? undefined : value,
	};
}

/** @returns how a field of a run lands where an operation of its own has it, such as Configuration → Select Objects. */
function landingOfOthers(path: string): Landing | undefined {
	const fields = [path, path.replace(/^options\./, 'additionalFields.')];
	for (const { resource, base, landings } of LANDINGS) {
		if (!['task', 'configuration'].includes(resource)) continue;
		const landing = landings.find(({ field }) => fields.includes(field));
		if (landing === undefined) continue;
		const { additionalFields, ...others } = landing.with ?? {};
		const beside = resource === 'configuration' ? { ...base, jobId: undefined } : {};
		const options = additionalFields === undefined ? {} : { options: additionalFields };
		return { ...landing, with: merge(beside, { ...others, ...options }) as INodeParameters };
	}
	return undefined;
}

/** @returns what an operation needs. */
export const baseOf = (resource: string, operation: string): INodeParameters =>
	LANDINGS.find((one) => one.resource === resource && one.operation === operation)?.base ??
	BASES[`${resource}.${operation}`] ??
	{};
