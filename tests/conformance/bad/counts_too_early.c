/* SPDX-License-Identifier: Apache-2.0 */
/* Counts a page when it is pulled in, not when it is out. */
#include "bad.h"

static int32_t progress(void *device, const kiosk_call *call, int32_t job, int32_t pages,
                        kiosk_job_progress *told, kiosk_error *error)
{
    const int32_t result = acme_printer_ops.progress(device, call, job, pages, told, error);
    if (result == KIOSK_OK && told->state == KIOSK_JOB_PROCESSING)
        ++told->pages_out;
    return result;
}

BAD_PRINTER(ops.progress = progress)
