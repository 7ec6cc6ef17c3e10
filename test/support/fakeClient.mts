import type { ApiClient } from '../../nodes/shared/client/client.ts';

/** @returns a client whose calls get these answers; it tries once and never waits */
export const fakeClient = (call: ApiClient['call']): ApiClient => ({
	call,
	pause: async () => true,
	wait: async () => true,
	projectId: () => undefined,
	credential: { id: '', name: '', data: {} },
	policy: { maxAttempts: 1, maxWaitSeconds: 0 },
	now: () => 0,
});
