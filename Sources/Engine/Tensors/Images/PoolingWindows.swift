// # Where the windows of a pooling are
//
//     a kernel of 3, stride 2, over 6 numbers       0 1 2 3 4 5
//     without padding                              [0 1 2]
//                                                      [2 3 4]
//     with ceilMode, one more that is not full             [4 5]
//
// Adaptive pooling is told instead how many windows there should be: window k of n over a length l
// covers ⌊k l / n⌋ ..< ⌈(k + 1) l / n⌉.

import Kernels

/// How windows slide over an image.
struct Sliding {
    let kernel, stride, padding: Size2D
    let ceilMode: Bool
    /// Padding counts in an average.
    var countsPadding = false

    /// The windows over [..., height, width].
    func pooling(_ shape: [Int], _ operation: String) -> Pooling {
        let name = "\(operation)(\(kernel), stride: \(stride), padding: \(padding)) of \(shape)"
        require(shape.count >= 2, name, "an image has two axes", try: "an input [..., height, width]")
        let (height, width) = (shape[shape.count - 2], shape[shape.count - 1])
        return Pooling(
            planes: shape.dropLast(2).reduce(1, *), height: height, width: width,
            rows: windows(height, kernel.height, stride.height, padding.height, name),
            columns: windows(width, kernel.width, stride.width, padding.width, name))
    }

    private func windows(_ length: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ name: String) -> [Window] {
        require(kernel > 0 && stride > 0, name, "kernel and stride must be at least 1")
        require(kernel <= longestSide, name, "the kernel is larger than the image")
        require(
            padding >= 0 && padding <= kernel / 2, name, "a window could be entirely in the padding",
            try: "a padding of at most half the kernel")
        // How far a window can move; below 0 if not even one fits.
        let room = length + 2 * padding - kernel
        var count = room >= 0 ? room / stride + 1 : 0
        // The last window may end outside, by less than a stride, but it must begin inside.
        let rest = room - (count - 1) * stride
        if ceilMode && rest > 0 && count * stride < length + padding { count += 1 }
        require(
            length > 0 && count > 0, name,
            "the kernel is larger than the image" + (ceilMode ? ", by a stride or more" : ""))
        return (0..<count).map { place in
            let start = place * stride - padding
            let inside = max(start, 0)..<min(start + kernel, length)
            return Window(
                start: inside.lowerBound, end: inside.upperBound,
                size: countsPadding ? min(start + kernel, length + padding) - start : inside.count)
        }
    }
}

/// As many windows as asked for, of nearly the same size, over [..., height, width].
func adaptivePooling(_ shape: [Int], to size: Size2D, _ operation: String) -> Pooling {
    let name = "\(operation)(\(size)) of \(shape)"
    require(shape.count >= 2, name, "an image has two axes", try: "an input [..., height, width]")
    let (height, width) = (shape[shape.count - 2], shape[shape.count - 1])
    require(size.height > 0 && size.width > 0, name, "there must be at least one window along each axis")
    require(size.height <= longestSide && size.width <= longestSide, name, "the result would be too large")
    require(height > 0 && width > 0, name, "the image is empty")
    func windows(_ length: Int, _ count: Int) -> [Window] {
        (0..<count).map { place in
            let (start, end) = (place * length / count, ((place + 1) * length + count - 1) / count)
            return Window(start: start, end: end, size: end - start)
        }
    }
    return Pooling(
        planes: shape.dropLast(2).reduce(1, *), height: height, width: width,
        rows: windows(height, size.height), columns: windows(width, size.width))
}
