// Nudge: `MyReLU` shows the form. What differs: the numbers below 0 are not dropped but multiplied, on the way there
//   and on the way back.
// Idea: With a slope of 0 or more, y is above 0 exactly where x is. So the result tells the way back all that it has
//   to know: where to multiply by 1 and where by the slope.
// Almost: `Tensor.where(y .> 0, dy, slope * dy)` is the gradient. `context.save(y)` goes before `return y`.

import Tensors

struct LeakyReLUFunction: AutogradFunction {
    let slope: Float

    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        let x = operands[0]
        let y = Tensor.where(x .> 0, x, slope * x)
        context.save(y)
        return y
    }

    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        [Tensor.where(context.saved[0] .> 0, dy, slope * dy)]
    }
}

public func leakyReLU(_ x: Tensor, slope: Float) throws -> Tensor { LeakyReLUFunction(slope: slope)(x) }
