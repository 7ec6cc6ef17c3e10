import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';
import { OtcDrs } from '../../nodes/OtcDrs/OtcDrs.node.ts';
import { node } from './canvas.mts';

/** What the node says of itself. */
export const { description } = new OtcDrs();

/** A node in which nothing was changed. */
export const NODE: INode = node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs');

/** @returns the parameters with the defaults of those that are shown, as the editor has them */
export const fullParameters = (parameters: INodeParameters): INodeParameters =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		NODE,
		description,
	) ?? {};
