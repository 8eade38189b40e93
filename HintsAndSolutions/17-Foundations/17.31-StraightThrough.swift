// Nudge: The way there uses the numbers, the way back only asks whether they are within the limit.
// Idea: Save x. The gradient is dy where |x| ≤ limit, else 0. In the descent, w is a tracked tensor, and each step is
//   a loss, `backward()`, a step inside `noGrad`, and clearing.
// Almost: `dy * Tensor(x.abs() .<= limit)`; and `var w = w.detached().requiringGrad()`, then in the loop `noGrad { w
//   -= w.grad! * rate }` and `w.grad = nil`.

import Tensors

struct StraightThrough: AutogradFunction {
    let limit: Float

    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        context.save(operands[0])
        return operands[0].rounded()
    }

    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        [dy * Tensor(context.saved[0].abs() .<= limit)]
    }
}

public func roundedStraightThrough(_ x: Tensor, limit: Float) throws -> Tensor { StraightThrough(limit: limit)(x) }

public func wholeNumbers(
    from w: Tensor, to target: Tensor, rate: Float, steps: Int
) throws -> Tensor {
    var w = w.detached().requiringGrad()
    for _ in 0..<steps {
        try (roundedStraightThrough(w, limit: 100) - target).squared().sum().backward()
        noGrad { w -= w.grad! * rate }
        w.grad = nil
    }
    return w.detached().rounded()
}
