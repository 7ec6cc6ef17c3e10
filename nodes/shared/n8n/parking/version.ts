import { WAIT_FOR_SUB_EXECUTION } from 'n8n-workflow';

/**
 * Whether n8n hands errors of a sub-execution to the parked node, and wakes it when the sub-execution is gone: with n8n 2.0,
 * which does not have this constant, an error is lost, and the node waits forever.
 */
export const resumesReliably = (): boolean => (WAIT_FOR_SUB_EXECUTION as unknown) !== undefined;
