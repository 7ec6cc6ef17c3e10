import type * as N8nWorkflow from 'n8n-workflow';
import { sleep } from './clock.mts';
import { forgetSessions } from './sessions.mts';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<typeof N8nWorkflow>('n8n-workflow'),
	sleep,
}));

beforeEach(() => {
	jest.setSystemTime(jest.getRealSystemTime());
	forgetSessions();
});
