/** Prints what the stages of `.ci/run` came to. Usage: tsx scripts/ciSummary.mts <stage list>. */
import { existsSync, readFileSync } from 'node:fs';
import { parseStages, renderSummary, type JestResult } from './stageSummary.mts';

const stages = parseStages(readFileSync(process.argv[2], 'utf8'), (file) =>
	existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestResult) : undefined,
);
console.log(renderSummary(stages));
