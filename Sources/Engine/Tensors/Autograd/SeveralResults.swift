// # One operation, several results
//
// An LSTM returns its outputs and its cell, and a single walk back through the sequence should serve both. So
// behind the results there is one more node, the operation itself: a result only leaves its gradient there, and
// since that node was made before all of them, its turn comes after theirs.

extension Tensor {
    /// Values as the results of one operation, with the rule for their gradients.
    ///
    /// - Parameters:
    ///   - operation: its name, shown as `gradFn` of every result.
    ///   - results: what it computed.
    ///   - operands: what it was computed from.
    ///   - rule: from one gradient per result (nil where nothing depends on it) to one per operand.
    static func recorded(
        _ operation: String, results: [Tensor], _ operands: [Tensor], rule: @escaping (_ dy: [Tensor?]) -> [Tensor?]
    ) -> [Tensor] {
        guard willRecord(operands) else { return results }
        let arrived = Arrivals(count: results.count)
        let itself = Node(
            operation, shape: [], operands: operands.map(\.node), rule: .gradients { _ in rule(arrived.taken()) })
        return results.enumerated().map { number, result in
            Tensor(
                result.array,
                Node(
                    operation, shape: result.shape, operands: [itself],
                    rule: .gradients { dy in
                        arrived.gradients[number] = dy
                        return [Tensor(0)]  // only tells the operation that something has arrived
                    }))
        }
    }

    /// True if an operation on these operands is recorded, so that it should keep what its gradient needs.
    static func willRecord(_ operands: [Tensor]) -> Bool {
        Autograd.isRecording && operands.contains { $0.node != nil }
    }
}

/// The gradients of an operation's results, as far as they have arrived.
private final class Arrivals {
    var gradients: [Tensor?]

    init(count: Int) { gradients = Array(repeating: nil, count: count) }

    /// Takes all of them; none is left for another pass.
    func taken() -> [Tensor?] {
        defer { gradients = gradients.map { _ in nil } }
        return gradients
    }
}
