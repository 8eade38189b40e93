import Exercises04
import Layers
import Practice
import Solutions04
import Tensors

/// The two functions of an optimizer.
private struct Functions {
    let step, zeroGrad: NamedFunction<Void>

    /// An optimizer is used by one check only, which runs on one thread.
    init(_ step: @escaping () throws -> Void, _ zeroGrad: @escaping () throws -> Void) {
        nonisolated(unsafe) let (step, zeroGrad) = (step, zeroGrad)
        self.step = NamedFunction("optimizer.step()") { try step() }
        self.zeroGrad = NamedFunction("optimizer.zeroGrad()") { try zeroGrad() }
    }
}

private typealias MakeOptimizer = @Sendable ([Parameter], Float, Int) -> Functions

private let readers: MakeOptimizer = { parameters, rate, pieces in
    let optimizer = Exercises04.BasicOptimizer(parameters, learningRate: rate, pieces: pieces)
    return Functions({ try optimizer.step() }, { try optimizer.zeroGrad() })
}
private let ours: MakeOptimizer = { parameters, rate, pieces in
    let optimizer = Solutions04.BasicOptimizer(parameters, learningRate: rate, pieces: pieces)
    return Functions({ try optimizer.step() }, { try optimizer.zeroGrad() })
}

let basicOptimizer = Check("4.34", Answer(readers, ours)) { makeOptimizer in
    for pieces in [1, 2, 3] {
        let (w, b, unused) = (Parameter(Tensor([1, 2])), Parameter(Tensor([3])), Parameter(Tensor([7])))
        let optimizer = makeOptimizer([w, b, unused], 0.5, pieces)
        var (expectedW, expectedB) = (w.value.detached(), b.value.detached())
        for move in 1...2 {
            var sum = Tensor.zeros(2)
            for piece in 1...pieces {
                // The gradient of w is this, the gradient of b is 2.
                let gradient = Tensor([Float(10 * piece), Float(-4 * move)])
                ((w.value * gradient).sum() + 2 * b.value.sum()).backward()
                sum = sum + gradient
                if piece == pieces {
                    expectedW = expectedW - 0.5 * sum / Float(pieces)
                    expectedB = expectedB - 0.5 * 2
                }
                let step = try optimizer.step().noting("pieces \(pieces), after \(piece) of them, round \(move)")
                try expectClose(step.its("a parameter w [1, 2]") { _ in w.value.detached() }, expectedW)
                try expectClose(step.its("a parameter b [3]") { _ in b.value.detached() }, expectedB)
                try expectClose(
                    step.its("a parameter without a gradient") { _ in unused.value.detached() }, Tensor([7]))
                try expectEqual(step.its("the gradient of w") { _ in w.grad?.scalars }, sum.scalars)
                let cleared = try optimizer.zeroGrad().noting("pieces \(pieces), after \(piece) of them, round \(move)")
                let left = piece == pieces ? nil : sum.scalars
                try expectEqual(cleared.its("the gradient of w") { _ in w.grad?.scalars }, left)
            }
        }
    }
}
