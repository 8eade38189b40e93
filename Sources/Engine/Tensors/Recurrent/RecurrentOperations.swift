// # RNN, LSTM and GRU over whole sequences
//
// Each is a single operation for all steps of a layer. What the letters mean, and the loop, is in
// Recurrence.swift; the formulas of a step are in the kernels of the same names.

import Kernels

extension Tensor {
    /// hₜ = f(xₜ · wᵢᵀ + bᵢ + hₜ₋₁ · wₕᵀ + bₕ) for every step, f being tanh or relu
    ///   ⇒   d(…)ₜ = f' · (dyₜ + d(…)ₜ₊₁ · wₕ)
    ///
    /// x [batch, steps, in] · h [batch, hidden] → y [batch, steps, hidden], all states after the first
    public func rnn(
        _ weights: RecurrentWeights, from h: Tensor, _ activation: RecurrentActivation = .tanh
    ) -> Tensor {
        let run = Unrolled("rnn", self, weights, gates: 1, from: h)
        let (bias, x) = (run.totalBias, run.contributions())
        rnnForward(
            run.size, rectified: activation == .relu, x: x.memory.base, bias: bias.base,
            weight: run.packedWeight(forward: true), states: run.states.memory.base)
        return run.outputs.recorded("rnn", [self] + weights.all + [h]) { dy in
            let d = NDArray<Float>(uninitialized: [run.size.steps, run.size.batch, run.size.hidden])
            let dh = NDArray<Float>(uninitialized: h.shape)
            let dy = run.stepwise(dy)
            rnnBackward(
                run.size, rectified: activation == .relu, dx: d.memory.base, states: run.states.base, dy: dy.base,
                dh: dh.memory.base, weight: run.packedWeight(forward: false))
            return withExtendedLifetime(dy) { run.gradients(d, of: self) + [Tensor(array: dh)] }
        }
    }

    /// [i | f | g | o] = x · wᵢᵀ + bᵢ + h · wₕᵀ + bₕ, then c' = f · c + i · g and h' = o · tanh c', for every step;
    /// i, f and o go through sigmoid first, g through tanh
    ///   ⇒   all gates' gradients, from the last step to the first
    ///
    /// x [batch, steps, in] · h, c [batch, hidden] → y [batch, steps, hidden], all h after the first; the last c
    public func lstm(_ weights: RecurrentWeights, from h: Tensor, cell c: Tensor) -> (y: Tensor, cell: Tensor) {
        let run = Unrolled("lstm", self, weights, gates: 4, from: h)
        require(c.shape == h.shape, "lstm of \(shape)", "the state is \(h.shape), the cell \(c.shape)")
        let operands = [self] + weights.all + [h, c]
        let isKept = Tensor.willRecord(operands)
        let (bias, gates) = (run.totalBias, run.contributions())
        let cells = NDArray<Float>(uninitialized: [isKept ? run.size.steps + 1 : 1] + h.shape)
        c.array.written(to: cells.memory.base)
        lstmForward(
            run.size, gates: gates.memory.base, bias: bias.base, weight: run.packedWeight(forward: true),
            states: run.states.memory.base, cells: cells.memory.base, keepingCells: isKept)
        let results = [run.outputs, Tensor(array: cells[-1])]
        let recorded = Tensor.recorded("lstm", results: results, operands) { dy in
            let d = NDArray<Float>(uninitialized: gates.shape)
            let dh = NDArray<Float>(uninitialized: h.shape)
            let dc = dy[1]?.array.copied() ?? NDArray(repeating: 0, shape: h.shape)
            let dy = run.stepwise(dy[0])
            lstmBackward(
                run.size, dGates: d.memory.base, gates: gates.base, cells: cells.base, dy: dy.base,
                dh: dh.memory.base, dc: dc.memory.base, weight: run.packedWeight(forward: false))
            return withExtendedLifetime(dy) {
                run.gradients(d, of: self) + [Tensor(array: dh), Tensor(array: dc)]
            }
        }
        return (recorded[0], recorded[1])
    }

    /// [xr | xz | xn] = x · wᵢᵀ + bᵢ and [pr | pz | pn] = h · wₕᵀ + bₕ, then r = sigmoid(xr + pr),
    /// z = sigmoid(xz + pz), n = tanh(xn + r · pn) and h' = (1 - z) · n + z · h, for every step
    ///   ⇒   all gates' gradients, from the last step to the first
    ///
    /// x [batch, steps, in] · h [batch, hidden] → y [batch, steps, hidden], all states after the first
    public func gru(_ weights: RecurrentWeights, from h: Tensor) -> Tensor {
        let run = Unrolled("gru", self, weights, gates: 3, from: h)
        let operands = [self] + weights.all + [h]
        let isKept = Tensor.willRecord(operands)
        let gates = run.contributions()
        let products = NDArray<Float>(uninitialized: [isKept ? run.size.steps : 1, run.size.batch, gates.shape[2]])
        let (bias, hiddenBias) = (run.dense(weights.inputBias), run.dense(weights.hiddenBias))
        gruForward(
            run.size, gates: gates.memory.base, inputBias: bias.base, products: products.memory.base,
            keepingProducts: isKept, hiddenBias: hiddenBias.base, weight: run.packedWeight(forward: true),
            states: run.states.memory.base)
        return run.outputs.recorded("gru", operands) { dy in
            let d = NDArray<Float>(uninitialized: gates.shape)
            let dProducts = NDArray<Float>(uninitialized: gates.shape)
            let dh = NDArray<Float>(uninitialized: h.shape)
            let dy = run.stepwise(dy)
            gruBackward(
                run.size, dGates: d.memory.base, dProducts: dProducts.memory.base, gates: gates.base,
                products: products.base, states: run.states.base, dy: dy.base, dh: dh.memory.base,
                weight: run.packedWeight(forward: false))
            return withExtendedLifetime(dy) { run.gradients(d, dProducts, of: self) + [Tensor(array: dh)] }
        }
    }
}
