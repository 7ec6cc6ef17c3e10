import type { INodeParameters } from 'n8n-workflow';
import { OPERATION_SCHEMAS } from '../../contract/outputs/index.mts';
import type { Schema } from '../../contract/outputs/shape.mts';
import { RESOURCES } from '../../nodes/OtcDrs/resources/index.ts';
import { node } from '../support/canvas.mts';
import { useCloud } from '../support/cloud.mts';
import { outputsOf, problemsOf, type Output } from '../support/outputs.mts';
import { CREATE, runNode } from '../support/otc.mts';

const { engine } = useCloud();

async function listed(more: INodeParameters = {}): Promise<Output[]> {
	await runNode(engine, CREATE, [{ name: 'shop' }]);
	const parameters = { resource: 'task', operation: 'getMany', ...more };
	const { raw } = await runNode(engine, parameters);
	return outputsOf([node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', { parameters })], raw);
}

const schema = OPERATION_SCHEMAS.get('task/getMany')!;
const withProperties = (properties: Record<string, Schema>): Schema => ({ ...schema, properties });

describe('Output schemas', () => {
	it('exist for every operation, and for nothing else', () => {
		const names = RESOURCES.flatMap(({ option, operations }) =>
			operations.map((operation) => `${option.value}/${operation.option.value}`),
		);
		expect([...OPERATION_SCHEMAS.keys()].sort()).toEqual(names.sort());
	});

	it('are of objects with fields, or the editor shows nothing', () => {
		for (const { type, properties } of OPERATION_SCHEMAS.values()) {
			expect(type).toBe('object');
			expect(Object.keys(properties ?? {})).not.toEqual([]);
		}
	});

	it('say what an operation gives', async () => {
		const [output] = await listed();
		expect(output).toMatchObject({ name: 'task/getMany', isOpen: false });
		expect(problemsOf(output, schema)).toEqual([]);
	});

	it('are refused with a wrong type, without a field, and when there is none', async () => {
		const [output] = await listed();
		const { name: _name, ...others } = schema.properties!;
		expect(problemsOf(output, withProperties({ ...others, name: { type: 'number' } }))).toEqual([
			'task/getMany/name must be number {"type":"number"}',
		]);
		expect(problemsOf(output, withProperties(others))).toEqual([
			'task/getMany must NOT have additional properties {"additionalProperty":"name"}',
		]);
		expect(problemsOf(output, undefined)).toEqual(['task/getMany has no schema']);
	});

	it('leave room for what the service gives, but not for another type', async () => {
		const [output] = await listed({ simplify: false });
		expect(Object.keys(output.json)).toContain('node_newFramework');
		expect(problemsOf(output, schema)).toEqual([]);
		expect(problemsOf(output, withProperties({ id: { type: 'number' } }))).toHaveLength(1);
	});
});
