import { buildDocument } from '../../simulator/contract/build/document.mts';
import reference from '../../simulator/contract/reference/drs-v3.json' with { type: 'json' };
import { shareSchemas } from '../../scripts/contract/shareSchemas.mts';

/** @returns the value with what its references name in their place */
function resolve(value: unknown, components: Record<string, Record<string, unknown>>): unknown {
	if (Array.isArray(value)) return value.map((entry) => resolve(entry, components));
	if (typeof value !== 'object' || value === null) return value;
	const { $ref, ...own } = value as Record<string, unknown>;
	if (typeof $ref !== 'string') {
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [key, resolve(entry, components)]),
		);
	}
	const [, , kind, name] = $ref.split('/');
	return { ...(resolve(components[kind][name], components) as object), ...own };
}

const address = (description: string) => ({
	description,
	type: 'object',
	properties: { ip: { type: 'string' } },
});

const operation = (operationId: string, properties: object) => ({
	post: {
		operationId,
		requestBody: {
			content: { 'application/json': { schema: { type: 'object', properties } } },
		},
	},
});

it('changes the form of the contract and not its meaning', () => {
	const document = JSON.parse(JSON.stringify(buildDocument(reference))) as {
		paths: object;
		components: object;
	};
	const shared = shareSchemas(document) as typeof document & {
		components: Record<string, Record<string, unknown>>;
	};
	expect(Object.keys(shared.components.schemas)).not.toHaveLength(0);
	expect(resolve(shared.paths, shared.components)).toEqual(document.paths);
});

it('shares a schema in spite of other words at its uses, and keeps these', () => {
	const { paths, components } = shareSchemas({
		paths: {
			'/a': operation('copy', {
				from: address('Where it comes from'),
				to: address('Where it goes'),
			}),
		},
	}) as { paths: object; components?: object };
	expect(components).toEqual({
		schemas: { CopyRequestFrom: { type: 'object', properties: { ip: { type: 'string' } } } },
		parameters: {},
	});
	const $ref = '#/components/schemas/CopyRequestFrom';
	expect(paths).toEqual({
		'/a': operation('copy', {
			from: { $ref, description: 'Where it comes from' },
			to: { $ref, description: 'Where it goes' },
		}),
	});
});

it('leaves a schema where it is that differs inside', () => {
	const other = { ...address('Where it goes'), required: ['ip'] };
	const paths = { '/a': operation('copy', { from: address('Where it comes from'), to: other }) };
	expect(shareSchemas({ paths }).paths).toEqual(paths);
});

it('refuses to give two schemas one name', () => {
	const inner = (name: string) => ({
		type: 'object',
		properties: { [name]: { type: 'string' } },
	});
	const side = (name: string) => ({
		type: 'object',
		properties: { end: inner(name), x: { type: 'string' } },
	});
	const twice = (name: string) => [inner(name), inner(name)];
	const paths = {
		'/a': operation('copy', {
			end: { anyOf: [...twice('ip'), ...twice('host'), side('z')] },
		}),
	};
	expect(() => shareSchemas({ paths })).toThrow('Two components have the name CopyRequestEnd');
});
