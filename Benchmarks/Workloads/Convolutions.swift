// # Convolutions
//
// The shapes of the book's nets, without bias, zeros around the image: once forward, and once forward and back to
// both gradients, for a given output gradient.

import Tensors

func convolutions(_ bench: Bench) {
    var random = SplitMix64(seed: bench.seed)
    for setting in Setting.all where ["/forward", "/both"].contains(where: { bench.wants(setting.name + $0) }) {
        bench.measureConvolution(setting, using: &random)
    }
}

/// A batch of square images, and a square kernel.
private struct Setting {
    let images, channels, filters, size, kernel, stride: Int

    static let all = [
        Setting(images: 64, channels: 64, filters: 64, size: 56, kernel: 3, stride: 1),
        Setting(images: 64, channels: 128, filters: 128, size: 28, kernel: 3, stride: 1),
        Setting(images: 64, channels: 256, filters: 256, size: 14, kernel: 3, stride: 1),
        Setting(images: 64, channels: 512, filters: 512, size: 7, kernel: 3, stride: 1),
        Setting(images: 64, channels: 8, filters: 16, size: 14, kernel: 3, stride: 2),
        Setting(images: 32, channels: 256, filters: 64, size: 56, kernel: 1, stride: 1),
        Setting(images: 32, channels: 3, filters: 64, size: 224, kernel: 7, stride: 2),
    ]

    var name: String {
        "conv/\(kernel)x\(kernel)-n\(images)-in\(channels)-out\(filters)-size\(size)"
            + (stride > 1 ? "-s\(stride)" : "")
    }
}

extension Bench {
    fileprivate func measureConvolution(_ setting: Setting, using random: inout SplitMix64) {
        let (n, size, kernel) = (setting.images, setting.size, setting.kernel)
        let x = Tensor.randn(n, setting.channels, size, size, using: &random).requiringGrad()
        let w = Tensor.randn(setting.filters, setting.channels, kernel, kernel, using: &random).requiringGrad()
        func convolved() -> Tensor { x.conv2d(w, stride: Size2D(setting.stride), padding: Size2D(kernel / 2)) }
        let dy = Tensor.randn(noGrad { convolved().shape }, using: &random)
        let operations = 2 * dy.count * setting.channels * kernel * kernel
        measureCall(setting.name + "/forward", .operations(operations), items: n, "images") {
            noGrad { _ = convolved() }
        }
        measureCall(setting.name + "/both", .operations(3 * operations), items: n, "images") {
            convolved().backward(gradient: dy)
            (x.grad, w.grad) = (nil, nil)
        }
    }
}
