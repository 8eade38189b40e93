// # Arithmetic on whole numbers
//
// For labels, indices and counts: broadcast like floats, but without gradients. A result that
// does not fit an `Int` stops the program, as everywhere in Swift.

extension NDArray<Int> {
    public static func + (a: IntTensor, b: IntTensor) -> IntTensor { combine(a, b, "+") { $0 + $1 } }
    public static func - (a: IntTensor, b: IntTensor) -> IntTensor { combine(a, b, "-") { $0 - $1 } }
    public static func * (a: IntTensor, b: IntTensor) -> IntTensor { combine(a, b, "*") { $0 * $1 } }
    public static func + (a: IntTensor, b: Int) -> IntTensor { a.mapped { $0 + b } }
    public static func - (a: IntTensor, b: Int) -> IntTensor { a.mapped { $0 - b } }
    public static func * (a: IntTensor, b: Int) -> IntTensor { a.mapped { $0 * b } }

    private static func combine(
        _ a: IntTensor, _ b: IntTensor, _ name: String, _ f: (Int, Int) -> Int
    ) -> IntTensor {
        let shape = broadcastShape(a.shape, b.shape, name)
        let pairs = zip(a.expanded(to: shape).scalars, b.expanded(to: shape).scalars)
        return IntTensor(shape: shape, pairs.map(f))
    }
}
