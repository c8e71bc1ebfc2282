/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

#include <string.h>

/* The example's reader with one thing wrong, which ODD_… names. */

static kiosk_card_reader_ops ops;

int32_t odd_find(void *device, const kiosk_call *call, int32_t *found, kiosk_error *error);
int32_t odd_number(void *device, const kiosk_call *call, char number[64], kiosk_error *error);

int32_t odd_find(void *device, const kiosk_call *call, int32_t *found, kiosk_error *error)
{
    (void)device, (void)call;
#ifdef ODD_REMEDY
    strcpy(error->code, "reader.silent");
    error->kind = KIOSK_KIND_TIMED_OUT;
    (void)found;
    return KIOSK_FAILED;
#else
    (void)error;
    *found = 7;
    return KIOSK_OK;
#endif
}

int32_t odd_number(void *device, const kiosk_call *call, char number[64], kiosk_error *error)
{
    (void)device, (void)call, (void)error;
#ifdef ODD_SIZE
    memset(number, 'x', 64); /* no end in its room */
#else
    memcpy(number, "\xFF\xFE", 3);
#endif
    return KIOSK_OK;
}

#ifdef ODD_SYMBOL
#define kiosk_driver_describe kiosk_driver_describe_2
#endif
KIOSK_EXPORT int32_t kiosk_driver_describe(kiosk_driver *driver);

KIOSK_EXPORT int32_t kiosk_driver_describe(kiosk_driver *driver)
{
    ops = acme_reader_ops;
    ops.sam_number = odd_number;
    ops.find_card = odd_find;
#ifdef ODD_FUNCTION
    ops.read_card = NULL;
#endif
    driver->abi_major = KIOSK_DRIVER_ABI_MAJOR;
#ifdef ODD_VERSION
    ++driver->abi_major;
#endif
#ifdef ODD_MINOR
    driver->abi_minor = KIOSK_DRIVER_ABI_MINOR + 1;
#endif
    strcpy(driver->name, "odd");
    driver->card_reader = &ops;
    return KIOSK_OK;
}
