// # Autograd: every value remembers where it came from
//
// Whenever a tensor that requires a gradient takes part in an operation, the result gets a
// node: the operation's name, the nodes of its operands, and a rule that turns the gradient
// of the result (dy) into the gradients of the operands. All nodes together form a graph from
// the parameters to the loss.
//
// `backward` walks this graph from the loss back to the parameters. Nodes are numbered as they are made, so an
// operand always has a smaller number than the result: visiting the nodes in descending order meets every result
// before its operands, which is all that the chain rule needs. Where a value was used twice, its gradients add up;
// and where only a part of it was used, one row of many, that part's gradient is added to its place.

import Synchronization

/// What a tracked tensor remembers.
final class Node: @unchecked Sendable {
    /// From the gradient of the result to what the operands get.
    enum Rule {
        /// One gradient per operand (nil: not needed).
        case gradients((_ dy: Tensor) -> [Tensor?])
        /// The only operand's gradient so far, dx, gets dy added to some of its elements.
        case addition((_ dy: Tensor, _ dx: inout Tensor) -> Void)
    }

    let operation: String
    let shape: [Int]
    /// True for a parameter: nothing came before it, and its gradient is kept.
    let isLeaf: Bool
    let number = Node.made.wrappingAdd(1, ordering: .relaxed).newValue
    var operands: [Node?]
    var rule: Rule?
    /// A leaf's gradient, over all backward passes since it was last cleared.
    var grad: Tensor?
    /// What has arrived here during the current backward pass.
    var arrived: Tensor?

    private static let made = Atomic<Int>(0)

    init(leaf shape: [Int]) {
        (operation, self.shape, isLeaf, operands, rule) = ("leaf", shape, true, [], nil)
    }

    init(_ operation: String, shape: [Int], operands: [Node?], rule: Rule) {
        (self.operation, self.shape, isLeaf) = (operation, shape, false)
        (self.operands, self.rule) = (operands, rule)
    }

    /// Discards the history of a value, so that its memory can be reused.
    func free() { (operands, rule) = ([], nil) }

    /// A long chain of nodes is taken apart in a loop: freed one inside the other, ten
    /// thousand of them would overflow the stack. (Rules hold operands too, so they go first.)
    deinit {
        var waiting = operands
        free()
        while var node = waiting.popLast() {
            guard node != nil, isKnownUniquelyReferenced(&node) else { continue }
            waiting.append(contentsOf: node!.operands)
            node!.free()
        }
    }
}

enum Autograd {
    @TaskLocal static var isRecording = true
}

/// Runs `body` without recording: what it computes has no gradient, and parameters may be
/// changed in place.
public func noGrad<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Autograd.$isRecording.withValue(false, operation: body)
}

extension Tensor {
    /// This value as the result of an operation, with the rule for its gradient.
    ///
    /// A rule should hold on to what it needs and no more: it keeps that memory alive.
    ///
    /// - Parameters:
    ///   - operation: its name, shown as `gradFn`.
    ///   - operands: what it was computed from.
    ///   - rule: from dy, shaped like this value, to one gradient per operand, each shaped like
    ///     that operand. It is called at most once per backward pass, without recording.
    public func recorded(
        _ operation: String, _ operands: [Tensor], rule: @escaping (_ dy: Tensor) -> [Tensor?]
    ) -> Tensor {
        guard operands.contains(where: { $0.node != nil }), Autograd.isRecording else { return self }
        return Tensor(array, Node(operation, shape: shape, operands: operands.map(\.node), rule: .gradients(rule)))
    }

    /// The result of an operation on one operand.
    public func recorded(_ operation: String, _ x: Tensor, _ dx: @escaping (_ dy: Tensor) -> Tensor) -> Tensor {
        guard x.node != nil, Autograd.isRecording else { return self }
        return Tensor(array, Node(operation, shape: shape, operands: [x.node], rule: .gradients { [dx($0)] }))
    }

    /// The result of an operation on two operands. The gradient of an operand that needs none
    /// is never computed, and that of a repeated (broadcast) one is summed to its shape.
    public func recorded(
        _ operation: String, _ a: Tensor, _ b: Tensor,
        _ da: @escaping (_ dy: Tensor) -> Tensor, _ db: @escaping (_ dy: Tensor) -> Tensor
    ) -> Tensor {
        guard a.node != nil || b.node != nil, Autograd.isRecording else { return self }
        let (shapeA, shapeB) = (a.node?.shape, b.node?.shape)
        return Tensor(
            array,
            Node(
                operation, shape: shape, operands: [a.node, b.node],
                rule: .gradients { dy in
                    [shapeA.map { da(dy).summed(to: $0) }, shapeB.map { db(dy).summed(to: $0) }]
                }))
    }

    /// A part of an operand as the result of an operation. A thousand slices of one value share one
    /// gradient: each adds its own to its place, in place.
    ///
    /// - Parameter addition: adds dy to where it belongs in dx, which is shaped like the operand.
    public func recorded(
        _ operation: String, partOf x: Tensor, addition: @escaping (_ dy: Tensor, _ dx: inout Tensor) -> Void
    ) -> Tensor {
        guard x.node != nil, Autograd.isRecording else { return self }
        return Tensor(array, Node(operation, shape: shape, operands: [x.node], rule: .addition(addition)))
    }

