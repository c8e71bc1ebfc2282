/* SPDX-License-Identifier: Apache-2.0 */
/* Falls over while it is opened. */
#include <signal.h>

#include "../conformance/bad/bad.h"

static int32_t open_reader(const char *at, const kiosk_call *call, void **device,
                           kiosk_error *error)
{
    (void)at;
    (void)call;
    (void)device;
    (void)error;
    raise(SIGSEGV);
    return KIOSK_OK;
}

BAD_READER(ops.device.open = open_reader)
