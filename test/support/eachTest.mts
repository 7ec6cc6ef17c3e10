import type * as N8nWorkflow from 'n8n-workflow';
import { sleep } from './clock.mts';
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
