// SPDX-License-Identifier: Apache-2.0
#include "drivers/face/opencv/opencv_guide.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

namespace kiosk::drivers {

namespace {

// How faces are looked for: sizes by tenths, so many overlapping finds to believe one.
constexpr double kSizeStep = 1.1;
constexpr int kFindsToBelieve = 3;
/// Of the frame's height; a smaller face is too far to be guided.
constexpr int kSmallestShare = 8;
/// A face is judged in this size, so that blur is measured in parts of a face and not in pixels.
constexpr int kJudgedSize = 128;

/// The frame's own pixels, not copied.
cv::Mat viewOf(const Frame& frame) {
    // OpenCV has no view of constant pixels; nothing here writes to it.
    return {frame.height, frame.width, CV_8UC1,
            const_cast<std::uint8_t*>(frame.luma.data())}; // NOLINT
}

double varianceOf(const cv::Mat& values) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(values, mean, deviation);
    return deviation[0] * deviation[0];
}

/// What the second derivative varies beside what the face itself varies: independent of light.
double sharpnessOf(const cv::Mat& face) {
    cv::Mat judged;
    cv::resize(face, judged, {kJudgedSize, kJudgedSize}, 0, 0, cv::INTER_AREA);
    cv::Mat details;
    cv::Laplacian(judged, details, CV_32F);
    const double all = varianceOf(judged);
    return all > 0 ? varianceOf(details) / all : 0;
}

class OpencvGuide final : public FaceMatcher {
public:
    bool load(const std::filesystem::path& cascade) {
        try {
            return cascade_.load(cascade.string());
        } catch (const cv::Exception&) { // what is no XML file at all
            return false;
        }
    }

    FaceView look(const Frame& frame) override;
    Result<FaceMatch> match(const Frame&, ByteView) override {
        return fail(ErrorKind::unsupported, "face.no-comparison", Remedy::supplier);
    }

private:
    cv::CascadeClassifier cascade_;
};

FaceView OpencvGuide::look(const Frame& frame) {
    if (frame.luma.empty())
        return {};
    const cv::Mat picture = viewOf(frame);
    const int smallest = frame.height / kSmallestShare;
    std::vector<cv::Rect> faces;
    cascade_.detectMultiScale(picture, faces, kSizeStep, kFindsToBelieve, 0, {smallest, smallest});
    if (faces.empty())
        return {};
    const cv::Rect largest = *std::ranges::max_element(faces, {}, &cv::Rect::height);
    const cv::Mat face = picture(largest);
    return {.faces = static_cast<int>(faces.size()),
            .height = static_cast<double>(largest.height) / frame.height,
            .light = cv::mean(face)[0],
            .sharp = sharpnessOf(face)};
}

} // namespace

Result<std::unique_ptr<FaceMatcher>> openOpencvGuide(const std::filesystem::path& cascade) {
    auto guide = std::make_unique<OpencvGuide>();
    if (!std::filesystem::is_regular_file(cascade) || !guide->load(cascade))
        return fail(ErrorKind::configuration, "face.no-cascade", Remedy::configuration,
                    cascade.string());
    return guide;
}

} // namespace kiosk::drivers
