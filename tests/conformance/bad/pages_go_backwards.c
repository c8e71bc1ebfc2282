/* SPDX-License-Identifier: Apache-2.0 */
/* Forgets the pages that are out when paper jams. */
#include "bad.h"

static int32_t progress(void *device, const kiosk_call *call, int32_t job, int32_t pages,
                        kiosk_job_progress *told, kiosk_error *error)
{
    const int32_t result = acme_printer_ops.progress(device, call, job, pages, told, error);
    if (acme.jammed)
        told->pages_out = 0;
    return result;
}

BAD_PRINTER(ops.progress = progress)
