/* SPDX-License-Identifier: Apache-2.0 */
/* Gives what has come of a code when no more comes. */
#include "bad.h"

static int32_t next(void *device, const kiosk_call *call, kiosk_code *code, kiosk_error *error)
{
    if (acme.half_code[0] == 0)
        return acme_scanner_ops.next(device, call, code, error);
    strcpy(code->text, acme.half_code);
    acme.half_code[0] = 0;
    return KIOSK_OK;
}

BAD_SCANNER(ops.next = next)
