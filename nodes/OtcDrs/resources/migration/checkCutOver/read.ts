import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import { readTaskIds } from '../../../../shared/fields/task';
import { numberField } from '../../../../shared/n8n/numberField';
import type { ParameterReader } from '../../../../shared/n8n/ParameterReader';
import { readInstant } from '../../../../shared/values/instant';
import { readText } from '../../../../shared/values/read';
import type { Zone } from '../../../../shared/values/zone';
import type { VerificationRule } from './readiness';
import type { Check } from './work';

const MOST_SECONDS = 86_400;
const MOST_HOURS = 8_760;
const A_DAY = 24;
const USUAL_LAG = 5;

/** @returns the verification that an item has to have, or undefined for none; or the field that is wrong with it */
function readVerification(
	reader: ParameterReader,
	item: number,
	zone: Zone | undefined,
): Outcome<VerificationRule | undefined> {
	if (!reader.get('requireVerification', item, false)) return success(undefined);
	const maxAge = numberField('Not Older Than (Hours)', reader.get('maxAgeHours', item, A_DAY), {
		fallback: A_DAY,
		least: 0,
		most: MOST_HOURS,
	});
	if (!maxAge.ok) return maxAge;
	const verdict = readText(reader.get('verdict', item, ''));
	const entered = reader.get<object | string | number>('verifiedAt', item, '');
	if (entered === '' || entered === null) return success({ verdict, maxAge: maxAge.value });
	const at = readInstant(entered, zone);
	return at.ok
		? success({ verdict, at: at.value.milliseconds, maxAge: maxAge.value })
		: failed(toFailure([fieldProblem('Verified At', at.fault, at.remedy)]));
}

/** @returns the checks that an item asks for, one for each task that it names; or the field that is wrong with them */
export function readChecks(
	reader: ParameterReader,
	item: number,
	zone: Zone | undefined,
): Outcome<Check[]> {
	const ids = readTaskIds(reader, item);
	if (!ids.ok) return ids;
	const maxLag = numberField('Largest Lag (Seconds)', reader.get('maxLag', item, USUAL_LAG), {
		fallback: USUAL_LAG,
		least: 0,
		most: MOST_SECONDS,
	});
	if (!maxLag.ok) return maxLag;
	const verification = readVerification(reader, item, zone);
	if (!verification.ok) return verification;
	const rule = verification.value;
	return success(
		ids.value.map((id) => ({
			item,
			id,
			maxLag: maxLag.value,
			...(rule && { verification: rule }),
		})),
	);
}
