import type { NodeForm } from '../shared/n8n/parameters/fromContext';
import { FIELD_RULES } from './fieldRules';
import { PROPERTIES } from './resources';

/** The fields of the node, and how their values are read. */
export const FORM: NodeForm = { properties: PROPERTIES, rules: FIELD_RULES };
