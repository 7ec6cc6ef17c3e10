import shared from '../../jest.config.mjs';

/** The slow tests: real n8n, Chromium, simulator. One after the other, because they share two CPU cores. */
export default {
	...shared,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.test.mts'],
	testPathIgnorePatterns: ['/node_modules/'],
	setupFiles: [],
	setupFilesAfterEnv: [],
	fakeTimers: {},
	maxWorkers: 1,
	testTimeout: 180_000,
};
