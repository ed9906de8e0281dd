import { AliasLimitRule } from './alias-limit.ts';
import { DepthLimitRule } from './depth-limit.ts';
import type { EndpointPlugin } from '../server-context.ts';

/** Refuses operations that are too deep or use too many aliases, before anything is executed. */
export function useOperationLimits(): EndpointPlugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(DepthLimitRule);
      addValidationRule(AliasLimitRule);
    },
  };
}
