/* SPDX-License-Identifier: Apache-2.0 */
/* Does not tell that the door opens, though its state says so. */
#include "bad.h"

static int32_t next(void *device, const kiosk_call *call, int32_t *part,
                    kiosk_cabinet_state *state, kiosk_error *error)
{
    const int32_t result = acme_cabinet_ops.next(device, call, part, state, error);
    if (result == KIOSK_OK && *part == KIOSK_PART_CABINET_DOOR && state->door_open)
        return acme_cabinet_ops.next(device, call, part, state, error);
    return result;
}

BAD_CABINET(ops.next = next)
