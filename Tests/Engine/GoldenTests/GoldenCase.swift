// Golden tests: the engine compared with PyTorch.
//
// A case is a name and a little Swift. Everything else is in a fixture: inputs, output, the gradient that comes
// back to it, and the gradients of all inputs. Tools/golden.py made it; nothing is random here.
//
// PyTorch computed in double precision from the same floats, so a fixture holds the true values, and what is
// measured is the engine's rounding alone.

import Layers
import Safetensors

@testable import Tensors

/// How far a result may be from the truth.
struct Tolerance: Sendable {
    let relative: Double
    /// Relative to the largest number of the tensor, not to each: where sums cancel, a small number has the
    /// rounding of the large numbers that it is the difference of.
    let isOfLargest: Bool

    static let exact = each(0)
    static func each(_ relative: Double) -> Tolerance { .init(relative: relative, isOfLargest: false) }
    static func largest(_ relative: Double) -> Tolerance { .init(relative: relative, isOfLargest: true) }

    /// The largest difference, as a share of what it is relative to; infinite where one is NaN and the other is not.
    ///
    /// - Parameter whole: the largest of all numbers that were computed together. It is the measure for a single
    ///   number, which has no others of its tensor to be compared with.
    func deviation(_ found: [Float], _ expected: [Float], among whole: Float) -> Double {
        let largest = expected.count == 1 ? whole : expected.largestMagnitude
        return zip(found, expected).reduce(0) { worst, pair in
            let (a, b) = pair
            if a == b || a.isNaN && b.isNaN { return worst }
            let difference = abs(Double(a) - Double(b))
            if !difference.isFinite { return .infinity }
            // Numbers below the smallest normal one, 1.2e-38, may as well be 0.
            if difference <= Double(Float.leastNormalMagnitude) { return worst }
            return max(worst, difference / Double(isOfLargest ? largest : abs(b)))
        }
    }
}

extension [Float] {
    /// The largest of those that are finite.
    var largestMagnitude: Float { reduce(0) { Swift.max($0, $1.isFinite ? Swift.abs($1) : 0) } }
}

struct GoldenCase: Sendable {
    typealias Body = @Sendable (Golden) throws -> [Tensor]
    let name: String
    let body: Body

    init(_ name: String, of body: @escaping Body) { (self.name, self.body) = (name, body) }
    init(_ name: String, _ body: @escaping @Sendable (Golden) throws -> Tensor) {
        self.init(name) { [try body($0)] }
    }
}

/// The cases of one fixture file, and how exact they are.
struct GoldenFamily: Sendable {
    let name: String
    let value, gradient: Tolerance
    /// Cases that need another tolerance, with the reason beside them.
    var exceptions: [String: (value: Tolerance, gradient: Tolerance)] = [:]
    let cases: [GoldenCase]

    static let all: [GoldenFamily] = [
        arithmetic, functions, reductions, orders, shapes, products, convolutions, poolings, resizings, norms,
        recurrences, layers, losses, optimizers, schedules,
    ]

    func tolerance(of name: String) -> (value: Tolerance, gradient: Tolerance) { exceptions[name] ?? (value, gradient) }
}

/// What a case is given: the tensors of its fixture, `$0.x`, as leaves if the fixture has their gradients.
@dynamicMemberLookup
final class Golden {
    let file: SafetensorsFile
    let name: String
    /// All operands that are differentiated.
    private(set) var leaves: [String: Tensor] = [:]

    init(_ file: SafetensorsFile, _ name: String) { (self.file, self.name) = (file, name) }

    subscript(dynamicMember input: String) -> Tensor {
        if let leaf = leaves[input] { return leaf }
        if isDifferentiated(input) {
            leaves[input] = stored(input).requiringGrad()
            return leaves[input]!
        }
        return stored(input)
    }
    func ints(_ input: String) -> IntTensor { try! file.ints("\(name)/\(input)") }
    func mask(_ input: String) -> BoolTensor { try! file.bools("\(name)/\(input)") }
    func has(_ input: String) -> Bool { file.tensors["\(name)/\(input)"] != nil }
    func stored(_ input: String) -> Tensor { try! file.tensor("\(name)/\(input)") }
    private func isDifferentiated(_ input: String) -> Bool { has("d" + input) }

    /// A module with the fixture's parameters and buffers.
    func loaded<M: Module>(_ make: (inout SplitMix64) -> M) -> M {
        var random = SplitMix64(seed: 0)
        let module = make(&random)
        try! module.load(Dictionary(uniqueKeysWithValues: module.stateDictionary.keys.map { ($0, stored($0)) }))
        for (name, parameter) in module.namedParameters { leaves[name] = parameter.value }
        return module
    }

    /// A recurrent net with the fixture's weights, which have PyTorch's names.
    func loadedFromTorch<Net: RecurrentNet<Cell>, Cell>(_ make: (inout SplitMix64) -> Net) -> Net {
        var random = SplitMix64(seed: 0)
        let net = make(&random)
        try! net.load(torch: Dictionary(uniqueKeysWithValues: net.torchParameters.map { ($0.name, stored($0.name)) }))
        for (name, parameter) in net.torchParameters { leaves[name] = parameter.value }
        return net
    }
}
