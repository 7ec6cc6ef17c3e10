import type { IDataObject, IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { router } from '../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../support/fakeContext.mts';
import { service } from '../support/migrationService.mts';
import { agree, isObject, put } from './fields.mts';
import type { Place } from './places.mts';

const NOW = Date.UTC(2026, 10, 25);

/** What a run has done. */
export interface Effect {
	sent: unknown[];
	output: unknown;
	/** The message of the first item that failed. */
	refusal?: string;
}

/** n8n drops an expression that stands for a whole collection, or in a field that takes none. */
const holdsExpression = (context: IExecuteFunctions): boolean =>
	JSON.stringify(context.getNode().parameters).includes('={{ $json.v }}');

/**
 * @param place a field
 * @param parameters with which the field is shown
 * @param rest what the items hold besides the field's value, an entry per item
 * @returns what runs the operation with a value per item in the field; undefined where n8n never hands on an expression
 */
export function fieldRun(
	place: Place,
	parameters: INodeParameters,
	rest: IDataObject[] = [{}],
): ((...values: unknown[]) => Promise<Effect>) | undefined {
	const { resource, operation, path } = place;
	const items = rest.map((own) => ({ ...own }));
	const withField = put(parameters, path, '={{ $json.v }}');
	const options = withField.options;
	const withOptions =
		isObject(options) && !('maxAttempts' in options)
			? { ...withField, options: { ...options, maxAttempts: 1 } }
			: withField;
	const fake = fakeContext({
		parameters: { ...withOptions, resource, operation },
		items,
		continueOnFail: true,
		answer: `${resource}.${operation}` === 'migration.run' ? service() : agree,
	});
	if (!holdsExpression(fake.context)) {
		const { noDataExpression = false, type } = place.property;
		expect([place.path, noDataExpression || type.endsWith('ollection')]).toEqual([
			place.path,
			true,
		]);
		return undefined;
	}
	return async (...values) => {
		items.forEach((item, index) => Object.assign(item, { v: values[index] }));
		fake.sent.length = 0;
		let now = NOW;
		const [output] = await router(fake.context, {
			now: () => now,
			random: () => 0.5,
			sleep: async (milliseconds) => {
				now += Math.max(1_000, milliseconds);
			},
		});
		const errors = output.map(({ json }) => json.error as { message?: string } | undefined);
		return {
			sent: structuredClone(fake.sent),
			output: output.map(({ json }) => ({ ...json, v: undefined })),
			refusal: errors.find((error) => error !== undefined)?.message,
		};
	};
}
