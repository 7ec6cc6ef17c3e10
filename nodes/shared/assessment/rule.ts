import type { Side } from '../sql/family';
import type { AssessmentSettings, Found, Item } from './types';

/** Both sides of a pair, as far as they were read, and what was found missing while a rule looked at them. */
export class Look<Facts> {
	/** What a rule needed and did not find, with the step that helps. */
	readonly missing = new Set<string>();

	constructor(
		private readonly sides: Partial<Record<Side, Facts>>,
		readonly settings: AssessmentSettings,
	) {}

	/** @returns the facts of a side; undefined, and noted as missing, when it was not read. */
	side(side: Side): Facts | undefined {
		const facts = this.sides[side];
		if (facts === undefined) this.missing.add(`Also run the statements for the ${side}.`);
		return facts;
	}

	/** Notes what is missing. */
	lacks(reason: string): void {
		this.missing.add(reason);
	}
}

/** A pre-check item with what decides it. */
export interface Rule<Facts> extends Item {
	/** Whether the item is asked of such a task at all, besides the scenario. */
	applies?: (settings: AssessmentSettings) => boolean;
	/** @returns what is wrong; what it cannot see it notes as missing in `look`. */
	judge: (look: Look<Facts>) => Found[];
}

/** @returns a finding. */
export const found = (
	side: Side,
	object: string,
	text: string,
	more: Pick<Found, 'severity' | 'remedy'> = {},
): Found => ({ side, object, text, ...more });

/** @returns whether a table is to be moved. */
export const isSelected = (
	{ settings }: Pick<Look<unknown>, 'settings'>,
	schema: string,
	table: string,
): boolean =>
	settings.tables.length === 0 ||
	settings.tables.some(([otherSchema, other]) => otherSchema === schema && other === table);
