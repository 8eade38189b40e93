// # Nets with a memory
//
// A recurrent net reads a sequence step by step. Its state h is all that it remembers, and the same weights
// serve every step:
//
//     hₜ = f(xₜ · wᵢᵀ + bᵢ + hₜ₋₁ · wₕᵀ + bₕ)
//
// The input's part of this is one product over all steps at once; only the state's part has to wait for the
// step before. The same holds in the backward pass: the loop finds the gradient of what is in the brackets,
// step by step from the last to the first ("backpropagation through time"), and then
//
//     dx = d(…) · wᵢ,   dwᵢ = d(…)ᵀ · x,   dwₕ = d(…)ᵀ · hₜ₋₁,   db = Σ d(…)
//
// are one product each over all steps.

import Kernels

/// What a recurrent net learns. With several gates, their weights are stacked.
public struct RecurrentWeights: Sendable {
    /// For the input, [gates · hidden, in].
    public var input: Tensor
    /// For the state, [gates · hidden, hidden].
    public var hidden: Tensor
    /// Added to both, [gates · hidden]; nil for none.
    public var inputBias, hiddenBias: Tensor?

    public init(input: Tensor, hidden: Tensor, inputBias: Tensor? = nil, hiddenBias: Tensor? = nil) {
        (self.input, self.hidden, self.inputBias, self.hiddenBias) = (input, hidden, inputBias, hiddenBias)
    }

    /// Both weights, and the biases if there are any.
    var all: [Tensor] { [input, hidden] + [inputBias, hiddenBias].compactMap { $0 } }
}

/// What a plain recurrent net applies to its state.
public enum RecurrentActivation: Sendable {
    case tanh, relu
}

/// A sequence on its way through a recurrent net, in the order of the loop: step by step.
struct Unrolled {
    let size: Recurrence
    let weights: RecurrentWeights
    /// [steps, batch, in]
    let x: NDArray<Float>
    /// [steps + 1, batch, hidden]; of these only the first is filled in yet.
    let states: NDArray<Float>

    /// - Parameters:
    ///   - x: [batch, steps, in].
    ///   - h: the first state, [batch, hidden].
    init(_ name: String, _ x: Tensor, _ weights: RecurrentWeights, gates: Int, from h: Tensor) {
        Unrolled.check(name, x, weights, gates, h)
        (self.weights, self.x) = (weights, x.array.transposed(0, 1).contiguous())
        size = Recurrence(steps: x.shape[1], batch: x.shape[0], hidden: h.shape[1])
        states = NDArray(uninitialized: [size.steps + 1, size.batch, size.hidden])
        h.array.written(to: states.memory.base)
    }

    /// x · wᵢᵀ, without the bias, [steps, batch, gates · hidden].
    func contributions() -> NDArray<Float> {
        let w = weights.input.array
        // BLAS would rearrange a small weight for every block of rows.
        guard w.count <= 1 << 17 else { return product(x, w.transposed()) }
        let y = NDArray<Float>(uninitialized: [size.steps, size.batch, w.shape[0]])
        Unrolled.packed(w, transposed: true).multiply(
            rows: size.steps * size.batch, x.base, w.shape[1], into: y.memory.base, w.shape[0], accumulate: false)
        return y
    }

    /// All states after the first, [batch, steps, hidden]: a view.
    var outputs: Tensor { Tensor(array: states[1...].transposed(0, 1)) }

    /// The state's weight for the loop forward, [hidden, gates · hidden], or back, [gates · hidden, hidden].
    func packedWeight(forward: Bool) -> PackedMatrix { Unrolled.packed(weights.hidden.array, transposed: forward) }

    private static func packed(_ w: NDArray<Float>, transposed: Bool) -> PackedMatrix {
        let w = w.contiguous()
        let (rows, columns) = (w.shape[0], w.shape[1])
        return transposed
            ? PackedMatrix(
                MatrixView(w.base, rows: columns, columns: rows, rowStride: 1, columnStride: columns)!,
                rows: columns, columns: rows)
            : PackedMatrix(
                MatrixView(w.base, rows: rows, columns: columns, rowStride: columns, columnStride: 1)!,
                rows: rows, columns: columns)
    }

