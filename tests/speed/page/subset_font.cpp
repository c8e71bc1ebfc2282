// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/page/subset_font.h"

#include <memory>

#include <hb-subset.h>

namespace kiosk::speed {

namespace {

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T* handle) const {
        release(handle);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Releaser<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Releaser<hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Releaser<hb_subset_input_destroy>>;

} // namespace

Result<Bytes> subsetFont(const FontFace& face, std::u32string_view characters) {
    const Blob file(hb_blob_create_from_file_or_fail(face.file.c_str()));
    if (!file)
        return fail(ErrorKind::notFound, "speed.font-missing", Remedy::technician,
                    face.file.string());
    const Face whole(hb_face_create(file.get(), face.index));
    const Input wanted(hb_subset_input_create_or_fail());
    for (const char32_t character : characters)
        hb_set_add(hb_subset_input_unicode_set(wanted.get()), character);
    const Face part(hb_subset_or_fail(whole.get(), wanted.get()));
    if (!part)
        return fail(ErrorKind::internal, "speed.font-not-subset", Remedy::supplier,
                    face.file.string());
    const Blob bytes(hb_face_reference_blob(part.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(bytes.get(), &size);
    return toBytes({data, size});
}

} // namespace kiosk::speed
