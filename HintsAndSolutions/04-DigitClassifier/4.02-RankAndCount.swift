// Nudge: Both answers are in the list itself, and neither needs the numbers in the tensor.
// Idea: The rank is how long the list is. For the size, think of a box: height times width times depth.
// Almost: `shape.count`, and all of its elements multiplied: `shape.reduce(…, *)`. Which number do you start
//   multiplying from, so that the empty shape gets its one number?

public func rankAndCount(of shape: [Int]) throws -> (rank: Int, count: Int) {
    // An empty product is 1. So the single number does not need a special case.
    (shape.count, shape.reduce(1, *))
}
