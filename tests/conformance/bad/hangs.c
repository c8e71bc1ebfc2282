/* SPDX-License-Identifier: Apache-2.0 */
/* Never comes back from resetting after trouble. */
#define _POSIX_C_SOURCE 199309L
#include <unistd.h>

#include "bad.h"

static int32_t reset(void *device, const kiosk_call *call, kiosk_error *error)
{
    while (acme.card == ACME_FAILED)
        pause();
    return acme_reader_ops.device.reset(device, call, error);
}

BAD_READER(ops.device.reset = reset)
