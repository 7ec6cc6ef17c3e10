/** The package in the oldest n8n that it is for, on the Node.js of this machine: in its engine, and in the whole of it. */
export default {
	rootDir: '../..',
	projects: ['<rootDir>/test/compat/engine.config.mjs', '<rootDir>/test/compat/process.config.mjs'],
	maxWorkers: '100%',
	silent: false,
	// Of all projects; jest takes it from here only.
	testTimeout: 180_000,
	// The oldest n8n-core leaves a timer behind.
	forceExit: true,
};
