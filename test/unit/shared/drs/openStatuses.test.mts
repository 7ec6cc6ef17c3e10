import * as changes from '../../../../nodes/shared/drs/changes/lifeCycle.ts';
import { GOALS, isMissed, type GoalName } from '../../../../nodes/shared/drs/goals.ts';
import { nextStep } from '../../../../nodes/shared/drs/nextStep.ts';
import { hasBeenCreated } from '../../../../nodes/shared/drs/statuses.ts';

describe('statuses that the reference does not name', () => {
	it.each<[GoalName, string, 'reached' | 'missed' | 'waits']>([
		['stopped', 'DELETED', 'reached'],
		['replicating', 'DELETED', 'missed'],
		['readyForConfiguration', 'DELETED', 'missed'],
		['replicating', 'STARTJOB_FAILED', 'missed'],
		['fullTransferComplete', 'REBUILD_NODE_FAILED', 'missed'],
		['replicating', 'NODE_UPGRADE_FAILED', 'missed'],
		['replicating', 'DRIVE_FAILED', 'missed'],
		['stopped', 'DRIVE_FAILED', 'waits'],
		['replicating', 'REBUILD_NODE_STARTED', 'waits'],
		['replicating', 'NODE_UPGRADE_STARTED', 'waits'],
		['replicating', 'PREPARING', 'waits'],
	])('a wait for %s at %s: %s', (name, status, expected) => {
		const goal = GOALS[name];
		const missed = isMissed(goal, status) ? 'missed' : 'waits';
		expect(goal.reached.includes(status) ? 'reached' : missed).toBe(expected);
	});

	it.each([
		['STOP', 'DELETED', true],
		['DELETE', 'DELETED', true],
		['DELETE', undefined, true],
		['DELETE', 'CONFIGURATION', false],
		['RESUME', 'CHILD_TRANSFER_STARTED', true],
		['RESUME', 'PAUSING', false],
		['START', 'DELETED', false],
	] as const)('%s has happened in %s: %s', (change, status, happened) => {
		expect(changes[change].hasHappened?.(status)).toBe(happened);
	});

	it.each([
		['DELETED', 'Nothing to do: the task has been deleted.'],
		['REBUILD_NODE_STARTED', 'Wait: the service is changing the replication instance.'],
		['ANYTHING_NEW', 'Check the task in the console.'],
	])('what to do in %s', (status, step) => {
		expect(nextStep(status)).toBe(step);
	});
});

describe('the end of a creation', () => {
	it.each(['CONFIGURATION', 'CREATE_FAILED', 'DELETED', 'INCRE_TRANSFER_STARTED', 'DRIVE_FAILED'])(
		'has come with %s',
		(status) => expect(hasBeenCreated(status)).toBe(true),
	);

	it.each(['CREATING', 'PREPARING', ''])('has not come with "%s"', (status) =>
		expect(hasBeenCreated(status)).toBe(false),
	);
});
