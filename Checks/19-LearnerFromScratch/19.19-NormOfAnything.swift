import Exercises19
import Layers
import Practice
import Solutions19
import Tensors

/// A batch norm of three channels, as what can be done with it.
private struct Norm: Sendable {
    let forward: NamedFunction<Tensor, Tensor, Bool>
    let running: NamedFunction<[Tensor]>
}

private typealias MakeNorm = @Sendable (_ gamma: Tensor, _ beta: Tensor) -> Norm

private let readers: MakeNorm = { gamma, beta in
    let norm = Exercises19.NormOfAnything(3)
    (norm.gamma, norm.beta) = (gamma, beta)
    return methods(norm.forward) { [norm.runningMean, norm.runningVariance] }
}
private let ours: MakeNorm = { gamma, beta in
    let norm = Solutions19.NormOfAnything(3)
    (norm.gamma, norm.beta) = (gamma, beta)
    return methods(norm.forward) { [norm.runningMean, norm.runningVariance] }
}

/// An object is used by one check only, which runs on one thread.
private func methods(
    _ forward: @escaping (Tensor, Bool) throws -> Tensor, _ running: @escaping () -> [Tensor]
) -> Norm {
    nonisolated(unsafe) let (forward, running) = (forward, running)
    return Norm(
        forward: NamedFunction("norm.forward(_:isTraining:)") { try forward($0, $1) },
        running: NamedFunction("norm.runningMean and norm.runningVariance") { running() })
}

let normOfAnything = Check("19.19", Answer(readers, ours)) { makeNorm in
    var random = SplitMix64(seed: 1919)
    for shape in [[6, 3], [4, 3, 5], [2, 3, 4, 4], [2, 3, 2, 2, 2]] {
        let (gamma, beta) = (Tensor([1, 2, -0.5]).requiringGrad(), Tensor([0, 1, 3]).requiringGrad())
        let norm = makeNorm(gamma, beta)
        // The engine's, with the axes behind the channels laid into one.
        let engines = BatchNorm1d(3)
        engines.gamma.assign(gamma.detached())
        engines.beta.assign(beta.detached())
        for batch in 1...2 {
            let x = (2 * Tensor.randn(shape, using: &random) + 1).requiringGrad()
            let same = x.detached().requiringGrad()
            let dy = Tensor.randn(shape, using: &random)
            let y = try norm.forward(x, true)
            let expected = engines(same.reshaped(shape[0], 3, -1)).reshaped(shape)
            try expectClose(y.its("y of batch \(batch)") { $0.detached() }, expected.detached(), tolerance: 1e-4)
            try expectEqual(y.its("a gradient can go back") { $0.requiresGrad }, true)
            y.value.backward(gradient: dy)
            expected.backward(gradient: dy)
            try expectClose(Found("\(y.call), gradient of x", x.grad ?? .zeros(shape)), same.grad!, tolerance: 1e-3)
        }
        let grads = [(gamma, engines.gamma), (beta, engines.beta)].map { ($0.grad ?? .zeros(3), $1.grad!) }
        try expectClose(Found("gradient of gamma after two batches \(shape)", grads[0].0), grads[0].1, tolerance: 1e-3)
        try expectClose(Found("gradient of beta after two batches \(shape)", grads[1].0), grads[1].1, tolerance: 1e-3)
        let buffers = [engines.runningMean.value, engines.runningVariance.value]
        for (number, name) in ["running mean", "running variance"].enumerated() {
            let running = try norm.running().noting("after two batches \(shape)")
            try expectClose(running.its(name) { $0[number].detached() }, buffers[number], tolerance: 1e-4)
            try expectEqual(running.its("\(name) has a graph") { $0[number].requiresGrad }, false)
        }
        engines.eval()
        let x = Tensor.randn(shape, using: &random)
        let used = try norm.forward(x, false).noting("when it is used")
        try expectClose(
            used.its("y") { $0.detached() }, engines(x.reshaped(shape[0], 3, -1)).reshaped(shape).detached(),
            tolerance: 1e-4)
        try expectClose(
            norm.running().noting("after it was used").its("running mean") { $0[0].detached() }, buffers[0],
            tolerance: 1e-4)
    }
}
