/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps a descriptor at each opening. */
#include <fcntl.h>

#include "bad.h"

static int32_t open_reader(const char *at, const kiosk_call *call, void **device, kiosk_error *error)
{
    if (open("/dev/null", O_RDONLY) < 0)
        return acme_fail(error, KIOSK_KIND_DEVICE, "reader.self-test", KIOSK_REMEDY_TECHNICIAN);
    return acme_reader_ops.device.open(at, call, device, error);
}

BAD_READER(ops.device.open = open_reader)
