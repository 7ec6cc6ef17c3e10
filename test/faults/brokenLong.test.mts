import { testBuilds } from './brokenBuild.mts';
import { LONG_BUILDS } from './longBuilds.mts';

testBuilds(LONG_BUILDS);
