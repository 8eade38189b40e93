// Images side by side: the same pixel of 32 images in two vectors. In memory one image follows another; sixteen pixels
// of sixteen images at a time are turned (Turning.swift).

/// Up to 32 neighbouring images, each in a lane of its own.
struct ImageLanes {
    /// Lanes: two vectors.
    static let count = 2 * Vector.scalarCount
    /// Floats that `gather` may write after the last pixel.
    static let slack = Vector.scalarCount * count

    /// How many blocks this number of images makes.
    static func blocks(_ images: Int) -> Int { dividedUp(images, by: count) }

    /// The images in these lanes; a lane without an image is zero.
    let images: Range<Int>
    /// From one image to the next.
    let stride: Int

    /// A run of consecutive pixels in each image → [pixel][lane]
    ///
    /// - Parameters:
    ///   - from: where the run starts in the first image of all.
    ///   - end: where the memory of the images ends.
    func gather(
        _ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ count: Int, end: UnsafePointer<Float>
    ) {
        for half in 0..<2 {
            let images = min(max(self.images.count - 16 * half, 0), 16)
            let (to, from) = (to + 16 * half, from + (self.images.lowerBound + 16 * half) * stride)
            for pixel in Swift.stride(from: 0, to: count, by: 16) {
                let (to, from) = (to + pixel * ImageLanes.count, from + pixel)
                if images == 16 && from + (15 * stride + 16) <= end {
                    turn(to, ImageLanes.count, from, stride)
                } else {
                    turnSome(to, from, images: images, pixels: min(16, count - pixel))
                }
            }
        }
    }

    /// [pixel][lane] → a run of pixels in each image.
    func scatter(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ count: Int) {
        for half in 0..<2 {
            let images = min(max(self.images.count - 16 * half, 0), 16)
            let (to, from) = (to + (self.images.lowerBound + 16 * half) * stride, from + 16 * half)
            for start in Swift.stride(from: 0, to: count, by: 16) {
                // The last sixteen overlap the ones before.
                let pixel = count < 16 ? 0 : min(start, count - 16)
                let (to, from) = (to + pixel, from + pixel * ImageLanes.count)
                if images == 16 && count >= 16 {
                    turn(to, stride, from, ImageLanes.count)
                } else {
                    turnBack(to, from, images: images, pixels: min(16, count))
                }
            }
        }
    }

    /// Fewer than 16 images, or the last pixels of all.
    private func turnSome(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, images: Int, pixels: Int) {
        for pixel in 0..<pixels {
            for image in 0..<16 {
                to[pixel * ImageLanes.count + image] = image < images ? from[image * stride + pixel] : 0
            }
        }
    }

    /// Fewer than 16 images, or fewer than 16 pixels.
    private func turnBack(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, images: Int, pixels: Int) {
        for image in 0..<images {
            for pixel in 0..<pixels { to[image * stride + pixel] = from[pixel * ImageLanes.count + image] }
        }
    }
}
