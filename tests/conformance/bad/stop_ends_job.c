/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a question that is asked to stop for a wish to cancel the job. */
#include "bad.h"

static int never(void *context)
{
    (void)context;
    return 0;
}

static int32_t progress(void *device, const kiosk_call *call, int32_t job, int32_t pages,
                        kiosk_job_progress *told, kiosk_error *error)
{
    kiosk_call deaf = *call;
    deaf.stop_asked = never;
    if (call->stop_asked(call->context))
        acme_printer_ops.cancel(device, &deaf, job, error);
    return acme_printer_ops.progress(device, call, job, pages, told, error);
}

BAD_PRINTER(ops.progress = progress)