    /// A value that changes in place is no longer what its history says; a leaf stays a leaf.
    mutating func forgetPast() {
        if node?.isLeaf == false { self = detached() }
    }

    // MARK: Leaves

    /// This value as a new leaf of the graph: gradients with respect to it are collected in `grad`.
    ///
    /// A value that was computed from such a leaf stops the program, since it would lose its history.
    public func requiringGrad() -> Tensor {
        require(
            gradFn == nil, "requiringGrad of \(shape)", "it would lose its history (\(gradFn ?? ""))",
            try: "detached().requiringGrad() if that is what you want")
        return Tensor(array, Node(leaf: shape))
    }

    /// The same value without its history.
    public func detached() -> Tensor { Tensor(array) }

    /// True if gradients flow through this value.
    public var requiresGrad: Bool { node != nil }

    /// The name of the operation that made this value; nil for leaves and untracked values.
    public var gradFn: String? { node.flatMap { $0.isLeaf ? nil : $0.operation } }

    /// A leaf's gradient, summed over all backward passes; nil before the first. Set it to nil
    /// to clear it. A value that is not a leaf keeps none: see ``hookingGradient(_:)``.
    public var grad: Tensor? {
        get { node?.grad }
        nonmutating set {
            guard let node, node.isLeaf else {
                stop("grad of \(shape)", "only a leaf has a gradient", try: "requiringGrad() where the value is made")
            }
            require(newValue == nil || newValue!.shape == shape, "grad of \(shape)", "it cannot be \(newValue!.shape)")
            node.grad = newValue
        }
    }

    // MARK: Backward

    /// Computes the gradient of this number with respect to every leaf that it depends on, and
    /// adds it to the leaf's `grad`.
    ///
    /// The graph is freed on the way; a second pass through it stops the program.
    /// - Parameter retainGraph: keep the graph for another pass.
    public func backward(retainGraph: Bool = false) {
        require(
            count == 1, "backward on \(shape)", "only a single number has a gradient",
            try: "sum() or mean() first, or backward(gradient:)")
        backward(gradient: Tensor(array: NDArray(repeating: 1, shape: shape)), retainGraph: retainGraph)
    }

    /// The same for a value of any shape, starting from the gradient of something later with
    /// respect to it.
    public func backward(gradient: Tensor, retainGraph: Bool = false) {
        guard let node else {
            stop(
                "backward on \(shape)", "this value does not depend on anything that requires a gradient",
                try: "requiringGrad() on the parameters, outside noGrad")
        }
        require(gradient.shape == shape, "backward on \(shape)", "its gradient cannot be \(gradient.shape)")
        noGrad {
            node.arrived = gradient.detached()
            for node in node.pastByFallingNumber() { node.passOn(retainGraph: retainGraph) }
        }
    }
}

extension Node {
    /// This node and all it depends on, results before operands.
    fileprivate func pastByFallingNumber() -> [Node] {
        var found: [Node] = [self]
        var seen: Set<Int> = [number]
        var next = 0
        while next < found.count {
            let node = found[next]
            next += 1
            require(
                node.isLeaf || node.rule != nil, "backward through \(node.operation) \(node.shape)",
                "its graph was freed by an earlier backward",
                try: "backward(retainGraph: true) the first time, or compute the value again")
            for operand in node.operands {
                if let operand, seen.insert(operand.number).inserted { found.append(operand) }
            }
        }
        return found.sorted { $0.number > $1.number }
    }

    /// Hands the gradient that arrived here to the operands, or keeps it if this is a leaf.
    fileprivate func passOn(retainGraph: Bool) {
        guard let dy = arrived else { return }
        arrived = nil
        switch rule {
        case nil: return Node.add(dy, to: &grad)
        case .addition(let add): operands[0]?.change { dx in add(dy, &dx) }
        case .gradients(let rule):
            let gradients = rule(dy)
            require(
                gradients.count >= operands.count && gradients[operands.count...].allSatisfy { $0 == nil },
                "backward through \(operation)",
                "it needs \(operands.count) gradients, its rule made \(gradients.count)")
            for (operand, gradient) in Swift.zip(operands, gradients) {
                guard let operand, let gradient else { continue }
                require(
                    gradient.shape == operand.shape, "backward through \(operation)",
                    "its rule made a gradient \(gradient.shape) for an operand \(operand.shape)")
                Node.add(gradient, to: &operand.arrived)
            }
        }
        if !retainGraph { free() }
    }

    /// Changes what has arrived here so far, zeros at first. (It is taken out meanwhile: memory that is not shared
    /// changes in place.)
    private func change(_ body: (inout Tensor) -> Void) {
        var sum = arrived ?? .zeros(shape)
        arrived = nil
        body(&sum)
        arrived = sum
    }

    private static func add(_ gradient: Tensor, to sum: inout Tensor?) {
        if sum == nil { sum = gradient } else { sum! += gradient }
    }
}
