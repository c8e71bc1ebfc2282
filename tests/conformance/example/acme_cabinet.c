/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

#include <string.h>

/* What every call begins with. */
static int32_t ready(const kiosk_call *call, kiosk_error *error)
{
    if (call->stop_asked(call->context))
        return acme_fail(error, KIOSK_KIND_CANCELLED, "auxiliaries.cancelled", KIOSK_REMEDY_WAIT);
    if (acme.cabinet_unplugged)
        return acme_fail(error, KIOSK_KIND_NOT_FOUND, "auxiliaries.gone", KIOSK_REMEDY_TECHNICIAN);
    return KIOSK_OK;
}

/* All lights dark, no change to be told. */
static void start_anew(void)
{
    for (int light = 0; light <= KIOSK_PART_CALL_LAMP; ++light)
        acme.light[light] = KIOSK_FLASH_OFF;
    acme.changes = 0;
    acme.told = acme.stands;
}

static int32_t open_cabinet(const char *at, const kiosk_call *call, void **device,
                            kiosk_error *error)
{
    (void)at;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    start_anew();
    *device = &acme; /* nothing to be freed: there is one cabinet */
    return KIOSK_OK;
}

static void close_cabinet(void *device)
{
    (void)device;
    start_anew();
}

static int32_t identify(void *device, kiosk_identity *identity, kiosk_error *error)
{
    (void)device, (void)error;
    strcpy(identity->model, "Acme Cabinet");
    strcpy(identity->port, "memory");
    return KIOSK_OK;
}

static int32_t reset(void *device, const kiosk_call *call, kiosk_error *error)
{
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    start_anew();
    return KIOSK_OK;
}

static int32_t capabilities(void *device, kiosk_auxiliaries_capabilities *can, kiosk_error *error)
{
    (void)device, (void)error;
    can->parts = 1u << KIOSK_PART_CARD_LIGHT | 1u << KIOSK_PART_CALL_LAMP |
                 1u << KIOSK_PART_CABINET_DOOR | 1u << KIOSK_PART_TAMPER_SENSOR |
                 1u << KIOSK_PART_POWER_SUPPLY | 1u << KIOSK_PART_CALL_KEY;
    return KIOSK_OK;
}

static int32_t set(void *device, const kiosk_call *call, int32_t light, int32_t rate,
                   kiosk_error *error)
{
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (light != KIOSK_PART_CARD_LIGHT && light != KIOSK_PART_CALL_LAMP)
        return acme_fail(error, KIOSK_KIND_UNSUPPORTED, "auxiliaries.no-such-light",
                         KIOSK_REMEDY_CONFIGURATION);
    acme.light[light] = rate;
    return KIOSK_OK;
}

static int32_t next(void *device, const kiosk_call *call, int32_t *part,
                    kiosk_cabinet_state *state, kiosk_error *error)
{
    int32_t waited = 0;
    (void)device;
    while (ready(call, error) == KIOSK_OK && acme.changes == 0) {
        if (!acme_wait(call, waited))
            return ready(call, error);
        waited += 20;
    }
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    acme.told = acme.change[0].state;
    *part = acme.change[0].part;
    *state = acme.told;
    memmove(acme.change, acme.change + 1, (size_t)--acme.changes * sizeof acme.change[0]);
    return KIOSK_OK;
}

static int32_t state(void *device, const kiosk_call *call, kiosk_cabinet_state *told,
                     kiosk_error *error)
{
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    *told = acme.told;
    return KIOSK_OK;
}

const kiosk_auxiliaries_ops acme_cabinet_ops = {
    .struct_size = sizeof(kiosk_auxiliaries_ops),
    .device = {open_cabinet, close_cabinet, identify, reset},
    .capabilities = capabilities,
    .set = set,
    .next = next,
    .state = state,
};
