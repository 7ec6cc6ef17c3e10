import { WAIT_FIELDS } from '../../../../../../nodes/OtcDrs/resources/task/wait/fields.ts';
import statuses from '../../../../../fixtures/reference/task-statuses.json' with { type: 'json' };

it('all documented statuses can be chosen, by names that tell them apart', () => {
	const { options = [] } = WAIT_FIELDS.find(({ name }) => name === 'statuses')!;
	expect(options.map((option) => 'value' in option && option.value).sort()).toEqual(
		statuses.map(({ status }) => status).sort(),
	);
	expect(new Set(options.map(({ name }) => name)).size).toBe(statuses.length);
});
