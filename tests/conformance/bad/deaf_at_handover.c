/* SPDX-License-Identifier: Apache-2.0 */
/* Once it hands a document over it does not listen any more. */
#include "bad.h"

static int never(void *context)
{
    (void)context;
    return 0;
}

static int32_t submit(void *device, const kiosk_call *call, const kiosk_document *document,
                      int32_t *job, kiosk_error *error)
{
    kiosk_call deaf = *call;
    if (!call->stop_asked(call->context))
        deaf.stop_asked = never;
    return acme_printer_ops.submit(device, &deaf, document, job, error);
}

BAD_PRINTER(ops.submit = submit)
