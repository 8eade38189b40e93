// Nudge: What does the next convolution need to know of this one? Only what its result looks like.
// Idea: Go through the convolutions and carry channels, height and width along. Padded by half its kernel, a
//   convolution keeps the size, but for the stride.
// Almost: `height = (height + stride - 1) / stride`, and the same for the width. The weights are filters · channels ·
//   kernel², the multiplications weights · height · width, after the division.

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
