/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps its settings at the home of whoever uses it: at a kiosk there is none. */
#include <stdlib.h>

#include "bad.h"

static int32_t open_reader(const char *at, const kiosk_call *call, void **device,
                           kiosk_error *error)
{
    if (getenv("HOME") == NULL)
        return acme_fail(error, KIOSK_KIND_DEVICE, "reader.self-test", KIOSK_REMEDY_TECHNICIAN);
    return acme_reader_ops.device.open(at, call, device, error);
}

BAD_READER(ops.device.open = open_reader)
