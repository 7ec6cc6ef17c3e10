import { toRow, withError } from '../../../../../../nodes/OtcDrs/resources/migration/report/row.ts';

const broken = toRow(
	{ name: 'shop', status: 'FULL_TRANSFER_FAILED', failed_reason: 'disk full' },
	{ ok: true, value: { progress: '41' } },
);

it('keeps the reason of the service where the workflow only repeats that the task failed', () => {
	expect(withError(broken, { message: 'is in FULL_TRANSFER_FAILED' }).reason).toBe('disk full');
});

it('says that a progress could not be read where one is due', () => {
	const unread = { ok: false as const, failure: { message: 'busy', description: 'Run again' } };
	const running = toRow({ name: 'shop', status: 'FULL_TRANSFER_STARTED' }, unread);
	expect(running).toMatchObject({
		state: 'transferring',
		progress: null,
		needsAttention: true,
		reason: 'The progress could not be read: busy',
		nextStep: 'Run again',
	});
	expect(toRow({ name: 'shop', status: 'CONFIGURATION' }, unread).needsAttention).toBe(false);
});
