// Nudge: What does the next convolution need to know of this one? Only what its result looks like.
// Idea: Go through the convolutions and carry channels, height and width along. Padded by half its kernel, a
//   convolution keeps the size, but for the stride.
// Almost: Rounded up, `length / stride` is (length + stride − 1) / stride in whole numbers. A convolution has
//   filters · channels · kernel² weights, and each of them is used once at every place: of what it gets, or of what it
//   returns?

public func ledger(
    of convolutions: [(filters: Int, kernel: Int, stride: Int)], channels: Int, height: Int, width: Int
) throws -> (weights: [Int], multiplications: [Int]) {
    var (channels, height, width) = (channels, height, width)
    var (weights, multiplications): ([Int], [Int]) = ([], [])
    for (filters, kernel, stride) in convolutions {
        (height, width) = ((height + stride - 1) / stride, (width + stride - 1) / stride)
        weights.append(filters * channels * kernel * kernel)
        multiplications.append(weights.last! * height * width)
        channels = filters
    }
    return (weights, multiplications)
}
