// Pixel shuffle: factor² small images become one that is factor times as high and wide.

/// large[p, y · factor + b, x · factor + a] = small[p, b, a, y, x], in one direction or the other.
///
/// - Parameters:
///   - small: [planes, factor, factor, height, width], contiguous.
///   - large: [planes, height · factor, width · factor], contiguous.
///   - intoLarge: true if the large image is written, false if the small ones are.
public func shufflePixels(
    small: UnsafeMutablePointer<Float>, large: UnsafeMutablePointer<Float>, planes: Int, height: Int, width: Int,
    factor: Int, intoLarge: Bool
) {
    // One row of the large image consists of one row each of `factor` small ones.
    parallelFor(planes * height * factor, grain: max(1, elementGrain / max(width * factor, 1))) { range in
        for row in range {
            let large = large + row * width * factor
            let (plane, y, b) = (row / factor / height, row / factor % height, row % factor)
            for a in 0..<factor {
                let small = small + (((plane * factor + b) * factor + a) * height + y) * width
                if intoLarge {
                    for x in 0..<width { large[x * factor + a] = small[x] }
                } else {
                    for x in 0..<width { small[x] = large[x * factor + a] }
                }
            }
        }
    }
}
