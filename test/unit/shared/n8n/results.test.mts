import { failed, success } from '../../../../nodes/shared/failures/failure.ts';
import { toOutput } from '../../../../nodes/shared/n8n/results.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

it.each([
	[{ name: 'shop', id: 'a1' }, 'shop a1'],
	[{ id: 'a1' }, 'a1'],
	[{ job_id: 'a1' }, 'a1'],
	[{ precheck_id: 'a1' }, 'a1'],
	[{ id: { no: 'text' }, job_id: 'a1' }, 'a1'],
])('%j is named among those that were done before the stop', (json, named) => {
	const { context } = fakeContext({ parameters: {}, items: [{}, {}] });
	let thrown: unknown;
	try {
		toOutput(context, [success([{ json }]), failed({ message: 'no' })]);
	} catch (error) {
		thrown = error;
	}
	expect((thrown as { description: string }).description).toContain(
		`Done before the stop: ${named}. With`,
	);
});

it('hands on the files of an item, also when a secret is taken out of its data', () => {
	const { context } = fakeContext({ parameters: {} });
	const binary = { chart: { data: '', mimeType: 'image/svg+xml' } };
	const outcome = success([{ json: { id: 'a1', db_password: 'secret' }, binary }]);
	expect(toOutput(context, [outcome])).toEqual([
		{ json: { id: 'a1' }, binary, pairedItem: { item: 0 } },
	]);
});
