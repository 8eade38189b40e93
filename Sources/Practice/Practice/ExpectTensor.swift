// Expectations on tensors: the shape first, then the numbers. A wrong shape is the more useful thing to hear.

import Tensors

/// Expects a tensor of the same shape as `expected` and close to it everywhere; the message names the largest
/// difference and its index, one number for each axis.
public func expectEqual(
    _ found: @autoclosure () throws -> Tensor, _ expected: Tensor, _ given: String, tolerance: Float = 1e-5
) throws {
    let found = try asking(given, found)
    guard found.shape == expected.shape else {
        throw WrongAnswer(given: given, expected: "shape \(expected.shape)", found: "shape \(found.shape)")
    }
    if expected.rank == 0 { return try expectEqual(found.item, expected.item, given, tolerance: tolerance) }
    let difference = largestDifference(found.scalars, expected.scalars, tolerance) { position in
        "\(index(of: position, in: expected.shape))"
    }
    guard let difference else { return }
    throw WrongAnswer(
        given: given, expected: shortened(expected.scalars), found: shortened(found.scalars), difference: difference)
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
