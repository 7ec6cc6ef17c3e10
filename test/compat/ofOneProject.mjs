/** @returns a jest configuration without what only the whole of several projects may say */
export const ofOneProject = (config) =>
	Object.fromEntries(Object.entries(config).filter(([key]) => key !== 'maxWorkers'));
