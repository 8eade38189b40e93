// # Arithmetic, and its derivatives
//
// Each operation comes with the rule for its gradient: dy is the gradient of the loss with
// respect to the result, dx, da, db those with respect to the operands. Shapes broadcast
// (see Broadcasting.swift); an operand that was repeated sums what comes back.

import Kernels

extension Tensor {
    /// y = a + b   ⇒   da = dy, db = dy
    public static func + (a: Tensor, b: Tensor) -> Tensor {
        combine(.add, "+", a, b).recorded("add", a, b, { $0 }, { $0 })
    }

    /// y = a - b   ⇒   da = dy, db = -dy
    public static func - (a: Tensor, b: Tensor) -> Tensor {
        combine(.subtract, "-", a, b).recorded("subtract", a, b, { $0 }, { -$0 })
    }

    /// y = a · b   ⇒   da = dy · b, db = dy · a
    public static func * (a: Tensor, b: Tensor) -> Tensor {
        combine(.multiply, "*", a, b).recorded("multiply", a, b, { $0 * b }, { $0 * a })
    }

    /// y = a / b   ⇒   da = dy / b, db = -dy · a / b²
    public static func / (a: Tensor, b: Tensor) -> Tensor {
        combine(.divide, "/", a, b).recorded("divide", a, b, { $0 / b }, { -$0 * (a / b / b) })
    }

    /// y = -x   ⇒   dx = -dy
    public static prefix func - (x: Tensor) -> Tensor { x.each(.negate).recorded("negate", x) { -$0 } }

    /// y = max(a, b) elementwise   ⇒   dy goes to the larger one; equal ones share it
    public func maximum(_ b: Tensor) -> Tensor { Tensor.pick(.maximum, "maximum", self, b) { $0 .< $1 } }
    public func maximum(_ b: Float) -> Tensor { maximum(Tensor(b)) }

    /// y = min(a, b) elementwise   ⇒   dy goes to the smaller one; equal ones share it
    public func minimum(_ b: Tensor) -> Tensor { Tensor.pick(.minimum, "minimum", self, b) { $0 .> $1 } }
    public func minimum(_ b: Float) -> Tensor { minimum(Tensor(b)) }

    private static func pick(
        _ operation: BinaryOperation, _ name: String, _ a: Tensor, _ b: Tensor,
        loses: @escaping (Tensor, Tensor) -> BoolTensor
    ) -> Tensor {
        // Where one of them is NaN, no comparison holds: both get dy whole.
        func part(_ dy: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
            Tensor.where(loses(a, b), 0, Tensor.where(a .== b, 0.5 * dy, dy))
        }
        return combine(operation, name, a, b).recorded(name, a, b, { part($0, a, b) }, { part($0, b, a) })
    }
}

// MARK: With plain numbers

extension Tensor {
    public static func + (a: Tensor, b: Float) -> Tensor { a + Tensor(b) }
    public static func + (a: Float, b: Tensor) -> Tensor { Tensor(a) + b }
    public static func - (a: Tensor, b: Float) -> Tensor { a - Tensor(b) }
    public static func - (a: Float, b: Tensor) -> Tensor { Tensor(a) - b }
    public static func * (a: Tensor, b: Float) -> Tensor { a * Tensor(b) }
    public static func * (a: Float, b: Tensor) -> Tensor { Tensor(a) * b }
    public static func / (a: Tensor, b: Float) -> Tensor { a / Tensor(b) }
    public static func / (a: Float, b: Tensor) -> Tensor { Tensor(a) / b }
}

// MARK: In place

extension Tensor {
    public static func += (a: inout Tensor, b: Tensor) { a.update("+=", b, .add) { $0 + $1 } }
    public static func -= (a: inout Tensor, b: Tensor) { a.update("-=", b, .subtract) { $0 - $1 } }
    public static func *= (a: inout Tensor, b: Tensor) { a.update("*=", b, .multiply) { $0 * $1 } }
    public static func /= (a: inout Tensor, b: Tensor) { a.update("/=", b, .divide) { $0 / $1 } }
    public static func += (a: inout Tensor, b: Float) { a += Tensor(b) }
    public static func -= (a: inout Tensor, b: Float) { a -= Tensor(b) }
    public static func *= (a: inout Tensor, b: Float) { a *= Tensor(b) }
    public static func /= (a: inout Tensor, b: Float) { a /= Tensor(b) }

    /// Where something is recorded, the value is replaced by a new one. A parameter, though,
    /// must stay the leaf that it is: it changes in place, and only where nothing is recorded.
    private mutating func update(
        _ name: String, _ b: Tensor, _ operation: BinaryOperation, _ combined: (Tensor, Tensor) -> Tensor
    ) {
        require(
            broadcastShape(shape, b.shape, name) == shape, "\(shape) \(name) \(b.shape)",
            "the result would not fit in place", try: "a = a \(name.first!) b")
        if Autograd.isRecording, node != nil || b.node != nil {
            require(
                node?.isLeaf != true, "\(shape) \(name) \(b.shape)",
                "a parameter cannot be changed while gradients are recorded", try: "noGrad { parameter \(name) … }")
            self = combined(self, b)
            return
        }
        forgetPast()
        if !array.isContiguous { array = array.copied() }
        let target = array.mutableBase()
        Tensor.write(operation, array, b.array, shape: shape, to: target)
    }

    /// Changes the value of a parameter, which stays the same leaf of the graph.
    public mutating func assign(_ value: Tensor) {
        require(value.shape == shape, "assign to \(shape)", "the new value is \(value.shape)")
        forgetPast()
        array = value.array
    }
}

// MARK: Through the kernels

extension Tensor {
    /// f(a, b) for every pair of elements, broadcast, not recorded.
    static func combine(_ operation: BinaryOperation, _ name: String, _ a: Tensor, _ b: Tensor) -> Tensor {
        let shape = broadcastShape(a.shape, b.shape, name)
        let result = NDArray<Float>(uninitialized: shape)
        write(operation, a.array, b.array, shape: shape, to: result.memory.base)
        return Tensor(array: result)
    }

    private static func write(
        _ operation: BinaryOperation, _ a: NDArray<Float>, _ b: NDArray<Float>, shape: [Int],
        to out: UnsafeMutablePointer<Float>
    ) {
        if let stepA = a.lineStep(in: shape), let stepB = b.lineStep(in: shape) {
            let count = shape.reduce(1, *)
            return Kernels.zip(operation, count: count, out: out, a.base, step: stepA, b.base, step: stepB)
        }
        let (a, b) = (a.expanded(to: shape), b.expanded(to: shape))
        Kernels.zip(operation, shape: shape, out: out, a.base, strides: a.strides, b.base, strides: b.strides)
    }

    /// f(x) for every element, not recorded.
    func each(_ operation: UnaryOperation) -> Tensor {
        let result = NDArray<Float>(uninitialized: shape)
        if array.isContiguous {
            Kernels.map(operation, count: count, out: result.memory.base, array.base)
        } else {
            Kernels.map(operation, shape: shape, out: result.memory.base, array.base, strides: strides)
        }
        return Tensor(array: result)
    }
}

extension NDArray {
    /// The quick case of broadcasting, where memory is one line: this array's step along it is
    /// 1 if it fills the shape, 0 if it is a single number, and nil if it is neither.
    fileprivate func lineStep(in shape: [Int]) -> Int? {
        if self.shape == shape && isContiguous { return 1 }
        return count == 1 ? 0 : nil
    }
}
