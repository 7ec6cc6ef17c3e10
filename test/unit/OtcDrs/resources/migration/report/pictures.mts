import { COLUMNS } from '../../../../../../nodes/OtcDrs/resources/migration/report/columns.ts';
import { toPicture } from '../../../../../../nodes/OtcDrs/resources/migration/report/picture.ts';
import { toRow, type Row } from '../../../../../../nodes/OtcDrs/resources/migration/report/row.ts';

/** @returns the row of a task */
export const row = (
	name: string,
	status = 'FULL_TRANSFER_FAILED',
	progress: Record<string, string> = { progress: '41' },
): Row => ({
	...toRow(
		{
			id: 'id-1',
			name,
			status,
			engine_type: name,
			db_use_type: name,
			create_time: '1762070400000',
			failed_reason: name,
		},
		{ ok: true, value: progress },
	),
});

/** @returns what a report of the rows shows */
export const picture = (rows: Row[], title = 'Database migrations') =>
	toPicture(
		{
			title,
			generatedAt: Date.parse('2026-11-02T08:00:00Z'),
			timeZone: 'UTC',
			columns: COLUMNS,
			sortBy: 'urgency',
		},
		rows,
	);
