// SPDX-License-Identifier: Apache-2.0
/* NOLINTBEGIN(readability-*,modernize-*): C, in the style of C. */
#pragma once

/* A device driver for the licence kiosk, as a shared object. C99; this header is all it needs.
 *
 * The kiosk loads the object, calls kiosk_driver_describe() once, and from then on the functions of
 * the tables it was given. README.md beside this header tells how to write, build and prove one.
 *
 * Rules for every function:
 * - It returns KIOSK_OK, or KIOSK_FAILED after it has filled *error.
 * - One thread calls a device at a time; it need not be the thread that opened it.
 * - It returns within call->deadline_ms, and within 200 ms once call->stop_asked() says so.
 * - Memory belongs to whoever made it: the kiosk lends every buffer for the time of the call.
 * - Texts are UTF-8, end with 0 and fit their array whole: nothing is cut off.
 * - struct_size comes first in each struct. Its maker sets it to the size it knows. Nobody reads
 *   or fills more than that, so that later versions can add members at the end.
 * - Nothing of a person is written to files or logs, or kept after the call that gave it out.
 */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Another major version is refused. A minor version adds members at the end, never more. */
#define KIOSK_DRIVER_ABI_MAJOR 1
#define KIOSK_DRIVER_ABI_MINOR 1

#if defined(__GNUC__)
#define KIOSK_EXPORT __attribute__((visibility("default")))
#else
#define KIOSK_EXPORT
#endif

enum { KIOSK_OK = 0, KIOSK_FAILED = 1 };

/* ---- errors ------------------------------------------------------------------------------- */

/* What went wrong. 0 is no kind: an error that was not filled in is told. */
enum {
    KIOSK_KIND_NOT_FOUND = 1, /* the thing asked for does not exist; the device is not there */
    KIOSK_KIND_UNAVAILABLE,   /* cannot be reached or is busy */
    KIOSK_KIND_TIMED_OUT,     /* no answer within the deadline */
    KIOSK_KIND_CANCELLED,     /* stop_asked() said so */
    KIOSK_KIND_REFUSED,       /* the device understood and said no */
    KIOSK_KIND_MALFORMED,     /* what the device sent does not follow its format */
    KIOSK_KIND_UNSUPPORTED,   /* well formed, but not something this driver can do */
    KIOSK_KIND_INTEGRITY,     /* a check sum does not match */
    KIOSK_KIND_DEVICE         /* the device reports a fault */
};

/* Who must act for the error to go away. 0 is nobody, and is told as a fault of the driver. */
enum {
    KIOSK_REMEDY_CITIZEN = 1,   /* the person in front tries again */
    KIOSK_REMEDY_ATTENDANT,     /* staff on site: paper, jam, cover */
    KIOSK_REMEDY_TECHNICIAN,    /* someone with tools: cable, power, module */
    KIOSK_REMEDY_CONFIGURATION, /* whoever maintains this kiosk's settings */
    KIOSK_REMEDY_SUPPLIER,      /* you */
    KIOSK_REMEDY_WAIT           /* time: it is tried again by itself */
};

typedef struct kiosk_error {
    uint32_t struct_size;
    int32_t kind;
    int32_t remedy;
    char code[48];    /* "reader.gone"; the codes of each class stand with its table */
    char detail[160]; /* for technicians; no personal data */
} kiosk_error;

/* ---- what a call may cost ----------------------------------------------------------------- */

typedef struct kiosk_call {
    uint32_t struct_size;
    uint32_t deadline_ms;             /* from the moment of the call */
    int (*stop_asked)(void* context); /* other than 0: give up. Ask at least every 50 ms. */
    void* context;
} kiosk_call;

/* ---- every device ------------------------------------------------------------------------- */

/* Who the device says it is; "" where it cannot say. model and port are never "". */
typedef struct kiosk_identity {
    uint32_t struct_size;
    char model[64];
    char serial[64];
    char firmware[32];
    char port[128]; /* where it is attached: USB path, tty, address without passwords */
} kiosk_identity;

