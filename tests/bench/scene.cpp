// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/scene.h"

#include "tests/support/code_pictures.h"

namespace kiosk::bench {

drivers::Frame frameOf(const Scene& scene) {
    constexpr int kUnderAHand = 12;
    constexpr int kBlinded = 255;
    constexpr int kWall = 128;
    const tests::CodePicture how;
    switch (scene.view) {
    case Scene::View::covered:
        return tests::plainFrame(how.width, how.height, kUnderAHand);
    case Scene::View::glare:
        return tests::plainFrame(how.width, how.height, kBlinded);
    case Scene::View::clear:
        break;
    }
    return scene.code.empty() ? tests::plainFrame(how.width, how.height, kWall)
                              : tests::drawCode(scene.code, how);
}

} // namespace kiosk::bench
