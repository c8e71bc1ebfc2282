/* SPDX-License-Identifier: Apache-2.0 */
#define _POSIX_C_SOURCE 199309L /* nanosleep() */

#include "acme.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct reader {
    int unused_wire; /* a real one: the handle of its USB device */
} reader;

/* What every call begins with. */
static int32_t ready(const kiosk_call *call, kiosk_error *error)
{
    if (call->stop_asked(call->context))
        return acme_fail(error, KIOSK_KIND_CANCELLED, "reader.cancelled", KIOSK_REMEDY_WAIT);
    if (acme.reader_unplugged)
        return acme_fail(error, KIOSK_KIND_NOT_FOUND, "reader.gone", KIOSK_REMEDY_TECHNICIAN);
    return KIOSK_OK;
}

static int32_t open_reader(const char *at, const kiosk_call *call, void **device, kiosk_error *error)
{
    (void)at;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    *device = calloc(1, sizeof(reader));
    if (*device == NULL)
        return acme_fail(error, KIOSK_KIND_DEVICE, "reader.no-memory", KIOSK_REMEDY_TECHNICIAN);
    return KIOSK_OK;
}

static void close_reader(void *device)
{
    free(device);
}

static const char kNumber[] = "05.03-20260101-000000007-000000042";

static int32_t identify(void *device, kiosk_identity *identity, kiosk_error *error)
{
    (void)device, (void)error;
    strcpy(identity->model, "Acme Reader");
    strcpy(identity->serial, kNumber);
    strcpy(identity->firmware, "1.0");
    strcpy(identity->port, "memory");
    return KIOSK_OK;
}

static int32_t reset(void *device, const kiosk_call *call, kiosk_error *error)
{
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    acme.next_trouble = 0;
    acme.hold_next_read = 0;
    if (acme.card != ACME_NO_CARD)
        acme.card = ACME_LAID;
    return KIOSK_OK;
}

static int32_t capabilities(void *device, kiosk_card_reader_capabilities *can, kiosk_error *error)
{
    (void)device, (void)error;
    can->layouts = 1u << KIOSK_LAYOUT_MAINLAND | 1u << KIOSK_LAYOUT_HK_MACAO_TAIWAN |
                   1u << KIOSK_LAYOUT_FOREIGNER_2017 | 1u << KIOSK_LAYOUT_FOREIGNER_2023;
    can->tells_removal = 1;
    can->sees_card_stay = 1;
    can->has_security_module = 1;
    return KIOSK_OK;
}

static int32_t find_card(void *device, const kiosk_call *call, int32_t *found, kiosk_error *error)
{
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (acme.card == ACME_LAID)
        acme.card = ACME_FOUND;
    *found = acme.card == ACME_FOUND;
    return KIOSK_OK;
}

/* Waits for the device, which takes 3 s, and looks up every 20 ms. */
static int32_t wait_for_device(const kiosk_call *call, kiosk_error *error)
{
    const struct timespec slice = {0, 20 * 1000 * 1000};
    for (int waited = 0; waited < 3000; waited += 20) {
        if (call->stop_asked(call->context))
            return acme_fail(error, KIOSK_KIND_CANCELLED, "reader.cancelled", KIOSK_REMEDY_WAIT);
        nanosleep(&slice, NULL);
    }
    return KIOSK_OK;
}

static int32_t trouble_met(int32_t trouble, kiosk_error *error)
{
    acme.card = trouble == KIOSK_TROUBLE_REMOVED ? ACME_NO_CARD : ACME_FAILED;
    switch (trouble) {
    case KIOSK_TROUBLE_REMOVED:
        return acme_fail(error, KIOSK_KIND_UNAVAILABLE, "card.removed", KIOSK_REMEDY_CITIZEN);
    case KIOSK_TROUBLE_DAMAGED:
        return acme_fail(error, KIOSK_KIND_INTEGRITY, "card.damaged", KIOSK_REMEDY_CITIZEN);
    case KIOSK_TROUBLE_WRONG_KIND:
        return acme_fail(error, KIOSK_KIND_UNSUPPORTED, "card.wrong-kind", KIOSK_REMEDY_CITIZEN);
    case KIOSK_TROUBLE_REFUSED:
        return acme_fail(error, KIOSK_KIND_REFUSED, "card.refused", KIOSK_REMEDY_ATTENDANT);
    default:
        return acme_fail(error, KIOSK_KIND_UNAVAILABLE, "card.read-failed", KIOSK_REMEDY_CITIZEN);
    }
}

static int32_t read_card(void *device, const kiosk_call *call, kiosk_id_card *card,
                         kiosk_error *error)
{
    const int32_t trouble = acme.next_trouble;
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (acme.card != ACME_FOUND)
        return acme_fail(error, KIOSK_KIND_UNAVAILABLE, "card.select-failed", KIOSK_REMEDY_CITIZEN);
    if (acme.hold_next_read && wait_for_device(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    acme.hold_next_read = 0;
    acme.next_trouble = 0;
    if (trouble != 0)
        return trouble_met(trouble, error);
    acme.card = ACME_READ;
    *card = acme.on_reader;
    return KIOSK_OK;
}

static int32_t card_still_there(void *device, const kiosk_call *call, int32_t *there,
                                kiosk_error *error)
{
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    *there = acme.card == ACME_READ;
    return KIOSK_OK;
}

static int32_t sam_number(void *device, const kiosk_call *call, char number[64], kiosk_error *error)
{
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    strcpy(number, kNumber);
    return KIOSK_OK;
}

const kiosk_card_reader_ops acme_reader_ops = {
    .struct_size = sizeof(kiosk_card_reader_ops),
    .device = {open_reader, close_reader, identify, reset},
    .capabilities = capabilities,
    .find_card = find_card,
    .read_card = read_card,
    .card_still_there = card_still_there,
    .sam_number = sam_number,
};
