import Foundation
import TestSupport
import Testing

@testable import Tensors

@Suite struct `Every operation` {
    // A single operation on numbers up to 5 rounds to 6e-8 of its result; sums here are short.
    @Test(arguments: OperationCase.all, Seeds.all)
    func `computes what the textbook says`(_ operation: OperationCase, seed: UInt64) {
        let operands = operation.draw(seed: seed)
        let expected = operation.reference(operands.map(PlainArray.init))
        let found = operation.ours(operands)
        #expect(found.shape == expected.shape)
        expectClose(found.scalars.map { Double($0) }, expected.values, absolute: 1e-6, relative: 1e-6)
    }

    // The differences are taken from the plain formulas, in double, where they are good to 1e-9:
    // what remains is the rounding of the float gradients, relative to the largest of them.
    @Test(arguments: OperationCase.all, Seeds.all)
    func `has the gradient that small differences show`(_ operation: OperationCase, seed: UInt64) {
        let pass = GradientCheck(operation, operation.draw(seed: seed), seed: seed)
        for (operand, found) in pass.gradients.enumerated() {
            let expected = pass.differences(operand)
            let largest = expected.map(abs).max() ?? 0
            expectClose(
                found.scalars.map { Double($0) }, expected, absolute: 2e-6 * max(1, largest), relative: 1e-5,
                "in operand \(operand)")
        }
    }

    @Test(arguments: OperationCase.all, Layout.allCases)
    func `does not depend on how its operands are laid out in memory`(_ operation: OperationCase, layout: Layout) {
        let strange = operation.draw(seed: 3).map(layout.applied)
        let (a, b) = (
            GradientCheck(operation, strange, seed: 4), GradientCheck(operation, strange.map(\.copy), seed: 4)
        )
        expectClose(a.y, b.y, absolute: 1e-6, relative: 1e-6)
        for (x, y) in zip(a.gradients, b.gradients) { expectClose(x, y, absolute: 4e-6, relative: 1e-5) }
    }

    // The rules are in MathFunctions.swift. A sort takes NaN for the largest number, and may leave it out.
    @Test(arguments: OperationCase.all.filter { !$0.testDescription.hasPrefix("topK") })
    func `hides no NaN, neither in its result nor in a gradient`(_ operation: OperationCase) {
        let operands = operation.draw(seed: 6)
        let before = GradientCheck(operation, operands, seed: 7).gradients
        for number in operands.indices where operands[number].count > 0 {
            // A number on which the result depends; the others may as well be NaN.
            let slopes = before[number].scalars
            let place = slopes.indices.max { abs(slopes[$0]) < abs(slopes[$1]) }!
            if abs(slopes[place]) < 1e-3 { continue }
            var (broken, numbers) = (operands, operands[number].scalars)
            numbers[place] = .nan
            broken[number] = Tensor(shape: operands[number].shape, numbers)
            let pass = GradientCheck(operation, broken, seed: 7)
            #expect(pass.y.scalars.contains { $0.isNaN }, "of operand \(number)")
            #expect(pass.gradients[number].scalars[place] != 0, "in operand \(number)")
        }
    }

    @Test(arguments: OperationCase.all)
    func `keeps its operands as they were`(_ operation: OperationCase) {
        let operands = operation.draw(seed: 5).map { $0.requiringGrad() }
        let before = operands.map(\.scalars)
        (operation.ours(operands) * 2).sum().backward()
        #expect(operands.map(\.scalars) == before)
    }

    @Test func `that is recorded has a case, under the name that gradFn shows`() throws {
        let known = Set(
            OperationCase.all.map { operation in
                operation.ours(operation.draw(seed: 1).map { $0.requiringGrad() }).gradFn
            })
        let recorded = try recordedNames()
        #expect(recorded.count > 30)
        for name in recorded { #expect(known.contains(name), "no case makes a \(name)") }
    }

    /// The names in all calls of `recorded("name", …)` and of the helpers that pass a name on.
    private func recordedNames() throws -> Set<String> {
        let call = #/(?:recorded|pick|shared)\(\s*[^"\n]*"(?<name>\w+)"/#
        let names = try swiftFiles(below: "Sources/Engine/Tensors").flatMap { file in
            try projectText(file).matches(of: call).map { String($0.output.name) }
        }
        return Set(names)
    }
}

/// y = f(operands), and the gradients of the loss Σ y·r for random r.
struct GradientCheck {
    let y: Tensor
    let gradients: [Tensor]
    private let operation: OperationCase
    private let operands: [PlainArray]
    private let r: PlainArray

    init(_ operation: OperationCase, _ operands: [Tensor], seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 1_000)
        let leaves = operands.map { $0.requiringGrad() }
        let result = operation.ours(leaves)
        let weights = Tensor.rand(result.shape, low: -1, high: 1, using: &random)
        (result * weights).sum().backward()
        (self.operation, self.operands) = (operation, operands.map(PlainArray.init))
        (y, gradients, r) = (result.detached(), leaves.map { $0.grad ?? .zeros($0.shape) }, PlainArray(weights))
    }

    /// (loss(x + h) - loss(x - h)) / 2h for every element x of an operand.
    func differences(_ operand: Int) -> [Double] {
        let h = 1e-5
        return operands[operand].values.indices.map { place in
            (loss(operand, place, h) - loss(operand, place, -h)) / (2 * h)
        }
    }

    private func loss(_ operand: Int, _ place: Int, _ step: Double) -> Double {
        var moved = operands
        moved[operand].values[place] += step
        return zip(operation.reference(moved).values, r.values).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
