// Operations of two tensors. The rule of broadcasting, and its picture, are the engine's own.

import Tensors

/// An elementwise operation: shapes are laid over one another, aligned at the right.
func broadcast(_ a: [Int], _ operation: String, _ b: [Int]) -> Step {
    let alignment = BroadcastAlignment(a, b)
    var step = Step(title: "\(a) \(operation) \(b)", picture: alignment.axes.isEmpty ? "" : alignment.description)
    step.result = alignment.shape
    for (place, axis) in alignment.axes.enumerated() {
        guard let length = axis.result else { continue }
        for (side, own) in [("left", axis.left), ("right", axis.right)] where (own ?? 1) != length {
            let number = place - alignment.axes.count
            let what = own == nil ? "the \(side) has none" : "the \(side)'s 1"
            step.remarks.append("axis \(number): \(what), so it is repeated \(length) times")
        }
    }
    if let failing = alignment.failingAxis {
        let axis = alignment.axes[alignment.axes.count + failing]
        step.problem = "axis \(failing) is \(axis.left ?? 1) on the left and \(axis.right ?? 1) on the right"
        step.remarks = []
        step.advice = repairs(a, b) { BroadcastAlignment($0, $1).shape }
    }
    return step
}

/// The matrix product: [..., m, k] @ [..., k, n] → [..., m, n]. A vector counts as a row on the left and as a column on
/// the right, and the axis that it has got for that goes again.
func product(_ a: [Int], _ b: [Int]) -> Step {
    var step = Step(title: "\(a) @ \(b)")
    if a.isEmpty || b.isEmpty {
        step.problem = "a single number is not a matrix"
        step.advice = ["*"]
        return step
    }
    let (left, right) = (a.count == 1 ? [1] + a : a, b.count == 1 ? b + [1] : b)
    if a.count == 1 { step.remarks.append("the left is a vector and counts as a row") }
    if b.count == 1 { step.remarks.append("the right is a vector and counts as a column") }
    let (inner, rows) = (left[left.count - 1], right[right.count - 2])
    step.picture = "left   \(left)\nright  \(right)"
    guard let shape = productShape(a, b) else {
        if inner == rows {
            step.problem = "the axes before the last two do not broadcast"
        } else {
            step.problem = "inner sizes differ: the left has \(inner) columns, the right \(rows) rows"
        }
        step.advice = repairs(a, b, productShape)
        return step
    }
    step.remarks.append("inner sizes agree: \(inner) columns on the left, \(rows) rows on the right; they go")
    if left.count > 2 || right.count > 2 { step.remarks.append("the axes before the last two are broadcast") }
    step.result = shape
    return step
}

/// What comes out of a matrix product; nil if it cannot be computed.
func productShape(_ a: [Int], _ b: [Int]) -> [Int]? {
    if a.isEmpty || b.isEmpty { return nil }
    let (left, right) = (a.count == 1 ? [1] + a : a, b.count == 1 ? b + [1] : b)
    guard left[left.count - 1] == right[right.count - 2],
        let outer = BroadcastAlignment(Array(left.dropLast(2)), Array(right.dropLast(2))).shape
    else { return nil }
    return outer + (a.count == 1 ? [] : [left[left.count - 2]]) + (b.count == 1 ? [] : [right[right.count - 1]])
}

/// Small changes of one operand after which the operation works, with what comes out.
private func repairs(_ a: [Int], _ b: [Int], _ result: ([Int], [Int]) -> [Int]?) -> [String] {
    var found: [String] = []
    for (name, shape, isLeft) in [("right", b, false), ("left", a, true)] {
        for (change, changed) in changes(of: shape) {
            guard let shape = isLeft ? result(changed, b) : result(a, changed) else { continue }
            found.append("\(change) on the \(name): \(changed), and \(shape) comes out")
        }
    }
    let rest = "other shapes: axes are aligned at the right, and fit if they are equal or one of them is 1"
    return found.isEmpty ? [rest] : Array(found.prefix(3))
}

private func changes(of shape: [Int]) -> [(String, [Int])] {
    let longer = shape.indices.dropFirst().reversed() + [0]
    var changes = [("unsqueezed(-1)", shape + [1])]
    for place in longer where !shape.isEmpty {
        var changed = shape
        changed.insert(1, at: place)
        changes.append(("unsqueezed(\(place))", changed))
    }
    if shape.count >= 2 {
        var changed = shape
        changed.swapAt(shape.count - 1, shape.count - 2)
        changes.insert((".T", changed), at: 0)
    }
    return changes
}
