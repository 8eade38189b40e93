// # Operations of your own
//
// An operation is two functions. Forward computes a value; backward turns the gradient of that value into the gradients
// of what it was computed from. Between the two stands a *context*: forward puts into it what backward will need.
//
//     struct Cube: AutogradFunction {
//         func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
//             context.save(operands[0])
//             return operands[0].pow(3)
//         }
//         func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
//             [dy * 3 * context.saved[0].squared()]
//         }
//     }
//
//     let y = Cube()(x)
//
// The value knows where it came from (`y.gradFn` is "Cube"), and gradients flow through it as through any other. There
// is a context for every call, so one function can be called many times. Nothing forces the two to agree: a function
// whose backward does not belong to its forward tampers with gradients, and now and then that is what is wanted.
//
// (The engine's own operations are written with `recorded`, see Autograd.swift, which is shorter: there, the rule is a
// closure, and what it captures is what it keeps.)

/// An operation with a derivative of its own. It is called like a function, with one tensor or several.
///
/// Make it a struct: its properties are settings, such as a slope or a limit, and neither method can change them. What
/// one call leaves for its own backward pass goes into the context. A tensor among the settings is a number like any
/// other, even if it is tracked: gradients go to operands only. (PyTorch's `torch.autograd.Function`. There, both
/// methods are static, for the same reason, settings are further arguments, and it is called by `apply`.)
public protocol AutogradFunction {
    /// The value, from the operands. Nothing in here is recorded: the derivative is what ``backward(_:_:)`` says.
    /// - Parameters:
    ///   - operands: those of the call, as plain numbers without history.
    ///   - context: where to keep what backward needs.
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor

    /// One gradient for each operand, each shaped like that operand; nil for one that gets none. Another number of
    /// gradients stops the program, and so does another shape, where the operand needs its gradient.
    ///
    /// It is called at most once per backward pass, without recording.
    /// - Parameters:
    ///   - dy: the gradient of the value, shaped like it.
    ///   - context: the one of the same call.
    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?]
}

/// What a call of an ``AutogradFunction`` keeps for its backward pass. (PyTorch's `ctx`.)
public struct AutogradContext {
    /// The shapes of the operands.
    public let shapes: [[Int]]
    /// Which operands need a gradient. (PyTorch's `needs_input_grad`.) For the others, backward may return nil and save
    /// the work; what it does return is ignored.
    public let needsGradient: [Bool]
    /// What was saved, in that order. (PyTorch's `saved_tensors`.)
    public private(set) var saved: SavedTensors

    fileprivate init(_ operands: [Tensor], of operation: String) {
        (shapes, needsGradient) = (operands.map(\.shape), operands.map(\.requiresGrad))
        saved = SavedTensors(operation: operation)
    }

    /// Keeps these numbers until the backward pass is over, and no longer. (PyTorch's `save_for_backward`.) They share
    /// the memory of the tensor that they come from, which stays alive as long as they do: save what is needed and no
    /// more.
    public mutating func save(_ tensors: Tensor...) { saved.tensors += tensors.map { $0.detached() } }
}

/// What forward has saved. Asking for more stops the program with the name of the operation.
public struct SavedTensors: RandomAccessCollection {
    fileprivate let operation: String
    fileprivate(set) var tensors: [Tensor] = []

    public var startIndex: Int { 0 }
    public var endIndex: Int { tensors.count }

    public subscript(number: Int) -> Tensor {
        require(
            tensors.indices.contains(number), "saved[\(number)] of \(operation)",
            "tensors that forward has saved: \(tensors.count)", try: "context.save(…) in forward")
        return tensors[number]
    }
}

extension AutogradFunction {
    /// The value for these operands, recorded if one of them is tracked.
    public func callAsFunction(_ operands: Tensor...) -> Tensor { callAsFunction(operands) }

    public func callAsFunction(_ operands: [Tensor]) -> Tensor {
        let name = String(describing: Self.self)
        require(!operands.isEmpty, "\(name)()", "it was called without an operand", try: "at least one tensor")
        var context = AutogradContext(operands, of: name)
        let y = noGrad { forward(operands.map { $0.detached() }, &context) }
        return y.detached().recorded(name, operands) { [context] dy in
            checked(backward(dy, context), context)
        }
    }

    /// The gradients, one of the right shape for each operand that needs one.
    private func checked(_ gradients: [Tensor?], _ context: AutogradContext) -> [Tensor?] {
        let operation = "backward of \(Self.self)"
        require(
            gradients.count == context.shapes.count, operation,
            "operands: \(context.shapes.count), gradients that it returned: \(gradients.count)",
            try: "one for each operand, nil for one that gets none")
        for (number, gradient) in gradients.enumerated() where context.needsGradient[number] {
            require(
                gradient == nil || gradient!.shape == context.shapes[number], operation,
                "its gradient for operand \(number) is \(gradient!.shape), the operand is \(context.shapes[number])",
                try: "summed over axes that were repeated, if any")
        }
        return gradients
    }
}
