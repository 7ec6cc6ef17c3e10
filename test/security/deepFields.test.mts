import type { IDataObject } from 'n8n-workflow';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { fakeContext } from '../support/fakeContext.mts';
import { CREATE } from '../support/otc.mts';

const text = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

async function create(deep: string | IDataObject) {
	const fake = fakeContext({
		parameters: { ...CREATE, additionalFields: { additionalRequestFields: '={{ $json.more }}' } },
		items: [
			{ name: 'deep', more: deep },
			{ name: 'flat', more: {} },
		],
		continueOnFail: true,
		answer: () => ({ statusCode: 400, body: {} }),
	});
	const items = await findOperation('task', 'createMigration')!.execute(
		await startRun(fake.context, FORM),
	);
	return { errors: items.map(({ json }) => json.error as IDataObject), sent: fake.sent };
}

it.each([
	['text', text(20_000)],
	['an object', JSON.parse(text(20_000)) as IDataObject],
])(
	'a JSON field that nests 20,000 levels, given as %s, fails its own item only',
	async (_kind, deep) => {
		const { errors, sent } = await create(deep);
		expect(errors[0].message).toContain('Additional Request Fields (JSON): ');
		expect(errors[0].description).toContain('100 levels');
		expect(errors[1].message).not.toContain('Additional Request Fields');
		expect(JSON.stringify(sent.map(({ body }) => body))).toContain('"flat"');
	},
);

it('99 levels are sent', async () => {
	const { sent } = await create(text(99));
	expect(JSON.stringify(sent.map(({ body }) => body))).toContain(text(99).slice(1, -1));
});
