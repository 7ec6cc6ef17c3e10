import { testBuilds } from './brokenBuild.mts';
import { BUILDS } from './builds.mts';

testBuilds(BUILDS);
