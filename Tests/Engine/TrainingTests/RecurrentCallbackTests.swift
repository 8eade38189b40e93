// The callbacks for models that remember.

import Layers
import Tensors
import Testing
import Training

/// x [n, 3] → mean of w · x, one number per item. It counts its calls since it was reset.
private final class Echo: Module, Layer, CarriesState, KeepsActivations {
    let weight = Parameter(Tensor([0.5]))
    private(set) var activations: RecurrentActivations?
    private(set) var calls = 0
    private(set) var callsAtReset: [Int] = []

    func forward(_ x: Tensor) -> Tensor {
        calls += 1
        let raw = (x * weight.value).unsqueezed(-1)
        activations = RecurrentActivations(raw: raw, dropped: 2 * raw)
        return raw.mean(axes: [1, 2])
    }

    func reset() {
        callsAtReset.append(calls)
        calls = 0
    }
}

private func learner(_ model: Echo, steps: Int = 3, _ callbacks: [any Callback]) -> TensorLearner {
    let rows = Tensor([[1, 2, 4], [3, 3, 0], [0, 1, -1]])[0..., ..<steps]
    let data = TensorDataset(rows, Tensor([1, 2, 0]))
    let loaders = DataLoaders(DataLoader(data, batchSize: 1), DataLoader(data, batchSize: 2))
    return Learner(loaders, model, loss: mseLoss, optimizer: SGD.init, callbacks: callbacks)
}

@Suite struct `A model that carries its state` {
    @Test func `is reset before training, before validation, and at the end`() throws {
        let model = Echo()
        _ = try learner(model, [StateReset()]).trained(2)
        #expect(model.callsAtReset == [0, 3, 2, 3, 2])
    }

    @Test func `is reset at the end of a fit that failed`() throws {
        let model = Echo()
        let broken = learner(model, [StateReset(), Thrower(Oops(), before: .step)])
        #expect(throws: Oops.self) { try broken.trained(1) }
        #expect(model.callsAtReset == [0, 1])
    }

    @Test func `and one that carries none is left alone`() throws {
        let weights = try regression(callbacks: [StateReset()]).trained(1).weights
        #expect(try weights == regression().trained(1).weights)
    }
}

@Suite struct `Penalties on activations` {
    /// The loss of each training batch with both penalties, by hand, from the weight before it.
    private func byHand(_ w: Float, _ row: [Float], _ target: Float, _ alpha: Float, _ beta: Float) -> Float {
        let raw = row.map { w * $0 }
        let mean = raw.reduce(0, +) / Float(raw.count)
        let squares = raw.map { 4 * $0 * $0 }.reduce(0, +) / Float(raw.count)
        let jumps = zip(raw.dropFirst(), raw).map { ($0 - $1) * ($0 - $1) }
        return (mean - target) * (mean - target) + alpha * squares + beta * jumps.reduce(0, +) / Float(jumps.count)
    }

    @Test(arguments: [(2, 1), (0.5, 3), (0, 0)] as [(Float, Float)])
    func `are added to the loss in training, and not in validation`(_ alpha: Float, _ beta: Float) throws {
        let model = Echo()
        let one = try learner(model, [ActivationRegularization(alpha: alpha, beta: beta)]).trained(1, 0)
        let rows: [([Float], Float)] = [([1, 2, 4], 1), ([3, 3, 0], 2), ([0, 1, -1], 0)]
        for (found, (row, target)) in zip(one.recorder.batchLosses, rows) {
            #expect(abs(found - byHand(0.5, row, target, alpha, beta)) < 1e-5)
        }
        let plain = rows.map { byHand(0.5, $0, $1, 0, 0) }
        #expect(abs(one.recorder.rows[0].validLoss - plain.reduce(0, +) / 3) < 1e-5)
    }

    @Test func `have gradients`() throws {
        func weight(_ callbacks: [any Callback]) throws -> Float {
            try learner(Echo(), callbacks).trained(1, 0.01).weights[0]
        }
        let (plain, squares, jumps) = try (
            weight([]), weight([ActivationRegularization(alpha: 1, beta: 0)]),
            weight([ActivationRegularization(alpha: 0, beta: 1)])
        )
        #expect(squares < plain && jumps < plain)
    }

    @Test func `need two steps to speak of a jump`() throws {
        let one = try learner(Echo(), steps: 1, [ActivationRegularization(alpha: 0, beta: 1)]).trained(1, 0)
        #expect(one.recorder.batchLosses.allSatisfy { $0.isFinite })
    }
}
