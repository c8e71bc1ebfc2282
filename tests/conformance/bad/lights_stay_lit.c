/* SPDX-License-Identifier: Apache-2.0 */
/* A reset leaves its lights as they were. */
#include "bad.h"

static int32_t reset(void *device, const kiosk_call *call, kiosk_error *error)
{
    int32_t light[KIOSK_PART_CALL_LAMP + 1];
    int32_t result;
    memcpy(light, acme.light, sizeof light);
    result = acme_cabinet_ops.device.reset(device, call, error);
    memcpy(acme.light, light, sizeof light);
    return result;
}

BAD_CABINET(ops.device.reset = reset)