typedef struct kiosk_device_ops {
    /* `at` is the text after '#' in the kiosk's configuration, "" without one. At most 5 s. */
    int32_t (*open)(const char* at, const kiosk_call* call, void** device, kiosk_error* error);
    /* Frees everything that open() took, also of a device that is gone. */
    void (*close)(void* device);
    /* Also asked again and again: an error when the device is no longer there. */
    int32_t (*identity)(void* device, kiosk_identity* identity, kiosk_error* error);
    /* Back to the state after power-on. At most 3 s. */
    int32_t (*reset)(void* device, const kiosk_call* call, kiosk_error* error);
} kiosk_device_ops;

/* ---- card readers ------------------------------------------------------------------------- */

/* Layouts of ID card; as a set: 1 << layout. */
enum {
    KIOSK_LAYOUT_MAINLAND = 1,    /* resident ID card */
    KIOSK_LAYOUT_HK_MACAO_TAIWAN, /* "J": residence permit for Hong Kong, Macao and Taiwan */
    KIOSK_LAYOUT_FOREIGNER_2017,  /* "I": foreign permanent resident ID card, first form */
    KIOSK_LAYOUT_FOREIGNER_2023   /* "Y": the same, form of December 2023 */
};

/* What is odd about a number without saying that the card was read wrongly. */
enum {
    KIOSK_DOUBT_NONE = 1,
    KIOSK_DOUBT_DIVISION, /* of a permit: not 810000, 820000 or 830000 */
    KIOSK_DOUBT_CHECK     /* of the form of 2017: its check character does not match */
};

enum { KIOSK_PHOTO_SIZE = 1024 };

/* What a card holds, read whole and checked. What its layout does not carry stays "". Dates are
 * "2019-05-20". */
typedef struct kiosk_id_card {
    uint32_t struct_size;
    int32_t layout;
    int32_t number_doubt;
    char name[128];
    char english_name[128];
    char sex[8];         /* GB/T 2261.1: "1", "2" */
    char ethnicity[8];   /* GB/T 3304: "01" */
    char nationality[8]; /* ISO 3166 alpha-3 */
    char birth[16];
    char address[256];
    char newest_address[256]; /* where the holder moved since, if the card was told */
    char number[32];
    char former_number[32];
    char issuer[128];
    char valid_from[16];
    char valid_until[16]; /* "": without end */
    char pass_number[32];
    char issue_count[8];
    char renewals[8];
    char version[8];
    unsigned char photo[KIOSK_PHOTO_SIZE]; /* as the card has it */
} kiosk_id_card;

typedef struct kiosk_card_reader_capabilities {
    uint32_t struct_size;
    uint32_t layouts;            /* those it reads: 1 << KIOSK_LAYOUT_… */
    int32_t tells_removal;       /* "card.removed" apart from "card.read-failed" */
    int32_t sees_card_stay;      /* card_still_there() looks; without it, it says no */
    int32_t has_security_module; /* sam_number() has a number; without it, it gives "" */
} kiosk_card_reader_capabilities;

/* Error codes of card readers, with who must act:
 *   citizen:    "card.removed" lifted while read · "card.read-failed" · "card.select-failed"
 *               · "card.wrong-kind" another radio card · "card.damaged" record wrong twice
 *   attendant:  "card.refused" · "card.layout-unknown"
 *   technician: "reader.gone" unplugged · "reader.silent" · "reader.garbled" · "reader.self-test"
 *               · "reader.not-authorised"
 *   supplier:   "reader.unexpected-status"      wait: "reader.cancelled" stop_asked() */
typedef struct kiosk_card_reader_ops {
    uint32_t struct_size;
    kiosk_device_ops device;
    int32_t (*capabilities)(void* device, kiosk_card_reader_capabilities* can, kiosk_error* error);
    /* Looks once. *found: 1 when a card lies there that has not been read yet, else 0. No card is
     * no error. A card that was read, well or badly, is found again only after it was lifted.
     * At most 1 s. */
    int32_t (*find_card)(void* device, const kiosk_call* call, int32_t* found, kiosk_error* error);
    /* Reads the card found: all of it or an error, never a part. At most 5 s. */
    int32_t (*read_card)(void* device, const kiosk_call* call, kiosk_id_card* card,
                         kiosk_error* error);
    /* Whether the card read last still lies there. At most 1 s. */
    int32_t (*card_still_there)(void* device, const kiosk_call* call, int32_t* there,
                                kiosk_error* error);
    /* "05.03-20100101-000012345-012345678". At most 1 s. */
    int32_t (*sam_number)(void* device, const kiosk_call* call, char number[64],
                          kiosk_error* error);
} kiosk_card_reader_ops;

