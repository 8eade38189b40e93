// Nudge: Only the first block of a group is special. What does it have to know about the groups before it?
// Idea: Keep the channels that come out of the last block so far, in a variable. They are not always those of the group
//   before: that one may be empty.
// Almost: Two loops, over `blocks.enumerated()` and over the blocks of a group. `sizes` has one number more than there
//   are groups, that of the stem: so at which place are the filters of a group? The stride is 2 under two conditions.
//   After every block, what comes out of it is what goes into the next.

public func planOfBlocks(
    _ blocks: [Int], sizes: [Int]
) throws -> [(channels: Int, filters: Int, stride: Int)] {
    var channels = sizes[0]
    var plan: [(channels: Int, filters: Int, stride: Int)] = []
    for (group, count) in blocks.enumerated() {
        let filters = sizes[group + 1]
        for place in 0..<count {
            plan.append((channels, filters, place == 0 && group > 0 ? 2 : 1))
            channels = filters
        }
    }
    return plan
}
