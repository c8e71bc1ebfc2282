/* SPDX-License-Identifier: Apache-2.0 */
/* Never comes back from being opened. */
#define _POSIX_C_SOURCE 199309L
#include <unistd.h>

#include "../conformance/bad/bad.h"

static int32_t open_reader(const char *at, const kiosk_call *call, void **device,
                           kiosk_error *error)
{
    (void)at;
    (void)call;
    (void)device;
    (void)error;
    for (;;)
        pause();
    return KIOSK_OK;
}

BAD_READER(ops.device.open = open_reader)
