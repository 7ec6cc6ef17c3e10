import endToEnd from '../e2e/jest.config.mjs';

/** n8n in queue mode with real Redis and PostgreSQL: four processes of n8n, so one test at a time. */
export default {
	...endToEnd,
	testMatch: ['<rootDir>/test/queue/**/*.test.mts'],
	maxWorkers: 1,
};
