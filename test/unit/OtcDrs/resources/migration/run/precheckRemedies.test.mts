import { remedyFor } from '../../../../../../nodes/OtcDrs/resources/migration/run/precheckRemedies.ts';
import printed from '../../../../../fixtures/reference/drs-v3-examples.json' with { type: 'json' };

const NONE = remedyFor('no such item');

/** The items that the reference prints in its answers. */
const PRINTED = [...new Set(JSON.stringify(printed).match(/"item":"[A-Za-z]+"/g) ?? [])].map(
	(entry) => entry.slice(8, -1),
);

/** All of MongoDB; the printed answers have none of them. */
const MONGODB = [
	'srcCollAlreadyExistedInDstColl',
	'srcViewAlreadyExistedInDstView',
	'srcAndDstCappedCollConsistency',
	'rolesDependentCheck',
	'usersDependentCheck',
	'srcCollHasTtlIndex',
	'dbSslConsistency',
	'dstChunkNumCheck',
	'mongoTypeFitTransferMode',
	'srcCollIndexNumCheck',
	'srcDbInstanceIsEmpty',
	'srcIdIndexCheck',
	'srcShardKeyConfiguration',
	'checkBalanceStatus',
	'srcMongoInstanceType',
];

describe('the remedies of a pre-check', () => {
	it('there are items to look at', () => expect(PRINTED.length).toBeGreaterThan(30));

	it.each([...PRINTED, ...MONGODB])('%s has one of its own', (item) => {
		expect(remedyFor(item)).not.toBe(NONE);
	});

	it.each([
		['srcDbExistUnsupportEngineTable', 'MyISAM too'],
		['srcTriggerAndEventCheck', 'when the task is stopped'],
		['dbClockConsistency', 'time_zone'],
	])('%s says what the manual says: %s', (item, words) => {
		expect(remedyFor(item)).toContain(words);
	});
});
