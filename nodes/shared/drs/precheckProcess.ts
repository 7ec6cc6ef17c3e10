import type { IDataObject } from 'n8n-workflow';
import { finiteNumber, readText } from '../values/read';

const WHOLE = 100;

/** @returns whether a pre-check has ended; the service writes its share in percent, with or without the sign. */
export const hasEnded = ({ process }: IDataObject): boolean =>
	(finiteNumber(readText(process)?.replace(/%$/, '')) ?? 0) >= WHOLE;
