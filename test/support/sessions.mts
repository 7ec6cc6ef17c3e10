import { processMemory } from '../../credentials/iam/sessionStore.ts';

/** Forgets all sessions, refusals and logins that are under way, as a new process of n8n does. */
export function forgetSessions(): void {
	for (const entries of Object.values(processMemory)) entries.clear();
}
