/* SPDX-License-Identifier: Apache-2.0 */
/* Hands a document over once more when the answer is lost. */
#include "bad.h"

static int32_t submit(void *device, const kiosk_call *call, const kiosk_document *document,
                      int32_t *job, kiosk_error *error)
{
    const int32_t result = acme_printer_ops.submit(device, call, document, job, error);
    if (result == KIOSK_OK || strcmp(error->code, "printer.silent") != 0)
        return result;
    acme_printer_ops.clear_jobs(device, call, error);
    acme_printer_ops.submit(device, call, document, job, error);
    return acme_fail(error, KIOSK_KIND_TIMED_OUT, "printer.silent", KIOSK_REMEDY_TECHNICIAN);
}

BAD_PRINTER(ops.submit = submit)
