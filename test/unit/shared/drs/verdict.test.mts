import { isRefusal, isServed } from '../../../../nodes/shared/drs/verdict.ts';

describe('a result of a change', () => {
	it.each([
		[{ status: 'success', success: true }, true],
		[{ status: 'success', error_code: null, error_msg: null }, true],
		[{ status: 'success', error_code: '', error_msg: '' }, true],
		[{ status: 'success', error_code: ' ' }, true],
		[{ status: 'SUCCESS' }, true],
		[{ status: 'true' }, true],
		[{ status: true }, true],
		[{ success: true }, true],
		[{ success: 'true' }, true],
		[{ success: 'True', status: 'success' }, true],
		[{ status: 'failed', success: true }, false],
		[{ status: 'success', success: false }, false],
		[{ status: 'success', success: 'false' }, false],
		[{ status: 'success', success: 'FALSE' }, false],
		[{ status: 'Failed', success: 'true' }, false],
		[{ status: 'success', error_code: 'DRS.M00304' }, false],
		[{ status: 'success', error_code: 7 }, false],
		[{}, false],
		[{ status: null }, false],
	])('%j serves its task: %s', (result, served) => {
		expect(isServed(result)).toBe(served);
	});

	it.each([
		[{ error_code: null }, false],
		[{ error_code: '' }, false],
		[{ status: 'INCRE_TRANSFER_FAILED' }, false],
		[{ status: 'failed' }, true],
		[{ success: false }, true],
		[{ error_code: 'DRS.M00277' }, true],
	])('%j is a refusal: %s', (result, refused) => {
		expect(isRefusal(result)).toBe(refused);
	});
});
