import Exercises04
import Foundation
import Practice
import Solutions04
import Tensors

let powerDistance = Check(
    "4.4", answer("powerDistance(_:_:p:)", Exercises04.powerDistance(_:_:p:), Solutions04.powerDistance(_:_:p:))
) { powerDistance in
    // The second pair differs in every number, but the differences sum to 0. The last two have the same L1 distance.
    let pairs: [(Tensor, Tensor)] = [
        (Tensor([0, 0]), Tensor([3, 1])), (Tensor([1, 0, 1, 0]), Tensor([0, 1, 0, 1])),
        (Tensor([[1, 2], [3, 4]]), Tensor([[1, 2], [3, 4]])),
        (Tensor([[0, 0], [0, 0]]), Tensor([[4, 0], [0, 0]])),
        (Tensor([0, 0, 0, 0]), Tensor([1, 1, 1, -1])),
    ]
    for p: Float in [1, 2, 4, 1.5] {
        for (a, b) in pairs { try expectClose(powerDistance(a, b, p), Tensor(inDouble(a, b, p))) }
    }
    for (a, b) in pairs {
        let found = try powerDistance(a, b, .infinity).noting("the largest absolute difference")
        try expectClose(found, (a - b).abs().max())
    }
    for (a, b) in pairs {
        let found = try powerDistance(a, b, 100).noting("where a power may be more than a Float can hold")
        try expectClose(found, Tensor(inDouble(a, b, 100)))
    }
}

/// The formula as it stands. A Double holds numbers up to 10³⁰⁸.
private func inDouble(_ a: Tensor, _ b: Tensor, _ p: Float) -> Float {
    let powers = zip(a.scalars, b.scalars).map { pow(Double(abs($0 - $1)), Double(p)) }
    return Float(pow(powers.reduce(0, +) / Double(powers.count), 1 / Double(p)))
}
