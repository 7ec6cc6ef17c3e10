import endToEnd from '../e2e/jest.config.mjs';

/** Real MariaDB and PostgreSQL servers, two of each, on loopback. */
export default { ...endToEnd, testMatch: ['<rootDir>/test/databases/**/*.test.mts'] };
