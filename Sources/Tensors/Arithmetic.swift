// # Arithmetic, and its derivatives
//
// Each operation stands with the rule for its gradient: dy is the gradient of the loss with
// respect to the result, dx, da, db those with respect to the operands. Shapes broadcast
// (see Broadcasting.swift); an operand that was repeated sums what comes back.

import Kernels

extension Tensor {
    /// y = a + b   ⇒   da = dy, db = dy
    public static func + (a: Tensor, b: Tensor) -> Tensor {
        combine(.add, "+", a, b).recorded("add", a, b, { $0.summed(to: a.shape) }, { $0.summed(to: b.shape) })
    }

    /// y = a - b   ⇒   da = dy, db = -dy
    public static func - (a: Tensor, b: Tensor) -> Tensor {
        combine(.subtract, "-", a, b).recorded("subtract", a, b, { $0.summed(to: a.shape) }, { -$0.summed(to: b.shape) })
    }

    /// y = a · b   ⇒   da = dy · b, db = dy · a
    public static func * (a: Tensor, b: Tensor) -> Tensor {
        combine(.multiply, "*", a, b).recorded(
            "multiply", a, b, { ($0 * b).summed(to: a.shape) }, { ($0 * a).summed(to: b.shape) })
    }

    /// y = a / b   ⇒   da = dy / b, db = -dy · a / b²
    public static func / (a: Tensor, b: Tensor) -> Tensor {
        combine(.divide, "/", a, b).recorded(
            "divide", a, b, { ($0 / b).summed(to: a.shape) }, { (-$0 * a / b.squared()).summed(to: b.shape) })
    }

    /// y = -x   ⇒   dx = -dy
    public static prefix func - (x: Tensor) -> Tensor { x.each(.negate).recorded("negate", x) { -$0 } }

    /// y = max(a, b) elementwise   ⇒   dy goes to the larger one; equal ones share it
    public func maximum(_ b: Tensor) -> Tensor { Tensor.pick(.maximum, "maximum", self, b) { $0 .> $1 } }
    public func maximum(_ b: Float) -> Tensor { maximum(Tensor(b)) }

    /// y = min(a, b) elementwise   ⇒   dy goes to the smaller one; equal ones share it
    public func minimum(_ b: Tensor) -> Tensor { Tensor.pick(.minimum, "minimum", self, b) { $0 .< $1 } }
    public func minimum(_ b: Float) -> Tensor { minimum(Tensor(b)) }

    private static func pick(
        _ operation: BinaryOperation, _ name: String, _ a: Tensor, _ b: Tensor,
        wins: @escaping (Tensor, Tensor) -> BoolTensor
    ) -> Tensor {
        func share(_ a: Tensor, _ b: Tensor) -> Tensor { Tensor(wins(a, b)) + 0.5 * Tensor(a .== b) }
        return combine(operation, name, a, b).recorded(
            name, a, b, { ($0 * share(a, b)).summed(to: a.shape) }, { ($0 * share(b, a)).summed(to: b.shape) })
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

    /// Where something is recorded, the value is replaced by a new one. A parameter, though, must stay the
    /// leaf that it is: it changes in place, and only where nothing is recorded.
    private mutating func update(
        _ name: String, _ b: Tensor, _ operation: BinaryOperation, _ combined: (Tensor, Tensor) -> Tensor
    ) {
        if Autograd.isRecording, node != nil || b.node != nil {
            require(node?.isLeaf != true, "\(shape) \(name) \(b.shape)", "a parameter cannot be changed while gradients are recorded",
                    try: "noGrad { parameter \(name) … }")
            self = combined(self, b)
            return
        }
        require(broadcastShape(shape, b.shape, name) == shape, "\(shape) \(name) \(b.shape)", "the result would not fit in place")
        let other = b.array.expanded(to: shape)
        let target = array.mutableBase()
        if array.isContiguous {
            Kernels.zip(operation, shape: shape, out: target, target, strides: array.strides, other.base, strides: other.strides)
        } else {
            array[[]] = Tensor.combine(operation, name, Tensor(array: array), b).array
        }
    }

    /// Changes the value of a parameter, which stays the same leaf of the graph.
    public mutating func assign(_ value: Tensor) {
        require(value.shape == shape, "assign to \(shape)", "the new value is \(value.shape)")
        array = value.array
    }
}

// MARK: Through the kernels

extension Tensor {
    /// f(a, b) for every pair of elements, broadcast, not recorded.
    static func combine(_ operation: BinaryOperation, _ name: String, _ a: Tensor, _ b: Tensor) -> Tensor {
        let (x, y) = (a.array, b.array)
        if x.shape == y.shape && x.isContiguous && y.isContiguous {
            let result = NDArray<Float>(uninitialized: x.shape)
            Kernels.zip(operation, shape: [x.count], out: result.storage.base, x.base, strides: [1], y.base, strides: [1])
            return Tensor(array: result)
        }
        let shape = broadcastShape(x.shape, y.shape, name)
        let (wide, tall) = (x.expanded(to: shape), y.expanded(to: shape))
        let result = NDArray<Float>(uninitialized: shape)
        Kernels.zip(operation, shape: shape, out: result.storage.base, wide.base, strides: wide.strides,
                    tall.base, strides: tall.strides)
        return Tensor(array: result)
    }

    /// f(x) for every element, not recorded.
    func each(_ operation: UnaryOperation) -> Tensor {
        let result = NDArray<Float>(uninitialized: shape)
        Kernels.map(operation, shape: shape, out: result.storage.base, array.base, strides: strides)
        return Tensor(array: result)
    }
}
