// Nudge: Forward there is nothing to do and nothing to save. All of it happens on the way back, with dy alone.
// Idea: Compute the length of dy. If it is above the limit, multiply dy by limit / length. Otherwise dy is returned.
// Almost: `let length = dy.squared().sum().sqrt().item`; zeros have length 0, which is not above any limit, so
//   nothing is divided by 0.

import Tensors

struct ShortenedGradient: AutogradFunction {
    let limit: Float

    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor { operands[0] }

    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        let length = dy.squared().sum().sqrt().item
        return [length > limit ? dy * (limit / length) : dy]
    }
}

public func shorteningGradient(of x: Tensor, to limit: Float) throws -> Tensor { ShortenedGradient(limit: limit)(x) }
