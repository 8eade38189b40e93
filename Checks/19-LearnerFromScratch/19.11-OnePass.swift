import Exercises19
import Practice
import Solutions19
import Tensors

private typealias Stream = @Sendable (AnyIterator<Float>) throws -> Float

/// The function on a list, which it gets number by number.
private func onList(_ function: @escaping Stream) -> NamedFunction<Float, [Float]> {
    NamedFunction("logSumExp(of:)") { numbers in try function(AnyIterator(numbers.makeIterator())) }
}

let onePass = Check(
    "19.11", Answer(onList(Exercises19.logSumExp(of:)), onList(Solutions19.logSumExp(of:)))
) { logSumExp in
    try expectClose(logSumExp([0]), 0)
    try expectClose(logSumExp([1000, 1001, 1002]), 1002.4076)
    try expectClose(logSumExp([1002, 1001, 1000]), 1002.4076)
    try expectClose(logSumExp([-1000, -1002, -1001]), -999.5924)
    try expectEqual(logSumExp([]), -.infinity)
    try expectEqual(logSumExp([-.infinity, -.infinity]), -.infinity)
    try expectClose(logSumExp([-.infinity, 3, -.infinity, 3]), 3.6931472)
    try expectClose(logSumExp([-5000, 5000]), 5000)

    var random = SplitMix64(seed: 1911)
    for (count, spread) in [(5, 1), (100, 30), (2000, 300)] as [(Int, Float)] {
        let x = spread * Tensor.randn(count, using: &random)
        try expectClose(logSumExp(x.scalars), x.logSumExp(axis: 0).item, tolerance: 1e-4)
    }
}
