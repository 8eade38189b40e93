// Expectations on derivatives that a reader worked out by hand. No formula is needed to check one: move a single
// number a little up and a little down, and see how much the function rose in between.

import Tensors

/// Expects `found` to be the gradient of `function` at `x`; the message names the input, the largest difference and its
/// index. A function of several inputs is checked one input at a time, with the others held still:
///
///     try expectGradient(found.its("dw", \.dw), of: "w", at: w) { w in (linear(x, w, b) * dy).sum() }
///
/// - Parameters:
///   - name: what the reader calls this input.
///   - x: where the slope is asked for; not near a corner of the function, which has two.
///   - tolerance: how far off each number may be, as a share of the largest slope. It is not small, because
///     differences of Floats are rounded coarsely.
///   - function: from this input to a single number.
public func expectGradient(
    _ found: Found<Tensor>, of name: String, at x: Tensor, tolerance: Float = 0.01,
    _ function: (Tensor) throws -> Tensor
) throws {
    let expected = try nudgedGradient(at: x.detached(), function)
    let given = "\(found.call), gradient of \(name) against finite differences"
    guard found.value.shape == x.shape else {
        throw WrongAnswer(given: given, expected: "shape \(x.shape)", found: "shape \(found.value.shape)")
    }
    // One bound for all numbers: a slope of 0 among slopes of 100 is measured no better than its neighbours.
    let allowed = tolerance * (expected.map(abs).max() ?? 0) + 1e-5
    let difference = largestDifference(
        found.value.scalars, expected, at: { "\(index(of: $0, in: x.shape)) of \(name)" }
    ) {
        abs($0 - $1) <= allowed
    }
    guard let difference else { return }
    throw WrongAnswer(
        given: given, expected: shortened(expected), found: shortened(found.value.scalars), difference: difference)
}

/// The slope of `function` along each number of `x`, by a central difference: how much it rises from a little before to
/// a little after, divided by the distance.
private func nudgedGradient(at x: Tensor, _ function: (Tensor) throws -> Tensor) rethrows -> [Float] {
    let numbers = x.scalars
    return try numbers.indices.map { k in
        func moved(to value: Float) -> Tensor {
            var moved = numbers
            moved[k] = value
            return Tensor(shape: x.shape, moved)
        }
        let nudge = 0.01 * (1 + abs(numbers[k]))
        let (up, down) = (numbers[k] + nudge, numbers[k] - nudge)
        return try noGrad { try (function(moved(to: up)).item - function(moved(to: down)).item) / (up - down) }
    }
}
