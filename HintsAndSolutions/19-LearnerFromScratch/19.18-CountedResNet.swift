// Nudge: Write a function for one convolution with its batch norm. The net is nothing but these, and a linear layer.
// Idea: A convolution has channels · filters · window² weights and 2 · filters numbers of batch norm. Go through the
//   groups and their blocks, with the number of channels that has come so far.
// Almost: Every block has two convolutions of 3 × 3, the second from filters to filters; and one of 1 × 1 if it is the
//   first of its group and either the group is not the first or the filters differ from the channels. The first group
//   gets the channels of the stem, which are its own filters.

public func resNetCount(channels: Int, classes: Int, filters: [Int], blocks: [Int]) throws -> Int {
    func convolution(_ channels: Int, _ filters: Int, _ window: Int) -> Int {
        channels * filters * window * window + 2 * filters
    }
    var (count, width) = (convolution(channels, filters[0], 7), filters[0])
    for (group, (wanted, depth)) in zip(filters, blocks).enumerated() {
        for block in 0..<depth {
            count += convolution(width, wanted, 3) + convolution(wanted, wanted, 3)
            if block == 0 && (group > 0 || width != wanted) { count += convolution(width, wanted, 1) }
            width = wanted
        }
    }
    return count + width * classes + classes
}
