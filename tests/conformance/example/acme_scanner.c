/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

#include <string.h>

/* What every call begins with. */
static int32_t ready(const kiosk_call *call, kiosk_error *error)
{
    if (acme.scanner_unplugged)
        return acme_fail(error, KIOSK_KIND_NOT_FOUND, "scanner.gone", KIOSK_REMEDY_TECHNICIAN);
    if (call->stop_asked(call->context))
        return acme_fail(error, KIOSK_KIND_CANCELLED, "scanner.cancelled", KIOSK_REMEDY_WAIT);
    return KIOSK_OK;
}

static int32_t open_scanner(const char *at, const kiosk_call *call, void **device,
                            kiosk_error *error)
{
    (void)at;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    *device = &acme; /* nothing to be freed: there is one scanner */
    return KIOSK_OK;
}

static void close_scanner(void *device)
{
    (void)device;
}

static int32_t identify(void *device, kiosk_identity *identity, kiosk_error *error)
{
    (void)device, (void)error;
    strcpy(identity->model, "Acme Scanner");
    strcpy(identity->port, "memory");
    return KIOSK_OK;
}

static int32_t reset(void *device, const kiosk_call *call, kiosk_error *error)
{
    (void)device;
    acme.codes = 0;
    return ready(call, error);
}

/* Looks for whole codes alone: acme.half_code is none. */
static int32_t next(void *device, const kiosk_call *call, kiosk_code *code, kiosk_error *error)
{
    int32_t waited = 0;
    (void)device;
    while (ready(call, error) == KIOSK_OK && acme.codes == 0) {
        if (!acme_wait(call, waited))
            return ready(call, error);
        waited += 20;
    }
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    strcpy(code->text, acme.code[0].text);
    memmove(acme.code, acme.code + 1, (size_t)--acme.codes * sizeof acme.code[0]);
    return KIOSK_OK;
}

const kiosk_code_reader_ops acme_scanner_ops = {
    .struct_size = sizeof(kiosk_code_reader_ops),
    .device = {open_scanner, close_scanner, identify, reset},
    .next = next,
};
