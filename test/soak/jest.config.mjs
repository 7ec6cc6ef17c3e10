/** Many items through one n8n, and a long wait in n8n's engine. */
export default {
	rootDir: '../..',
	projects: ['<rootDir>/test/soak/process.config.mjs', '<rootDir>/test/soak/engine.config.mjs'],
	maxWorkers: 1,
	silent: false,
	// Of all projects; jest takes it from here only.
	testTimeout: 180_000,
};
