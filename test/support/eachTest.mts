import type * as N8nWorkflow from 'n8n-workflow';
import { sleep } from './clock.mts';
import { takeOutputProblems } from './outputProblems.mts';
import { forgetSessions } from './sessions.mts';
import { patience } from '../../nodes/shared/n8n/parking/runInTurns.ts';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<typeof N8nWorkflow>('n8n-workflow'),
	sleep,
}));

beforeEach(() => {
	jest.setSystemTime(jest.getRealSystemTime());
	forgetSessions();
	patience.milliseconds = 0;
});

// What the nodes have given in the test is as their output schemas say.
afterEach(() => {
	expect(takeOutputProblems()).toEqual([]);
});
