// Softmax and cross-entropy in one for pixels: x [items, classes, plane], and a label for each pixel of each plane.
//
// What is side by side in memory are pixels, not classes. So the loops take a strip of pixels and go over it class by
// class, and nothing has to be transposed.

/// Where the pixels are, and which of them count.
public struct PixelClasses {
    let items: Int, classes: Int, plane: Int
    /// [items, plane], each 0 ..< classes, or `ignored`.
    let labels: UnsafePointer<Int>
    /// The label of pixels whose loss and slope are 0, whatever their scores are.
    let ignored: Int?
    /// The share of the target that is spread over all classes.
    let smoothing: Float

    public init(
        items: Int, classes: Int, plane: Int, labels: UnsafePointer<Int>, ignored: Int?, smoothing: Float
    ) {
        (self.items, self.classes, self.plane) = (items, classes, plane)
        (self.labels, self.ignored, self.smoothing) = (labels, ignored, smoothing)
    }

    /// Calls `body` for strips of pixels, with the place of the first one among all pixels, and of its first score.
    fileprivate func forEachStrip(_ body: (_ pixel: Int, _ score: Int, _ length: Int) -> Void) {
        let longest = 256
        let strips = (plane + longest - 1) / longest
        parallelFor(items * strips, grain: max(1, 8_192 / max(1, classes * min(plane, longest)))) { range in
            for strip in range {
                let (item, start) = (strip / strips, strip % strips * longest)
                body(item * plane + start, item * classes * plane + start, min(longest, plane - start))
            }
        }
    }
}

/// loss = ln Σ eˣ - (1 - ε) x[label] - ε mean x for every pixel
///
/// - Parameters:
///   - losses: [items, plane].
///   - tops, logTotals: [items, plane], ln Σ eˣ in two parts, for the backward pass: the largest x, and the rest.
public func softmaxCrossEntropyPlanes(
    _ losses: UnsafeMutablePointer<Float>, tops: UnsafeMutablePointer<Float>, logTotals: UnsafeMutablePointer<Float>,
    _ x: UnsafePointer<Float>, _ pixels: PixelClasses
) {
    let (classes, plane, smoothing) = (pixels.classes, pixels.plane, pixels.smoothing)
    pixels.forEachStrip { pixel, score, length in
        let (x, labels, losses) = (x + score, pixels.labels + pixel, losses + pixel)
        let (tops, totals) = (tops + pixel, logTotals + pixel)
        sumOfPowers(totals, tops, x, classes, plane, length)
        for i in 0..<length { totals[i] = logarithm(totals[i]) }
        for i in 0..<length {
            losses[i] =
                labels[i] == pixels.ignored
                ? 0 : totals[i] - (1 - smoothing) * (x[labels[i] * plane + i] - tops[i])
        }
        guard smoothing > 0 else { return }
        for i in 0..<length where labels[i] != pixels.ignored {
            var sum: Float = 0
            for k in 0..<classes { sum += x[k * plane + i] - tops[i] }
            losses[i] -= smoothing * sum / Float(classes)
        }
    }
}

/// dx = dy · (softmax x - target), the target being 1 - ε at the label and ε / classes everywhere
///
/// - Parameters: those of ``softmaxCrossEntropyPlanes``, with dx shaped like x and dy [items, plane].
public func softmaxCrossEntropyBackwardPlanes(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, tops: UnsafePointer<Float>,
    logTotals: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ pixels: PixelClasses
) {
    let (classes, plane, smoothing) = (pixels.classes, pixels.plane, pixels.smoothing)
    let everywhere = smoothing / Float(classes)
    pixels.forEachStrip { pixel, score, length in
        let (x, dx, dy, labels) = (x + score, dx + score, dy + pixel, pixels.labels + pixel)
        let (tops, logTotals) = (tops + pixel, logTotals + pixel)
        for k in 0..<classes {
            let (x, dx) = (x + k * plane, dx + k * plane)
            for i in 0..<length {
                dx[i] = (expOfNegative((x[i] - tops[i]) - logTotals[i]) - everywhere) * dy[i]
            }
        }
        for i in 0..<length {
            if labels[i] == pixels.ignored {
                for k in 0..<classes { dx[k * plane + i] = 0 }
            } else {
                dx[labels[i] * plane + i] -= (1 - smoothing) * dy[i]
            }
        }
    }
}

/// The largest score of each pixel of a strip, and Σ e^(x - largest) over its classes.
private func sumOfPowers(
    _ totals: UnsafeMutablePointer<Float>, _ tops: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
    _ classes: Int, _ plane: Int, _ length: Int
) {
    for i in 0..<length { (tops[i], totals[i]) = (x[i], 0) }
    for k in 1..<max(classes, 1) {
        let x = x + k * plane
        for i in 0..<length { tops[i] = x[i] > tops[i] ? x[i] : tops[i] }
    }
    for k in 0..<classes {
        let x = x + k * plane
        for i in 0..<length { totals[i] += expOfNegative(x[i] - tops[i]) }
    }
}
