import endToEnd from '../e2e/jest.config.mjs';

/** The built package in the oldest n8n that it is for, on the Node.js of this machine. */
export default { ...endToEnd, testMatch: ['<rootDir>/test/compat/**/*.test.mts'] };
