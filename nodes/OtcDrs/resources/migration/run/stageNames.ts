/** The stages of a migration, and what people call them. */
export const STAGE_LABELS = {
	create: 'Creation',
	connectionTest: 'Connection Test',
	configuration: 'Configuration',
	precheck: 'Pre-Check',
	start: 'Start',
	wait: 'Wait',
} as const;

/** The name of a stage. */
export type StageName = keyof typeof STAGE_LABELS;