/* ---- printers ----------------------------------------------------------------------------- */

/* Forms of documents; as a set: 1 << format. A printer that takes both is given PDF. */
enum {
    KIOSK_FORMAT_PDF = 1,   /* A4 portrait */
    KIOSK_FORMAT_PWG_RASTER /* PWG 5102.4: A4, one-sided, 8-bit grey, 300 dots an inch */
};

enum {
    KIOSK_DEVICE_ONLINE = 1, /* ready */
    KIOSK_DEVICE_OFFLINE,    /* attached, switched off or not talking */
    KIOSK_DEVICE_NONE,       /* nothing is attached */
    KIOSK_DEVICE_HARDWARE,   /* a technician must act */
    KIOSK_DEVICE_USER,       /* a person in front must act: paper, cover */
    KIOSK_DEVICE_BUSY        /* working; ask again */
};
enum {
    KIOSK_PAPER_FULL = 1,
    KIOSK_PAPER_LOW,
    KIOSK_PAPER_OUT,
    KIOSK_PAPER_JAMMED,
    KIOSK_PAPER_UNKNOWN
};
enum { KIOSK_TONER_FULL = 1, KIOSK_TONER_LOW, KIOSK_TONER_OUT, KIOSK_TONER_UNKNOWN };
enum {
    KIOSK_JOB_PENDING = 1,
    KIOSK_JOB_PROCESSING,
    KIOSK_JOB_STOPPED, /* waits for a person: paper, jam, cover */
    KIOSK_JOB_COMPLETED,
    KIOSK_JOB_CANCELED,
    KIOSK_JOB_ABORTED
};

typedef struct kiosk_printer_capabilities {
    uint32_t struct_size;
    uint32_t formats;     /* 1 << KIOSK_FORMAT_… */
    int32_t counts_pages; /* pages_out follows the sheets; else it jumps when the job ends */
    int32_t life_counter; /* life_pages is known whenever the printer can be reached */
    int32_t cutter;
    int32_t presenter;
} kiosk_printer_capabilities;

typedef struct kiosk_printer_status {
    uint32_t struct_size;
    int32_t device;
    int32_t paper;
    int32_t toner;
    int32_t cover_open;
    int32_t life_pages; /* the printer's own counter; negative where it has none */
    char reasons[512];  /* as the printer said them, one a line */
} kiosk_printer_status;

typedef struct kiosk_document {
    uint32_t struct_size;
    int32_t format; /* one that capabilities() said */
    int32_t pages;
    const unsigned char* bytes;
    size_t size;
    const char* job_name; /* carries no person */
} kiosk_document;

typedef struct kiosk_job_progress {
    uint32_t struct_size;
    int32_t state;
    int32_t pages_out; /* sheets that have left the machine; never fewer than said before */
    char reasons[512];
} kiosk_job_progress;

/* One job at a time. Paper, jam and cover are states, not errors. Error codes:
 *   technician: "printer.gone" cannot be reached, nothing was sent · "printer.silent" no answer
 *               · "printer.refused" it said no, nothing was taken
 *   supplier:   "printer.format-refused" · "printer.malformed-answer"
 *   attendant:  "printer.no-such-job"      wait: "printer.busy" · "printer.stopped" stop_asked() */
