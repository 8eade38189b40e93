import Exercises17
import Layers
import Practice
import Solutions17
import Tensors

/// x · a + b · c + d, with parameters in places where a module finds them, and where it does not.
private final class Sum: Module, Layer {
    let seen: Parameter
    let list: [Parameter]
    let hidden: () -> Tensor
    let box: Box

    init(_ p: [Parameter]) {
        (seen, list, box) = (p[0], [p[1]], Box(p[3]))
        hidden = { p[2].value }
    }

    func forward(_ x: Tensor) -> Tensor { x * seen.value + list[0].value * hidden() + box.parameter.value }
}

/// An object that is no module.
private final class Box {
    let parameter: Parameter
    init(_ parameter: Parameter) { self.parameter = parameter }
}

let lostParameters = Check(
    "17.33",
    answer(
        "lostParameters(of:among:tryingOn:)", namingTwo(Exercises17.lostParameters(of:among:tryingOn:)),
        namingTwo(Solutions17.lostParameters(of:among:tryingOn:)))
) { lostParameters in
    let p = (1...6).map { Parameter(Tensor([Float($0), 1])) }
    func judge(_ name: String, _ model: any Layer<Tensor, Tensor>, _ numbers: [Int], lost: [Int]) throws {
        p.forEach { $0.grad = nil }
        let candidates = numbers.map { p[$0] }
        let names = "[\(numbers.map { "p[\($0)]" }.joined(separator: ", "))]"
        let found = try lostParameters(Named(name, model), Named(names, candidates), Tensor([1, 2]))
        try expectEqual(found, lost)
        let left = (candidates + model.parameters).count { $0.grad != nil }
        try expectEqual(found.its("gradients that are left") { _ in left }, 0)
    }
    try judge("Sum", Sum(p), Array(0..<6), lost: [2, 3])
    try judge("Sum", Sum(p), [5, 3, 0, 2], lost: [1, 3])
    try judge("Sum", Sum(p), [], lost: [])
    try judge("Lambda { $0 * p[0].value }", Lambda { $0 * p[0].value }, Array(0..<6), lost: [0])
    try judge("Sequential(Sum, Lambda)", Sequential(Sum(p), Lambda { $0 - p[4].value }), Array(0..<6), lost: [2, 3, 4])
    try judge("ReLU()", ReLU(), Array(0..<6), lost: [])
}

/// A function whose first two arguments are shown by names.
private func namingTwo<A, B, C, Output>(
    _ function: @escaping @Sendable (A, B, C) throws -> Output
) -> @Sendable (Named<A>, Named<B>, C) throws -> Output {
    { try function($0.value, $1.value, $2) }
}
