// Nudge: Begin at the cell: there is one way to itself. Then go back layer by layer.
// Idea: If you know the ways from each number of a layer to the cell, every such number hands its count to each of the
//   numbers below that its kernel touches. They add up what they get.
// Almost: n counts become (n − 1) · stride + kernel. Number i of the old ones is added to i · stride ..< i · stride +
//   kernel of the new ones. Take the strides from the last to the first.

import Tensors

public func waysToACell(kernel: Int, strides: [Int]) throws -> [Int] {
    strides.reversed().reduce([1]) { ways, stride in
        var below = [Int](repeating: 0, count: (ways.count - 1) * stride + kernel)
        for (number, count) in ways.enumerated() {
            for tap in 0..<kernel { below[number * stride + tap] += count }
        }
        return below
    }
}
