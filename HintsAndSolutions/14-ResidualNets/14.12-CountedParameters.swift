// Nudge: All is made of one thing, a convolution with its norm. How many parameters has that? The rest is adding up.
// Idea: Write a function for convolution and norm, channels · filters · kernel² + 2 · filters, and one for a block.
//   Then keep the number of channels that go into the next block.
// Almost: Begin with `channels = 64`. For group g the filters are (64 << g), times 4 with bottlenecks. For each block
//   add its convolutions, and one of 1 × 1 if `channels != filters`; then `channels = filters`. At the end channels ·
//   classes + classes.

public func parameterCount(blocks: [Int], hasBottlenecks: Bool, classes: Int) throws -> Int {
    func layer(_ channels: Int, _ filters: Int, _ kernel: Int) -> Int {
        channels * filters * kernel * kernel + 2 * filters
    }
    func block(_ channels: Int, _ filters: Int) -> Int {
        let quarter = filters / 4
        let body =
            hasBottlenecks
            ? layer(channels, quarter, 1) + layer(quarter, quarter, 3) + layer(quarter, filters, 1)
            : layer(channels, filters, 3) + layer(filters, filters, 3)
        return body + (channels == filters ? 0 : layer(channels, filters, 1))
    }
    var (sum, channels) = (layer(3, 32, 3) + layer(32, 32, 3) + layer(32, 64, 3), 64)
    for (group, count) in blocks.enumerated() {
        let filters = (64 << group) * (hasBottlenecks ? 4 : 1)
        for _ in 0..<count {
            sum += block(channels, filters)
            channels = filters
        }
    }
    return sum + channels * classes + classes
}
