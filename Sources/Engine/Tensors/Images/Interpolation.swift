// # Resizing images
//
//     x.interpolated(to: [32, 48])                          the nearest pixel: blocks
//     x.interpolated(to: [32, 48], mode: .bilinear)         between the pixels: smooth
//     x.interpolated(by: 2)                                 twice as high and wide
//
// A pixel is a small square, and its place is the centre of it: new pixel k of n over l old ones is at
// (k + ½) l / n - ½. With `alignCorners` the centres of the first and the last pixels coincide instead, and new
// pixel k is at k (l - 1) / (n - 1). An axis that keeps its length is copied, whatever the factor. Sizes are those of
// the last two axes of any tensor.

import Kernels

/// How a new pixel is made from the old ones.
public enum InterpolationMode: Sendable {
    /// The pixel at ⌊k l / n⌋.
    case nearest
    /// Mixed from the four around it, by how near they are.
    case bilinear
}

extension Tensor {
    /// y = x seen at other places   ⇒   dy goes to the pixels it was made from, by their shares
    ///
    /// x [..., h, w] → y [..., size.height, size.width]
    public func interpolated(
        to size: Size2D, mode: InterpolationMode = .nearest, alignCorners: Bool = false
    ) -> Tensor {
        interpolated("interpolated(to: \(size))", to: size, nil, mode, alignCorners)
    }

    /// The same by a factor: x [..., h, w] → y [..., ⌊factor h⌋, ⌊factor w⌋]
    public func interpolated(
        by factor: Double, mode: InterpolationMode = .nearest, alignCorners: Bool = false
    ) -> Tensor {
        require(
            factor > 0 && factor.isFinite, "interpolated(by: \(factor)) of \(shape)", "the factor is not positive")
        requireImage("interpolated(by: \(factor))")
        let (height, width) = (factor * Double(shape[rank - 2]), factor * Double(shape[rank - 1]))
        require(
            Swift.max(height, width) < 0x1p31, "interpolated(by: \(factor)) of \(shape)",
            "the result would be too large")
        return interpolated(
            "interpolated(by: \(factor))", to: Size2D(Int(height), Int(width)), 1 / factor, mode, alignCorners)
    }

    private func requireImage(_ name: String) {
        require(rank >= 2, "\(name) of \(shape)", "an image has two axes", try: "an input [..., height, width]")
    }

    private func interpolated(
        _ name: String, to size: Size2D, _ step: Double?, _ mode: InterpolationMode, _ alignCorners: Bool
    ) -> Tensor {
        requireImage(name)
        let (height, width) = (shape[rank - 2], shape[rank - 1])
        require(
            size.height > 0 && size.width > 0 && height > 0 && width > 0, "\(name) of \(shape)",
            "one of the images has no pixels")
        require(
            size.height <= longestSide && size.width <= longestSide, "\(name) of \(shape)",
            "the result would be too large")
        require(
            mode == .bilinear || !alignCorners, "\(name) of \(shape)", "the nearest pixel has no corners to align",
            try: "mode: .bilinear")
        func taps(_ length: Int, _ count: Int) -> [Tap] {
            if count == length { return (0..<count).map { Tap(first: $0, second: $0, share: 0) } }
            let step = step ?? Double(length) / Double(count)
            return switch mode {
            case .nearest: nearestTaps(length, count, step: step)
            case .bilinear: linearTaps(length, count, step: step, alignCorners)
            }
        }
        let interpolation = Interpolation(
            planes: shape.dropLast(2).reduce(1, *), height: height, width: width, rows: taps(height, size.height),
            columns: taps(width, size.width))
        return interpolated(interpolation, mode)
    }

    private func interpolated(_ interpolation: Interpolation, _ mode: InterpolationMode) -> Tensor {
        let (x, y) = (array.contiguous(), NDArray<Float>(uninitialized: Array(shape.dropLast(2)) + interpolation.size))
        switch mode {
        case .nearest: interpolation.pick(y.memory.base, x.base)
        case .bilinear: interpolation.mix(y.memory.base, x.base)
        }
        return Tensor(array: y).recorded("interpolated", self) { [shape] dy in
            let (dx, dy) = (NDArray<Float>(uninitialized: shape), dy.array.contiguous())
            switch mode {
            case .nearest: interpolation.pickBackward(dx.memory.base, dy.base)
            case .bilinear: interpolation.mixBackward(dx.memory.base, dy.base)
            }
            return Tensor(array: dx)
        }
    }
}

/// New place k at ⌊k · step⌋. In floats, as other libraries compute it: at k = 3, step ⅓ rounding decides. Twice as
/// many places are the old ones twice, even where the factor is not quite 2.
private func nearestTaps(_ length: Int, _ count: Int, step: Double) -> [Tap] {
    (0..<count).map { place in
        let old = count == 2 * length ? place / 2 : min(Int(Float(place) * Float(step)), length - 1)
        return Tap(first: old, second: old, share: 0)
    }
}

private func linearTaps(_ length: Int, _ count: Int, step: Double, _ alignCorners: Bool) -> [Tap] {
    (0..<count).map { place in
        let corner = count > 1 ? Double(place) * Double(length - 1) / Double(count - 1) : 0
        let old = alignCorners ? corner : max((Double(place) + 0.5) * step - 0.5, 0)
        let first = min(Int(old), length - 1)
        return Tap(first: first, second: min(first + 1, length - 1), share: Float(old - Double(first)))
    }
}
