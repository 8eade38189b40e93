// # Arithmetic on whole numbers
//
// For labels, indices and counts: broadcast like floats, but without gradients. A result that
// does not fit an `Int` stops the program, as everywhere in Swift.

extension NDArray<Int> {
    public static func + (a: IntTensor, b: IntTensor) -> IntTensor {
        combine(a, b, "+") { $0.addingReportingOverflow($1) }
    }
    public static func - (a: IntTensor, b: IntTensor) -> IntTensor {
        combine(a, b, "-") { $0.subtractingReportingOverflow($1) }
    }
    public static func * (a: IntTensor, b: IntTensor) -> IntTensor {
        combine(a, b, "*") { $0.multipliedReportingOverflow(by: $1) }
    }
    public static func + (a: IntTensor, b: Int) -> IntTensor { a + IntTensor(b) }
    public static func - (a: IntTensor, b: Int) -> IntTensor { a - IntTensor(b) }
    public static func * (a: IntTensor, b: Int) -> IntTensor { a * IntTensor(b) }

    private static func combine(
        _ a: IntTensor, _ b: IntTensor, _ name: String, _ f: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> IntTensor {
        let shape = broadcastShape(a.shape, b.shape, name)
        let pairs = zip(a.expanded(to: shape).scalars, b.expanded(to: shape).scalars)
        return IntTensor(
            shape: shape,
            pairs.map { a, b in
                let (result, isTooLarge) = f(a, b)
                require(!isTooLarge, "\(a) \(name) \(b)", "the result does not fit into 64 bits")
                return result
            })
    }
}
