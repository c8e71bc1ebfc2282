// SPDX-License-Identifier: Apache-2.0
/* NOLINTBEGIN(readability-*,modernize-*): C, in the style of C. */
#pragma once

/* The hands beside a device, for the conformance kit. Optional: a module that drives a simulator,
 * or a test bench whose motors lay cards and pull plugs, exports kiosk_rig_describe() as well. What
 * its tables leave NULL is "not offered", and the cases that need it are reported as such.
 *
 * An operation has taken effect when it returns. Each case of the kit runs in a process of its own,
 * with the world as it is after power-on: device plugged in, no card, paper, no job, nothing before
 * the camera. */

#include <kiosk_driver.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What the next read of a card meets. */
enum {
    KIOSK_TROUBLE_REMOVED = 1, /* the card is lifted while it is read */
    KIOSK_TROUBLE_READ_FAILED,
    KIOSK_TROUBLE_DAMAGED,    /* its record is wrong, each time it is read */
    KIOSK_TROUBLE_WRONG_KIND, /* it is another radio card */
    KIOSK_TROUBLE_REFUSED
};

typedef struct kiosk_reader_rig {
    uint32_t struct_size;
    void (*lay)(const kiosk_id_card* card); /* instead of one that lies there */
    void (*lift)(void);
    void (*fail_next_read)(int32_t trouble);
    void (*unplug)(void);
    void (*plug)(void);
    void (*hold_next_read)(void); /* the device takes 3 s to answer the next read */
} kiosk_reader_rig;

typedef struct kiosk_printer_rig {
    uint32_t struct_size;
    void (*page_out)(void); /* the running job's next page leaves the machine */
    void (*jam)(void);      /* while a job runs, before its next page */
    void (*clear_jam)(void);
    void (*open_cover)(void);
    void (*close_cover)(void);
    void (*take_paper)(void);
    void (*put_paper)(void);
    void (*low_toner)(void);
    void (*settle_cancelled)(void); /* lets a cancelled job come to its end */
    void (*vanish)(void);           /* the cable is pulled */
    void (*lose_next_reply)(void);  /* the answer to the next hand-over never arrives */
    /* How many documents the device was given so far, and the bytes of one (from 0), or NULL. */
    int32_t (*received)(void);
    const unsigned char* (*document)(int32_t index, size_t* size);
    void (*hold_next_job)(void); /* since 1.1: it takes 3 s to take the next document */
} kiosk_printer_rig;

typedef struct kiosk_camera_rig {
    uint32_t struct_size;
    void (*show)(const unsigned char* luma, int32_t width, int32_t height);
    void (*unplug)(void);
    void (*plug)(void);
    void (*make_silent)(void);
    void (*damage_frames)(void);
    void (*heal)(void);
    int32_t (*capturing)(void); /* seen from the device's side */
} kiosk_camera_rig;

typedef struct kiosk_auxiliaries_rig {
    uint32_t struct_size;
    /* From now on the cabinet stands like this, as far as it has the parts. */
    void (*become)(const kiosk_cabinet_state* state);
    void (*press_call_key)(void); /* shortly: on and off again */
    /* KIOSK_FLASH_…: what an eye sees that looks for some seconds. */
    int32_t (*shown)(int32_t light);
    void (*unplug)(void);
    void (*plug)(void);
} kiosk_auxiliaries_rig;

typedef struct kiosk_code_reader_rig {
    uint32_t struct_size;
    void (*scan)(const char* text);      /* a whole code of this text is read */
    void (*scan_half)(const char* text); /* the device sends so much of a code and no more */
    void (*unplug)(void);
    void (*plug)(void);
} kiosk_code_reader_rig;

/* A USB connection lent in place of the device, since 1.1: a recording that is replayed
 * (kioskctl conformance card-reader acme.so --replay FILE). */

/* How a transfer ended. */
enum {
    KIOSK_LINK_DONE = 0,
    KIOSK_LINK_TIMEOUT, /* nothing came, or was taken */
    KIOSK_LINK_STALL,   /* the pipe was halted; the halt is cleared */
    KIOSK_LINK_BROKEN,  /* the device is about to vanish */
    KIOSK_LINK_GONE
};

/* The functions return KIOSK_LINK_…. Endpoints as the descriptors have their addresses. */
typedef struct kiosk_link {
    uint32_t struct_size;
    void* context; /* given back to each function */
    size_t endpoints;
    uint8_t endpoint[8]; /* the bulk pipes, in the descriptors' order */
    int32_t (*out)(void* context, uint8_t endpoint, const unsigned char* bytes, size_t size,
                   uint32_t timeout_ms);
    /* At most `size` bytes; *moved are those that came. */
    int32_t (*in)(void* context, uint8_t endpoint, unsigned char* room, size_t size,
                  uint32_t timeout_ms, size_t* moved);
    /* Requests of the interface's class, with and without an answer. */
    int32_t (*ask)(void* context, uint8_t request, uint16_t value, uint16_t index,
                   unsigned char* room, size_t size, size_t* moved);
    int32_t (*tell)(void* context, uint8_t request, uint16_t value, uint16_t index);
} kiosk_link;

typedef struct kiosk_link_rig {
    uint32_t struct_size;
    /* What the module opens next is at this connection, which lives until attach(NULL). */
    void (*attach)(const kiosk_link* link);
} kiosk_link_rig;

typedef struct kiosk_rig {
    uint32_t struct_size;
    const kiosk_reader_rig* card_reader;
    const kiosk_printer_rig* printer;
    const kiosk_camera_rig* camera;
    /* Since 1.1; look at struct_size as in kiosk_driver_describe(). */
    const kiosk_auxiliaries_rig* auxiliaries;
    const kiosk_code_reader_rig* code_reader;
    const kiosk_link_rig* link;
} kiosk_rig;

/* Fills *rig, whose struct_size the kit has set. */
KIOSK_EXPORT int32_t kiosk_rig_describe(kiosk_rig* rig);

#ifdef __cplusplus
}
#endif
/* NOLINTEND(readability-*,modernize-*) */
