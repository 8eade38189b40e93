// # What a model is made of
//
//     print(model.summary(of: x))
//
//     layer     type     output             parameters  learned
//     layers.0  Conv2d   [64, 8, 14, 14]           208  yes
//     layers.1  ReLU     [64, 8, 14, 14]             0
//
// The model is called once, with a hook in every part. The hooks are removed afterwards.

import Tensors

/// The parts of a model in the order of their calls, with shapes and sizes.
public struct Summary: CustomStringConvertible {
    /// One call of a part that has no parts itself, or that has parameters of its own, or parts that are not called
    /// themselves, like the cells of an LSTM.
    public struct Row: Equatable, Sendable {
        /// Its path from the model: `body.layers.0`; empty for the model itself.
        public let name: String
        /// Its class: `Conv2d`.
        public let type: String
        /// Shape of what it returned; nil if that is not a tensor.
        public let output: [Int]?
        /// Numbers in its own parameters, and in those of parts that are not called themselves; 0 if another row has
        /// counted them, because the part is called twice.
        public let parameters: Int
        /// How many of them are learned.
        public let learned: Int
    }
    public let rows: [Row]
    /// Numbers in all parameters of the model, each once, and how many of them are learned.
    public let parameters: Int
    public let learned: Int

    public var description: String {
        let cells =
            [["layer", "type", "output", "parameters", "learned"]]
            + rows.map { row in
                [
                    row.name, row.type, row.output.map { "\($0)" } ?? "", "\(row.parameters)",
                    row.parameters == 0
                        ? "" : row.learned == row.parameters ? "yes" : row.learned == 0 ? "no" : "\(row.learned)",
                ]
            }
        let widths = (0..<5).map { column in cells.map(\.[column].count).max() ?? 0 }
        let lines = cells.map { line in
            line.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 3 ? space + cell : cell + space
            }.joined(separator: "  ")
        }
        let total = "\(parameters) parameters, \(learned) learned, \(parameters - learned) frozen"
        return (lines.map { String($0.reversed().drop { $0 == " " }.reversed()) } + [total]).joined(separator: "\n")
    }
}

extension Layer {
    /// Calls the model with `input`, in evaluation and without recording, and reports what each part returned.
    ///
    /// Afterwards the model is as it was before: without the hooks, with every part in training or evaluation as
    /// before, and with the same numbers in its buffers.
    public func summary(of input: Input) -> Summary {
        let parts = self.namedModules
        let training = parts.map(\.module.isTraining)
        let buffers = namedBuffers.map { ($0.buffer, $0.buffer.value) }
        let visits = Visits()
        let hooks = parts.map { name, module in
            Hook(
                module,
                forward: { _, output in
                    visits.add(name, module, output); return nil
                })
        }
        defer {
            for (part, isTraining) in zip(parts, training) { part.module.isTraining = isTraining }
            for (buffer, value) in buffers { buffer.assign(value) }
        }
        eval()
        hooks.during { noGrad { _ = self(input) } }
        let all = self.parameters
        return Summary(
            rows: visits.rows, parameters: all.reduce(0) { $0 + $1.count },
            learned: all.reduce(0) { $0 + ($1.requiresGrad ? $1.count : 0) })
    }
}

/// Collects a summary's rows while the model works.
private final class Visits {
    private(set) var rows: [Summary.Row] = []
    private var counted: Set<ObjectIdentifier> = []
    private var listed: Set<ObjectIdentifier> = []

    /// Called when a part has returned, and so after its own parts.
    func add(_ name: String, _ module: Module, _ output: Any) {
        let new = module.parameters.filter { counted.insert(ObjectIdentifier($0)).inserted }
        guard
            module.children.isEmpty || !module.ownParameters.isEmpty || !new.isEmpty
                || listed.contains(ObjectIdentifier(module))
        else { return }
        listed.insert(ObjectIdentifier(module))
        rows.append(
            Summary.Row(
                name: name, type: "\(type(of: module))", output: (output as? Tensor)?.shape,
                parameters: new.reduce(0) { $0 + $1.count },
                learned: new.reduce(0) { $0 + ($1.requiresGrad ? $1.count : 0) }))
    }
}
