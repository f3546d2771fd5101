// N/error: errors with a name of the script's own.

import type { Invocation } from '../invocation.ts';
import { readOptions, textOf } from '../options.ts';
import { Constants } from '../realm.ts';

// The standard codes a script can name through error.Type; the strings equal their names.
const TYPES =
  'SSS_MISSING_REQD_ARGUMENT SSS_INVALID_TYPE_ARG SSS_INVALID_API_USAGE UNEXPECTED_ERROR USER_ERROR RCRD_DSNT_EXIST ' +
  'INVALID_FLD_VALUE INVALID_KEY_OR_REF INVALID_RCRD_TYPE INVALID_SEARCH MISSING_REQD_ARGUMENT WRONG_PARAMETER_TYPE ' +
  'SSS_INVALID_SRCH_OPERATOR SSS_INVALID_SRCH_FILTER SSS_INVALID_SRCH_COLUMN SSS_USAGE_LIMIT_EXCEEDED ' +
  'MUTUALLY_EXCLUSIVE_ARGUMENTS FIELD_1_CANNOT_BE_EMPTY FIELD_1_IS_NOT_A_SUBRECORD_FIELD PROPERTY_VALUE_CONFLICT ' +
  'NO_DEPLOYMENTS_AVAILABLE MAP_REDUCE_ALREADY_RUNNING FAILED_TO_SUBMIT_JOB_REQUEST_1';

export function errorModule({ realm }: Invocation): object {
  return realm.object({
    create: realm.method('create', (args) => {
      const options = readOptions('error.create', args, ['name', 'message', 'notifyOff']);
      // Published scripts pass the caught error itself as the message.
      return realm.error({
        name: options.text('name', 'UNEXPECTED_ERROR'),
        message: messageOf(options.get('message')),
        notifyOff: options.flag('notifyOff', false),
      });
    }),
    Type: new Constants(Object.fromEntries(TYPES.split(' ').map((name) => [name, name]))),
  });
}

function messageOf(message: unknown): string {
  return message === undefined || message === null ? '' : textOf(message);
}