    /// A bias in memory of its own, zeros if there is none.
    func dense(_ bias: Tensor?) -> NDArray<Float> {
        bias?.array.contiguous() ?? NDArray(repeating: 0, shape: [weights.input.shape[0]])
    }

    /// bᵢ + bₕ
    var totalBias: NDArray<Float> {
        guard let b = weights.inputBias, let c = weights.hiddenBias else {
            return dense(weights.inputBias ?? weights.hiddenBias)
        }
        return Tensor.combine(.add, "+", b, c).array
    }

    /// A gradient of the outputs in the loop's order, [steps, batch, hidden]; zeros if there is none.
    func stepwise(_ dy: Tensor?) -> NDArray<Float> {
        dy?.array.transposed(0, 1).contiguous()
            ?? NDArray(repeating: 0, shape: [size.steps, size.batch, size.hidden])
    }

    /// The gradients of x and of all weights.
    ///
    /// - Parameters:
    ///   - d: of the input's part of the brackets, [steps, batch, gates · hidden].
    ///   - dHidden: of the state's part, where that differs.
    func gradients(_ d: NDArray<Float>, _ dHidden: NDArray<Float>? = nil, of x: Tensor) -> [Tensor?] {
        let before = NDArray(
            states.memory, shape: [size.steps, size.batch, size.hidden], strides: states.strides, offset: 0)
        let (rows, hiddenRows) = (Tensor(array: d).asMatrix, Tensor(array: dHidden ?? d).asMatrix)
        let db = weights.inputBias != nil || weights.hiddenBias != nil ? rows.sum(axis: 0) : nil
        let dbHidden = dHidden == nil || weights.hiddenBias == nil ? db : hiddenRows.sum(axis: 0)
        return [
            x.requiresGrad ? Tensor(array: d).matmul(weights.input).transposed(0, 1) : nil,
            weights.input.requiresGrad ? rows.T.matmul(Tensor(array: self.x).asMatrix) : nil,
            weights.hidden.requiresGrad ? hiddenRows.T.matmul(Tensor(array: before).asMatrix) : nil,
        ] + (weights.inputBias == nil ? [] : [db]) + (weights.hiddenBias == nil ? [] : [dbHidden])
    }

    private static func check(_ name: String, _ x: Tensor, _ w: RecurrentWeights, _ gates: Int, _ h: Tensor) {
        let title = "\(name) of \(x.shape), state \(h.shape), weights \(w.input.shape) and \(w.hidden.shape)"
        require(x.rank == 3, title, "the input has rank \(x.rank), not 3", try: "an input [batch, steps, numbers]")
        require(x.shape[1] > 0, title, "there are no steps")
        require(h.rank == 2 && h.shape[0] == x.shape[0], title, "the state does not fit", try: "[batch, hidden]")
        let rows = gates * h.shape[1]
        require(
            w.input.shape == [rows, x.shape[2]], title, "the input's weight does not fit",
            try: "[\(rows), \(x.shape[2])]")
        require(
            w.hidden.shape == [rows, h.shape[1]], title, "the state's weight does not fit",
            try: "[\(rows), \(h.shape[1])]")
        for bias in [w.inputBias, w.hiddenBias].compactMap({ $0 }) {
            require(bias.shape == [rows], title, "a bias is \(bias.shape)", try: "[\(rows)]")
        }
    }
}

extension NDArray {
    /// Copies all elements, row-major, to memory that has room for them.
    func written(to out: UnsafeMutablePointer<Element>) {
        Kernels.copy(
            shape: shape, out: out, outStrides: NDArray.rowMajorStrides(shape), base, strides: strides,
            width: MemoryLayout<Element>.stride)
    }
}
