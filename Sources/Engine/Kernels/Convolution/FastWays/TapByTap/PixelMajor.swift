// Images pixel by pixel, and weights tap by tap: the layouts in which a convolution is a sum of matrix products.

/// A batch of images as [pixel][image][channel].
struct PixelMajor {
    let images: Int
    let channels: Int
    let pixels: Int

    var count: Int { images * channels * pixels }

    /// From one pixel to the next.
    var step: Int { images * channels }

    /// [image][channel][pixel] → [pixel][image][channel]
    func gather(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>) {
        forEachImage { image in
            let (to, from) = (to + image * channels, from + image * channels * pixels)
            for pixel in 0..<pixels {
                let to = to + pixel * step
                for channel in 0..<channels { to[channel] = from[channel * pixels + pixel] }
            }
        }
    }

    /// [pixel][image][channel] → [image][channel][pixel]
    func scatter(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>) {
        forEachImage { image in
            let (to, from) = (to + image * channels * pixels, from + image * channels)
            for pixel in 0..<pixels {
                let from = from + pixel * step
                for channel in 0..<channels { to[channel * pixels + pixel] = from[channel] }
            }
        }
    }

    private func forEachImage(_ body: (Int) -> Void) {
        parallelFor(images, grain: max(1, elementGrain / max(channels * pixels, 1))) { range in
            for image in range { body(image) }
        }
    }
}

/// The weights of all groups as [tap][filter][channel of a group], for the taps that see something.
struct TapMajor {
    let shape: ConvolutionShape
    let taps: [Int]

    /// - Parameter links: forward or back; both have the same taps.
    init(_ shape: ConvolutionShape, _ links: Links) {
        self.shape = shape
        let (down, across) = (Set(links.down.joined().map(\.tap)), Set(links.across.joined().map(\.tap)))
        let width = shape.kernel.width
        taps = (0..<shape.taps).filter { down.contains($0 / width) && across.contains($0 % width) }
    }

    var count: Int { taps.count * step }

    /// From one tap to the next.
    var step: Int { shape.filters * shape.groupChannels }

    /// [filter][channel][tap] → [tap][filter][channel]
    func gather(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>) {
        forEachFilter { filter in
            let from = from + filter * shape.groupChannels * shape.taps
            for (place, tap) in taps.enumerated() {
                let to = to + (place * step + filter * shape.groupChannels)
                for channel in 0..<shape.groupChannels { to[channel] = from[channel * shape.taps + tap] }
            }
        }
    }

    /// [tap][filter][channel] → [filter][channel][tap], 0 where a tap sees nothing.
    func scatter(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>) {
        forEachFilter { filter in
            let to = to + filter * shape.groupChannels * shape.taps
            if taps.count < shape.taps { to.update(repeating: 0, count: shape.groupChannels * shape.taps) }
            for (place, tap) in taps.enumerated() {
                let from = from + (place * step + filter * shape.groupChannels)
                for channel in 0..<shape.groupChannels { to[channel * shape.taps + tap] = from[channel] }
            }
        }
    }

    private func forEachFilter(_ body: (Int) -> Void) {
        parallelFor(shape.filters, grain: max(1, elementGrain / (shape.groupChannels * shape.taps))) { range in
            for filter in range { body(filter) }
        }
    }
}
