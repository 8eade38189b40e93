// Nudge: The page's `LookUp` does nearly the same in its `backward`. What has to be passed over?
// Idea: Begin with rows · d zeros in an array. For each place i, add the d numbers of dy's row i to those of the
//   table's row `numbers[i]`, unless that is the padding.
// Almost: `let (gradients, d) = (dy.scalars, dy.shape[1])`, and inside two loops `sum[number * d + k] +=
//   gradients[place * d + k]`, with `where number != padding` on the outer one: a number is never equal to nil. The
//   result is `Tensor(shape: [rows, d], sum)`.

import Tensors

public func gradientOfLookingUp(_ numbers: [Int], dy: Tensor, rows: Int, padding: Int?) throws -> Tensor {
    let (gradients, d) = (dy.scalars, dy.shape[1])
    var sum = [Float](repeating: 0, count: rows * d)
    for (place, number) in numbers.enumerated() where number != padding {
        for k in 0..<d { sum[number * d + k] += gradients[place * d + k] }
    }
    return Tensor(shape: [rows, d], sum)
}
