import type { Outcome } from '../../../../../nodes/shared/failures/failure.ts';
import { readerFor, type Parameters } from './form.mts';

export const read = (parameters: Parameters) => readerFor(parameters).reader;

export const messageOf = (outcome: Outcome<unknown>) =>
	outcome.ok ? undefined : outcome.failure.message;
