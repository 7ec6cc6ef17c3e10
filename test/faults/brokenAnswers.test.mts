import { ANSWER_BUILDS } from './answerBuilds.mts';
import { testBuilds } from './brokenBuild.mts';

testBuilds(ANSWER_BUILDS);
