// Expectations on tensors: the shape first, then the numbers. A wrong shape is the more useful thing to know.

import Tensors

/// Expects a tensor of the same shape as `expected` and close to it everywhere; the message names the largest
/// difference and its index, one number for each axis.
public func expectClose(_ found: Found<Tensor>, _ expected: Tensor, tolerance: Float = 1e-5) throws {
    guard found.value.shape == expected.shape else {
        throw WrongAnswer(given: found.call, expected: "shape \(expected.shape)", found: "shape \(found.value.shape)")
    }
    let numbers = found.value.scalars
    if expected.rank == 0 { return try expectClose(Found(found.call, numbers[0]), expected.item, tolerance: tolerance) }
    let difference = largestDifference(numbers, expected.scalars, tolerance) { position in
        "\(index(of: position, in: expected.shape))"
    }
    guard let difference else { return }
    throw WrongAnswer(
        given: found.call, expected: shortened(expected.scalars), found: shortened(numbers), difference: difference)
}

/// The index along each axis of a position in row-major order.
func index(of position: Int, in shape: [Int]) -> [Int] {
    var rest = position
    let index = shape.reversed().map { size in
        defer { rest /= size }
        return rest % size
    }
    return index.reversed()
}
