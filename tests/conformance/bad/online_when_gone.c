/* SPDX-License-Identifier: Apache-2.0 */
/* Says that a printer is ready whose cable is pulled. */
#include "bad.h"

static int32_t status(void *device, const kiosk_call *call, kiosk_printer_status *told,
                      kiosk_error *error)
{
    const int unplugged = acme.printer_unplugged;
    int32_t result;
    acme.printer_unplugged = 0;
    result = acme_printer_ops.status(device, call, told, error);
    acme.printer_unplugged = unplugged;
    return result;
}

BAD_PRINTER(ops.status = status)
