// How much history a value has.

extension Tensor {
    /// How many nodes `backward` would visit from here: this value, and all that it was computed from, down to the
    /// leaves. 0 for a value that is not tracked.
    ///
    /// A value that is carried from step to step and never detached has more of them at every step.
    public var graphSize: Int {
        guard let node else { return 0 }
        var (waiting, seen) = ([node], [node.number] as Set)
        while let next = waiting.popLast() {
            for case let operand? in next.operands where seen.insert(operand.number).inserted { waiting.append(operand) }
        }
        return seen.count
    }
}
