import shared from '../../jest.config.mjs';

/** The slow tests: real n8n, Chromium, simulator. Most of their time they wait for n8n's schedules, so two run at a time. */
export default {
	...shared,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.test.mts'],
	testPathIgnorePatterns: ['/node_modules/'],
	setupFiles: [],
	setupFilesAfterEnv: [],
	fakeTimers: {},
	maxWorkers: 2,
	testTimeout: 180_000,
};
