/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

#include <string.h>

KIOSK_EXPORT int32_t kiosk_driver_describe(kiosk_driver *driver)
{
    driver->abi_major = KIOSK_DRIVER_ABI_MAJOR;
    driver->abi_minor = KIOSK_DRIVER_ABI_MINOR;
    strcpy(driver->name, "acme");
    driver->card_reader = &acme_reader_ops;
    driver->printer = &acme_printer_ops;
    driver->camera = &acme_camera_ops;
    if (driver->struct_size < sizeof *driver)
        return KIOSK_OK; /* a kiosk older than these classes */
    driver->auxiliaries = &acme_cabinet_ops;
    driver->code_reader = &acme_scanner_ops;
    return KIOSK_OK;
}