typedef struct kiosk_printer_ops {
    uint32_t struct_size;
    kiosk_device_ops device;
    int32_t (*capabilities)(void* device, kiosk_printer_capabilities* can, kiosk_error* error);
    /* At most 2 s. */
    int32_t (*status)(void* device, const kiosk_call* call, kiosk_printer_status* status,
                      kiosk_error* error);
    /* Hands the document over once. A lost answer is "printer.silent"; the bytes are never sent a
     * second time, for the sheet may be coming out already. At most 30 s. */
    int32_t (*submit)(void* device, const kiosk_call* call, const kiosk_document* document,
                      int32_t* job, kiosk_error* error);
    /* `pages` is how many the job has: a driver opened anew does not know. At most 2 s. */
    int32_t (*progress)(void* device, const kiosk_call* call, int32_t job, int32_t pages,
                        kiosk_job_progress* progress, kiosk_error* error);
    int32_t (*cancel)(void* device, const kiosk_call* call, int32_t job, kiosk_error* error);
    /* Cancels every job the printer holds, also those of an earlier start, and says KIOSK_OK only
     * when none is left. "printer.busy" while one is still being wound up. At most 12 s. */
    int32_t (*clear_jobs)(void* device, const kiosk_call* call, kiosk_error* error);
} kiosk_printer_ops;

/* ---- cameras ------------------------------------------------------------------------------ */

typedef struct kiosk_camera_capabilities {
    uint32_t struct_size;
    int32_t width; /* of every frame, at most 4096 */
    int32_t height;
    int32_t exposure_control;
    char format[16]; /* on the wire: "GREY", "MJPG"; "" where it means nothing */
} kiosk_camera_capabilities;

/* Brightness, one byte a pixel, rows top to bottom, no padding. */
typedef struct kiosk_frame {
    uint32_t struct_size;
    int32_t width; /* set by the driver, as capabilities() said */
    int32_t height;
    unsigned char* luma; /* the kiosk's: room for `room` bytes */
    size_t room;
} kiosk_frame;

/* Nothing is captured between stop() and start(). Error codes:
 *   technician: "camera.gone" · "camera.silent" no frame for 2 s
 *   supplier:   "camera.format-unsupported" · "camera.off" grab() before start()
 *   wait:       "camera.damaged-frame" the next may be whole · "camera.cancelled" stop_asked() */
typedef struct kiosk_camera_ops {
    uint32_t struct_size;
    kiosk_device_ops device;
    int32_t (*capabilities)(void* device, kiosk_camera_capabilities* can, kiosk_error* error);
    int32_t (*start)(void* device, const kiosk_call* call, kiosk_error* error); /* at most 2 s */
    void (*stop)(void* device);
    /* The newest frame, waiting for it at most 2 s. */
    int32_t (*grab)(void* device, const kiosk_call* call, kiosk_frame* frame, kiosk_error* error);
} kiosk_camera_ops;

/* ---- auxiliaries, since 1.1 ---------------------------------------------------------------- */

/* What hangs around the devices of a cabinet; as a set: 1 << part. The first three are lights. */
enum {
    KIOSK_PART_CARD_LIGHT = 1, /* at the card reader */
    KIOSK_PART_PAPER_LIGHT,    /* where sheets come out */
    KIOSK_PART_CALL_LAMP,      /* seen by staff from afar */
    KIOSK_PART_CABINET_DOOR,   /* the service door, not the drawer that paper is loaded through */
    KIOSK_PART_TAMPER_SENSOR,
    KIOSK_PART_POWER_SUPPLY, /* mains, backed by a battery */
    KIOSK_PART_HEADSET,      /* the socket for the citizen's own */
    KIOSK_PART_CALL_KEY      /* tactile, calls staff */
};

/* Slow is one flash in two seconds, quick two in one: never three a second, which may hurt. */
enum { KIOSK_FLASH_OFF = 1, KIOSK_FLASH_SLOW, KIOSK_FLASH_QUICK, KIOSK_FLASH_CONTINUOUS };

enum { KIOSK_POWER_MAINS = 1, KIOSK_POWER_BATTERY, KIOSK_POWER_BATTERY_LOW };

typedef struct kiosk_auxiliaries_capabilities {
    uint32_t struct_size;
    uint32_t parts; /* 1 << KIOSK_PART_… */
} kiosk_auxiliaries_capabilities;

