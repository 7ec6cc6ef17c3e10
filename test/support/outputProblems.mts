const problems = new Set<string>();

/** Notes what is in an output that its schema does not say; the test fails by it when it ends. */
export function noteOutputProblems(found: readonly string[]): void {
	for (const problem of found) problems.add(problem);
}

/** @returns what was noted since the last call, each once */
export function takeOutputProblems(): string[] {
	const found = [...problems];
	problems.clear();
	return found;
}
