import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { OtcDrsWait } from '../../../nodes/OtcDrsWait/OtcDrsWait.node.ts';

const contextOf = (type: string, parameters: INodeParameters) =>
	({
		getNode: () => ({ type, parameters, name: 'Wait' }),
		getNodeParameter: (name: string, _item: number, fallback: unknown) =>
			parameters[name] ?? fallback,
		getInputData: () => [{ json: { id: 'a' } }, { json: { id: 'b' } }],
		continueOnFail: () => true,
	}) as unknown as IExecuteFunctions;

describe('what cannot be waited for, with On Error → Continue', () => {
	const run = async (type: string) =>
		await new OtcDrsWait().execute.call(
			contextOf(type, { target: 'statuses', statuses: [], mode: 'inMemory' }),
		);
	const failure = { error: expect.objectContaining({ message: 'Statuses: is empty' }) };

	it('leaves on the output for failures', async () => {
		const outputs = await run('n8n-nodes-otc-drs.otcDrsWait');
		expect(outputs.map(({ length }) => length)).toEqual([0, 0, 2, 0]);
	});

	it('leaves on the only output that an AI agent sees', async () => {
		const outputs = await run('n8n-nodes-otc-drs.otcDrsWaitTool');
		expect(outputs).toHaveLength(1);
		expect(outputs[0].map(({ json }) => json)).toEqual([
			expect.objectContaining(failure),
			expect.objectContaining(failure),
		]);
	});
});
