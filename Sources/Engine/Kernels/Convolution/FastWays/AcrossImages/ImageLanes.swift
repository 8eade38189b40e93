// Images side by side: the same pixel of 32 images in two vectors.
//
// In memory one image follows another. To transpose 16 pixels of 16 images, the vectors are dealt like cards:
// of two neighbours, the even elements of both become one vector, the odd ones another. The lowest bit of an
// element's lane becomes a bit of its vector's number, and after four such rounds all four bits have changed
// sides.

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

/// to[i, r] = from[r, i] for sixteen of both.
@inline(never)
private func turn(
    _ to: UnsafeMutablePointer<Float>, _ toStride: Int, _ from: UnsafePointer<Float>, _ fromStride: Int
) {
    var rows = InlineArray<16, Vector> { row in load(from + row * fromStride) }
    deal(&rows, digit: 1)
    deal(&rows, digit: 2)
    deal(&rows, digit: 4)
    deal(&rows, digit: 8)
    for row in 0..<16 { store(rows[row], to: to + row * toStride) }
}

/// One round, for the pairs of vectors whose numbers differ in this bit.
@inline(__always)
private func deal(_ rows: inout InlineArray<16, Vector>, digit: Int) {
    for pair in 0..<8 {
        let first = pair + (pair & ~(digit - 1))
        let (a, b) = (rows[first], rows[first + digit])
        rows[first] = evens(a, b)
        rows[first + digit] = odds(a, b)
    }
}

/// The elements 0, 2, 4, … of a, then of b.
@inline(__always)
func evens(_ a: Vector, _ b: Vector) -> Vector {
    Vector(a[0], a[2], a[4], a[6], a[8], a[10], a[12], a[14], b[0], b[2], b[4], b[6], b[8], b[10], b[12], b[14])
}

/// The elements 1, 3, 5, … of a, then of b.
@inline(__always)
func odds(_ a: Vector, _ b: Vector) -> Vector {
    Vector(a[1], a[3], a[5], a[7], a[9], a[11], a[13], a[15], b[1], b[3], b[5], b[7], b[9], b[11], b[13], b[15])
}

/// The sums of the lanes of each vector: lane i of the result is the sum of vector i.
@inline(__always)
func totals(_ x: InlineArray<16, Vector>) -> Vector {
    let first = fold(fold(x[0], x[1], x[2], x[3]), fold(x[4], x[5], x[6], x[7]))
    let last = fold(fold(x[8], x[9], x[10], x[11]), fold(x[12], x[13], x[14], x[15]))
    return fold(first, last)
}

/// Two vectors become one, with half as many terms of each.
@inline(__always) private func fold(_ a: Vector, _ b: Vector) -> Vector { evens(a, b) + odds(a, b) }

@inline(__always)
private func fold(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) -> Vector { fold(fold(a, b), fold(c, d)) }
