import { verificationSql } from '../../../nodes/shared/verification/sql';
import type {
	Level,
	Verification,
	VerificationSettings,
} from '../../../nodes/shared/verification/types';
import { verify } from '../../../nodes/shared/verification/verify';
import { ask } from './ask.mts';
import type { DatabaseServer, Login, Row } from './database.mts';

/** Two servers and who asks them. */
export interface Both {
	engine: 'mysql' | 'postgresql';
	source: DatabaseServer;
	target: DatabaseServer;
	login: Partial<Login>;
	settings?: Partial<VerificationSettings>;
}

/** What a comparison gave, and how much there was to hand on. */
export interface Compared {
	results: Verification[];
	items: Row[];
	levels: Level[];
}

/** Compares two databases as a workflow does: level by level, each only where the one before asks for it. */
export async function compare(both: Both): Promise<Compared> {
	const { engine, source, target, login, settings } = both;
	const items: Row[] = [];
	const levels: Level[] = [];
	for (const level of ['inventory', 'contents', 'keys'] as const) {
		const input = { level, engine, server: 'shop', items, settings };
		const [mine, others] = (['source', 'target'] as const).map((side) =>
			verificationSql({ ...input, side }),
		);
		const [one, other] = await Promise.all([ask(source, mine, login), ask(target, others, login)]);
		items.push(...one, ...other);
		levels.push(level);
		const results = verify(items, settings);
		if (results.every(({ next }) => next === null || next === level)) {
			return { results, items, levels };
		}
	}
	return { results: verify(items, settings), items, levels };
}
