// A picture seen through a map of the plane: for every new pixel, the place in the old picture that it shows, and the
// mean of the four pixels around that place. However many turns, zooms and shifts the map is made of, this happens
// once.

/// The places in the old picture that new pixels show.
public struct PicturePlaces {
    /// Nine numbers, row by row: (x, y, 1) of the new picture gives (x·w, y·w, w) of the old one. The middle of the
    /// first pixel is (0.5, 0.5) in both.
    let numbers: (Double, Double, Double, Double, Double, Double, Double, Double, Double)
    /// Whether w is 1 everywhere.
    let isAffine: Bool

    /// - Parameter matrix: nine numbers.
    public init(_ matrix: [Double]) {
        let m = matrix
        numbers = (m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8])
        isAffine = m[6] == 0 && m[7] == 0 && m[8] == 1
    }

    @inline(__always)
    func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        let m = numbers
        let place = (x: m.0 * x + m.1 * y + m.2, y: m.3 * x + m.4 * y + m.5)
        if isAffine { return place }
        let w = m.6 * x + m.7 * y + m.8
        return (place.x / w, place.y / w)
    }

    /// How many old pixels a new one in the middle covers, down and across, rounded, at least 1.
    func coverage(_ height: Int, _ width: Int) -> (down: Int, across: Int) {
        let (x, y) = (Double(width) / 2, Double(height) / 2)
        func length(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Int {
            let distance = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
            return distance.isFinite ? min(max(Int(distance.rounded()), 1), 16) : 1
        }
        let middle = self(x, y)
        return (length(self(x, y + 1), middle), length(self(x + 1, y), middle))
    }
}

/// What is shown where the old picture has ended.
public enum PictureEdge: Sendable {
    /// The picture again, as in a mirror at its edge.
    case mirror
    /// Zeros.
    case zeros
    /// The outermost pixel.
    case nearest
}

/// An old picture, and what its bytes mean.
public struct SampledPicture {
    /// A pixel in four numbers, of which the last means nothing, row by row.
    let pixels: UnsafePointer<SIMD4<Float>>
    let height, width: Int
    let edge: PictureEdge

    public init(_ pixels: UnsafePointer<SIMD4<Float>>, height: Int, width: Int, edge: PictureEdge) {
        (self.pixels, self.height, self.width, self.edge) = (pixels, height, width, edge)
    }
}

/// Bytes of three channels as pixels of four numbers.
public func spreadPixels(_ bytes: UnsafePointer<UInt8>, count: Int, into pixels: UnsafeMutablePointer<SIMD4<Float>>) {
    for i in 0..<count {
        pixels[i] = SIMD4(Float(bytes[3 * i]), Float(bytes[3 * i + 1]), Float(bytes[3 * i + 2]), 0)
    }
}

/// A new picture of floats, channel by channel.
/// - Parameters:
///   - meaning: for each channel what the bytes 0 to 255 become, and the last one again: three times 257 numbers. What
///     is between two bytes becomes what is between their meanings.
///   - target: [3, height, width].
public func samplePicture(
    _ picture: SampledPicture, at places: PicturePlaces, meaning: UnsafePointer<Float>,
    into target: UnsafeMutablePointer<Float>, height: Int, width: Int
) {
    let (down, across) = places.coverage(height, width)
    let share = 1 / Float(down * across)
    for y in 0..<height {
        for x in 0..<width {
            var sum = SIMD4<Float>()
            if down == 1, across == 1 {
                sum = picture.pixel(at: places(Double(x) + 0.5, Double(y) + 0.5))
            } else {
                for i in 0..<down {
                    for j in 0..<across {
                        let (dx, dy) = ((Double(j) + 0.5) / Double(across), (Double(i) + 0.5) / Double(down))
                        sum += picture.pixel(at: places(Double(x) + dx, Double(y) + dy))
                    }
                }
                sum *= share
            }
            let place = target + y * width + x
            for channel in 0..<3 {
                place[channel * height * width] = interpreted(sum[channel], meaning + 257 * channel)
            }
        }
    }
}

@inline(__always)
private func interpreted(_ value: Float, _ meaning: UnsafePointer<Float>) -> Float {
    let low = Int(value)
    return meaning[low] + (meaning[low + 1] - meaning[low]) * (value - Float(low))
}

extension SampledPicture {
    /// The mean of the four pixels around a place, by how near they are.
    @inline(__always)
    func pixel(at place: (x: Double, y: Double)) -> SIMD4<Float> {
        let (x, y) = (inside(place.x, width) - 0.5, inside(place.y, height) - 0.5)
        let (left, top) = (x.rounded(.down), y.rounded(.down))
        let (column, row) = (Int(left), Int(top))
        let (right, bottom) = (Float(x - left), Float(y - top))
        if column >= 0, row >= 0, column < width - 1, row < height - 1 {
            let pixel = pixels + row * width + column
            let upper = pixel[0] + (pixel[1] - pixel[0]) * right
            let lower = pixel[width] + (pixel[width + 1] - pixel[width]) * right
            return upper + (lower - upper) * bottom
        }
        let upper = atEdge(column, row) + (atEdge(column + 1, row) - atEdge(column, row)) * right
        let lower = atEdge(column, row + 1) + (atEdge(column + 1, row + 1) - atEdge(column, row + 1)) * right
        return upper + (lower - upper) * bottom
    }

    /// A coordinate brought into the picture; or, where there are zeros around it, not too far away from it.
    @inline(__always)
    private func inside(_ place: Double, _ length: Int) -> Double {
        let end = Double(length)
        if place >= 0, place <= end { return place }
        guard place.isFinite else { return edge == .zeros ? -1 : 0 }
        switch edge {
        case .nearest: return min(max(place, 0), end)
        case .zeros: return min(max(place, -1), end + 1)
        case .mirror:
            let folded = abs(place).truncatingRemainder(dividingBy: 2 * end)
            return folded <= end ? folded : 2 * end - folded
        }
    }

    /// A pixel that may be outside.
    @inline(never)
    private func atEdge(_ column: Int, _ row: Int) -> SIMD4<Float> {
        if edge == .zeros, column < 0 || row < 0 || column >= width || row >= height { return .zero }
        return pixels[min(max(row, 0), height - 1) * width + min(max(column, 0), width - 1)]
    }
}
