import { STATUSES } from '../../../../nodes/shared/drs/statuses.ts';
import { anyOf, GOALS, type GoalName } from '../../../../nodes/shared/drs/goals.ts';

/** What a wait goes on in; everything else ends it. */
const WAITS_ON: Record<GoalName, string[]> = {
	replicating: [
		'CREATING',
		'CONFIGURATION',
		'STARTJOBING',
		'WAITING_FOR_START',
		'PAUSING',
		'FULL_TRANSFER_STARTED',
		'FULL_TRANSFER_COMPLETE',
		'CHANGE_JOB_STARTED',
		'CHILD_TRANSFER_STARTING',
		'CHILD_TRANSFER_COMPLETE',
	],
	fullTransferComplete: [
		'CREATING',
		'CONFIGURATION',
		'STARTJOBING',
		'WAITING_FOR_START',
		'PAUSING',
		'FULL_TRANSFER_STARTED',
		'CHANGE_JOB_STARTED',
		'CHILD_TRANSFER_STARTING',
		'CHILD_TRANSFER_STARTED',
	],
	stopped: STATUSES.filter(
		(status) =>
			![
				'CREATE_FAILED',
				'RELEASE_RESOURCE_FAILED',
				'RELEASE_RESOURCE_COMPLETE',
				'RELEASE_CHILD_TRANSFER_COMPLETE',
			].includes(status),
	),
	readyForConfiguration: ['CREATING', 'PAUSING', 'CHANGE_JOB_STARTED'],
};

describe('the targets', () => {
	it('tells nobody both reached and failed', () => {
		for (const { reached, failed } of [...Object.values(GOALS), anyOf(['CREATE_FAILED'])]) {
			expect(reached.filter((status) => failed.includes(status))).toEqual([]);
		}
	});

	it.each(Object.keys(GOALS) as GoalName[])('%s: in which statuses the wait goes on', (name) => {
		const { reached, failed } = GOALS[name];
		const open = STATUSES.filter((status) => !reached.includes(status) && !failed.includes(status));
		expect(open).toEqual(WAITS_ON[name]);
	});

	it('a failed status that was asked for is reached', () => {
		const { reached, failed } = anyOf(['FULL_TRANSFER_FAILED']);
		expect(reached).toEqual(['FULL_TRANSFER_FAILED']);
		expect(failed).not.toContain('FULL_TRANSFER_FAILED');
		expect(failed).toContain('INCRE_TRANSFER_FAILED');
	});
});
