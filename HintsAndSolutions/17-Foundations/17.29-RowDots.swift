// Nudge: Derive it with indices: in which y[i] is a[i,k], and beside what? And the same for b.
// Idea: da[i,k] = dy[i] · b[i,k], and db likewise with a. As a column, dy [n, 1] broadcasts against [n, k]. A vector
//   b was repeated for all rows, and what was repeated on the way there is summed on the way back.
// Almost: `context.shapes[1].count == 1` says that b is a vector. Then its gradient is `(column * a).sum(axis: 0)`,
//   with `let column = dy.unsqueezed(1)`.

import Tensors

struct RowDots: AutogradFunction {
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        context.save(operands[0], operands[1])
        return (operands[0] * operands[1]).sum(axis: 1)
    }

    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        let (a, b, column) = (context.saved[0], context.saved[1], dy.unsqueezed(1))
        let isVector = context.shapes[1].count == 1
        return [column * b, isVector ? (column * a).sum(axis: 0) : column * a]
    }
}

public func rowDots(_ a: Tensor, _ b: Tensor) throws -> Tensor { RowDots()(a, b) }
