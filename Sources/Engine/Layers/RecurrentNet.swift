// # Cells on top of one another, and in both directions
//
// A cell knows what came before a step, never what comes after it. In a bidirectional net (M. Schuster and K. Paliwal,
// "Bidirectional Recurrent Neural Networks", 1997) every layer has two cells. One reads from the first step to the
// last, the other from the last to the first, and at every step the layer shows what both say, side by side:
//
//     output [batch, steps, 2 · hidden]      the first half from the cell that reads forward
//
// The state of the second cell "at the end" is the one after the sequence's first step, where its reading ends.

import Tensors

/// What RNN, LSTM and GRU have in common: cells stacked on one another, and dropout between them.
open class RecurrentNet<Cell: RecurrentCell>: Module {
    /// One cell per layer; the first reads the input, each other the output of the layer before it.
    public final let layers: [Cell]
    /// One cell per layer that reads from the end; none if the net is not bidirectional.
    public final let reversed: [Cell]
    /// Applied to the output of every layer but the last.
    public final let dropout: Dropout

    public final var isBidirectional: Bool { !reversed.isEmpty }

    /// - Parameter cell: makes one that reads so many inputs.
    init<Random: RandomNumberGenerator>(
        _ inputs: Int, _ hidden: Int, _ layers: Int, _ bidirectional: Bool, _ dropout: Float,
        using random: inout Random, _ cell: (_ inputs: Int, _ random: inout Random) -> Cell
    ) {
        require(layers > 0, "a recurrent net of \(layers) layers", "it needs at least one")
        var (forward, backward): ([Cell], [Cell]) = ([], [])
        for layer in 0..<layers {
            let inputs = layer == 0 ? inputs : bidirectional ? 2 * hidden : hidden
            forward.append(cell(inputs, &random))
            if bidirectional { backward.append(cell(inputs, &random)) }
        }
        (self.layers, reversed, self.dropout) = (forward, backward, Dropout(dropout, using: &random))
    }

    /// Runs the layers on one another's output; `run` does one cell, over a sequence in the order in which it reads.
    ///
    /// Cells are numbered as PyTorch does: the two of the first layer, the two of the second, …
    final func stacked(_ x: Tensor, _ run: (_ number: Int, _ cell: Cell, _ x: Tensor) -> Tensor) -> Tensor {
        layers.indices.reduce(x) { x, layer in
            let x = layer == 0 ? x : dropout(x)
            if !isBidirectional { return run(layer, layers[layer], x) }
            let forward = run(2 * layer, layers[layer], x)
            let backward = run(2 * layer + 1, reversed[layer], x.flipped(1)).flipped(1)
            return .cat([forward, backward], axis: -1)
        }
    }

    /// Runs all cells of a net whose state is a single tensor; `sequence` does one cell.
    final func run(
        _ x: Tensor, from state: Tensor?, _ sequence: (_ cell: Cell, _ x: Tensor, _ h: Tensor) -> Tensor
    ) -> (output: Tensor, state: Tensor) {
        let before = parts(state, for: x)
        var after: [Tensor] = []
        let output = stacked(x) { number, cell, x in
            let y = sequence(cell, x, before[number])
            after.append(y[0..., -1])
            return y
        }
        return (output, .stack(after))
    }

    /// A state [cells, batch, hidden] cut into cells; zeros if there is none.
    final func parts(_ state: Tensor?, for x: Tensor) -> [Tensor] {
        let shape = [layers.count + reversed.count, x.shape.first ?? 0, layers[0].hidden]
        guard let state else { return (0..<shape[0]).map { _ in .zeros(Array(shape.dropFirst())) } }
        require(
            state.shape == shape, "a state \(state.shape) for an input \(x.shape)", "it does not fit",
            try: "\(shape): \(isBidirectional ? "2 · layers" : "layers"), batch, hidden; or none")
        return (0..<shape[0]).map { state[$0] }
    }
}

// MARK: PyTorch's names

extension RecurrentNet {
    /// All parameters by the names that PyTorch's module of the same kind gives them: `weight_ih_l0`,
    /// `bias_hh_l1_reverse`. The shapes and the order of the gates are PyTorch's anyway.
    public final var torchParameters: [(name: String, parameter: Parameter)] {
        let words = [
            "inputWeight": "weight_ih", "hiddenWeight": "weight_hh", "inputBias": "bias_ih", "hiddenBias": "bias_hh",
        ]
        return namedParameters.map { name, parameter in
            let parts = name.split(separator: ".").map(String.init)  // reversed.1.hiddenBias
            return ("\(words[parts[2]]!)_l\(parts[1])\(parts[0] == "reversed" ? "_reverse" : "")", parameter)
        }
    }

    /// The values of all parameters by PyTorch's names, detached from the graph.
    public final var torchStateDictionary: [String: Tensor] {
        Dictionary(uniqueKeysWithValues: torchParameters.map { ($0, $1.value.detached()) })
    }

    /// Loads the values of all parameters by PyTorch's names.
    /// - Throws: `StateMismatch` if a name or a shape differs; the net is then unchanged.
    public final func load(torch state: [String: Tensor]) throws {
        try StateMismatch(of: state, for: torchParameters.map { ($0, $1.shape) }).throwUnlessEmpty()
        for (name, parameter) in torchParameters { parameter.assign(state[name]!) }
    }
}
