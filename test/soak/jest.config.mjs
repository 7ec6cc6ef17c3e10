import endToEnd from '../e2e/jest.config.mjs';

/** Many items through one n8n. */
export default { ...endToEnd, testMatch: ['<rootDir>/test/soak/**/*.test.mts'] };