/* How everything that is felt stands. What a cabinet lacks is at rest: 0, mains. */
typedef struct kiosk_cabinet_state {
    uint32_t struct_size;
    int32_t door_open;
    int32_t tampered; /* 1 from the moment somebody tampers until a technician puts it back */
    int32_t power;
    int32_t headset_present;
    int32_t call_key_pressed;
} kiosk_cabinet_state;

/* Error codes:
 *   technician:    "auxiliaries.gone" · "auxiliaries.silent" no sign of life
 *                  · "auxiliaries.restarted" by itself · "auxiliaries.garbled"
 *   supplier:      "auxiliaries.refused"     configuration: "auxiliaries.no-such-light"
 *   wait:          "auxiliaries.cancelled" stop_asked() */
typedef struct kiosk_auxiliaries_ops {
    uint32_t struct_size;
    kiosk_device_ops device; /* reset() and close() leave every light dark */
    int32_t (*capabilities)(void* device, kiosk_auxiliaries_capabilities* can, kiosk_error* error);
    /* A light shines so until the next set(), reset() or close(). At most 1 s. */
    int32_t (*set)(void* device, const kiosk_call* call, int32_t light, int32_t rate,
                   kiosk_error* error);
    /* Waits at most 1 s for the next change: its part and how all stood right after it. *part stays
     * 0 where there was none. One at a time, in order, none left out: a key pressed shortly is two
     * changes. One just opened or reset tells none: it is asked for its state(). */
    int32_t (*next)(void* device, const kiosk_call* call, int32_t* part, kiosk_cabinet_state* state,
                    kiosk_error* error);
    /* As all stood when it was opened or reset, with the changes that next() has told since. At
     * most 1 s. */
    int32_t (*state)(void* device, const kiosk_call* call, kiosk_cabinet_state* state,
                     kiosk_error* error);
} kiosk_auxiliaries_ops;

/* ---- code readers, since 1.1 ---------------------------------------------------------------- */

/* A hand scanner: a device that reads codes (QR) by itself. */

/* The longest QR code has 4,296 characters of one byte. */
enum { KIOSK_CODE_ROOM = 4304 };

typedef struct kiosk_code {
    uint32_t struct_size;
    char text[KIOSK_CODE_ROOM]; /* as the code has it; "" where none was read */
} kiosk_code;

/* Error codes:
 *   technician:    "scanner.gone" · "scanner.busy" another program has it
 *   configuration: "scanner.no-access" · "scanner.not-a-scanner"
 *   wait:          "scanner.cancelled" stop_asked() */
typedef struct kiosk_code_reader_ops {
    uint32_t struct_size;
    kiosk_device_ops device; /* reset() forgets what was read and not told yet */
    /* The next whole code, waiting for it at most 1 s. Half a code is never told: what a pause, a
     * pulled cable or its length breaks is dropped. */
    int32_t (*next)(void* device, const kiosk_call* call, kiosk_code* code, kiosk_error* error);
} kiosk_code_reader_ops;

/* ---- the module --------------------------------------------------------------------------- */

typedef struct kiosk_driver {
    uint32_t struct_size;
    uint32_t abi_major; /* KIOSK_DRIVER_ABI_MAJOR the module was built with */
    uint32_t abi_minor;
    char name[32]; /* "acme": of the module, in lower case */
    /* A table for each class the module drives, else NULL. They live as long as the module. */
    const kiosk_card_reader_ops* card_reader;
    const kiosk_printer_ops* printer;
    const kiosk_camera_ops* camera;
    /* Since 1.1: a kiosk of 1.0 has no room for them. Look at struct_size before you fill them. */
    const kiosk_auxiliaries_ops* auxiliaries;
    const kiosk_code_reader_ops* code_reader;
} kiosk_driver;

/* The one symbol a module exports: fills *driver, whose struct_size the kiosk has set. */
KIOSK_EXPORT int32_t kiosk_driver_describe(kiosk_driver* driver);

#ifdef __cplusplus
}
#endif
/* NOLINTEND(readability-*,modernize-*) */
