import { success, type Outcome } from '../../../../shared/failures/failure';
import { taskIdsOf } from '../../../../shared/fields/task';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import { A_DAY, USUAL_LAG } from './fields';
import type { VerificationRule } from './readiness';
import type { Check } from './work';

/** @returns the verification that an item has to have, or undefined for none */
function verificationOf(fields: Fields): VerificationRule | undefined {
	if (!fields.flag('requireVerification')) return undefined;
	const at = fields.time('verifiedAt')?.milliseconds;
	return {
		verdict: fields.text('verdict'),
		...(at !== undefined && { at }),
		maxAge: fields.number('maxAgeHours') ?? A_DAY,
	};
}

/**
 * @param fields the fields of an item
 * @param item its index
 * @returns the checks that the item asks for, one for each task that it names; or the field that is wrong with them
 */
export function readChecks(fields: Fields, item: number): Outcome<Check[]> {
	const ids = taskIdsOf(fields);
	if (!ids.ok) return ids;
	const maxLag = fields.number('maxLag') ?? USUAL_LAG;
	const minutes = fields.number('lagMinutes') ?? 0;
	const fromCloudEye = fields.option('lagSource') === 'cloudEye';
	const verification = verificationOf(fields);
	return success(
		ids.value.map((id) => ({
			item,
			id,
			maxLag,
			minutes,
			fromCloudEye,
			...(verification && { verification }),
		})),
	);
}
