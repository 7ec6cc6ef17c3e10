import endToEnd from '../e2e/jest.config.mjs';

/** n8n in queue mode with real Redis and PostgreSQL. */
export default { ...endToEnd, testMatch: ['<rootDir>/test/queue/**/*.test.mts'] };
