// What `explain` says of shapes, beside what tensors of these shapes do.

import Common
import Tensors
import Testing

@testable import explain

@Suite struct `Shapes explained` {
    private func shape(_ text: String) throws -> [Int]? { try Explanation(of: ShapeExpression(text)).shape }

    @Test(arguments: [
        ("[64, 28, 28] - [28]", [64, 28, 28]), ("[3, 1] + [4]", [3, 4]), ("2 * [3]", [3]), ("1.5 + 2", []),
        ("[64, 784] @ [784, 30] + [30]", [64, 30]), ("[5] @ [5]", []), ("[2, 3] × [3]", [2]), ("[3] @ [3, 2]", [2]),
        ("[7, 1, 2, 3] @ [5, 3, 4]", [7, 5, 2, 4]), ("([4, 3].sum(1) + [4]).unsqueezed(-1)", [4, 1]),
        ("[2, 3].T", [3, 2]), ("[2, 3, 4].mean(0, -1)", [3]), ("[2, 6].reshaped(3, -1)", [3, 4]), ("[]", []),
        ("[0, 3] + [1, 3]", [0, 3]), ("[2, 3].sum()", []),
    ])
    func `come out as they should`(_ text: String, _ expected: [Int]) throws { #expect(try shape(text) == expected) }

    /// Every pair of small shapes, as the engine computes them.
    @Test func `are those of the engine's tensors`() throws {
        let shapes = [[], [1], [2], [3], [1, 2], [2, 1], [2, 3], [3, 2], [2, 2, 3], [1, 3, 2]]
        for a in shapes {
            for b in shapes {
                let (x, y) = (Tensor.zeros(a), Tensor.zeros(b))
                if let sum = try shape("\(a) + \(b)") { #expect((x + y).shape == sum, "\(a) + \(b)") }
                if let product = try shape("\(a) @ \(b)") { #expect(x.matmul(y).shape == product, "\(a) @ \(b)") }
            }
        }
    }

    @Test(arguments: [
        (
            "[64, 10] + [64]", "axis -1 is 10 on the left and 64 on the right",
            "unsqueezed(-1) on the right: [64, 1], and [64, 10] comes out"
        ),
        (
            "[64, 784] @ [30, 784]", "inner sizes differ: the left has 784 columns, the right 30 rows",
            ".T on the right: [784, 30], and [64, 30] comes out"
        ),
        ("2 @ [3]", "a single number is not a matrix", "*"),
        ("[2, 3].sum(2)", "there is no such axis", "axes from 0 to 1, or from -2 to -1"),
        ("[2, 3].sum(0, 0)", "an axis occurs twice", "sum(0): each axis once"),
        ("[2, 3, 4].mean(1, 0, -2)", "an axis occurs twice", "mean(0, 1): each axis once; -2 is axis 1"),
        ("[2, 3].reshaped(4, -1)", "6 numbers do not fill it", "lengths whose product is 6, at most one of them -1"),
        ("[3].T", "there are no two axes to exchange", "unsqueezed(0), which makes a row"),
    ])
    func `that do not fit get a reason and a way out`(_ text: String, _ problem: String, _ advice: String) throws {
        let explanation = try Explanation(of: ShapeExpression(text))
        #expect(explanation.shape == nil && explanation.steps.last?.problem == problem)
        #expect(explanation.steps.last?.advice.first == advice)
    }

    @Test func `are explained step by step, until one fails`() throws {
        let steps = try Explanation(of: ShapeExpression("([2, 3] @ [3, 4]) + [5] + [6]")).steps
        #expect(steps.map(\.title) == ["[2, 3] @ [3, 4]", "[2, 4] + [5]"])
        #expect(
            steps[0].page(.plain) == """
                [2, 3] @ [3, 4]
                  left   [2, 3]
                  right  [3, 4]
                  inner sizes agree: 3 columns on the left, 3 rows on the right; they go
                  [2, 4]  8 numbers
                """)
    }

    @Test(arguments: [
        "", "[", "[2", "[2,]", "[2, x]", "[-1]", "[2] +", "[2] [3]", "(", ")", "[2].", "[2].relu", "[2].unsqueezed()",
        "[99999999999999999999]", "[2].sum(", "+", "é", "[2] + ([3]", "1..2", "1.2.3", "²",
        String(repeating: "(", count: 5000),
    ])
    func `that cannot be read are refused`(_ text: String) {
        #expect(throws: Refusal.self) { try Explanation(of: ShapeExpression(text)) }
    }

    @Test func `with a number that is too long are refused for that`() {
        let text = "[2, -99999999999999999999]"
        let refusal = #expect(throws: Refusal.self) { try Explanation(of: ShapeExpression(text)) }
        #expect(refusal?.description == "-99999999999999999999 has more digits than a whole number can have here")
    }

    @Test(arguments: ["1" + String(repeating: "+1", count: 60_000), "[2, 3]" + String(repeating: ".T", count: 60_000)])
    func `of endless expressions are refused before they are a tree too deep to walk`(_ text: String) {
        let refusal = #expect(throws: Refusal.self) { try Explanation(of: ShapeExpression(text)) }
        #expect(refusal?.description == "expected at most 1000 operations and methods in an expression")
    }

    /// 2⁶² · 4 is 0 in 64 bits, which [0] would fill.
    @Test func `are not reshaped where the count of their numbers overflows`() throws {
        for text in ["[4611686018427387904, 4].reshaped(0)", "[4].reshaped(4611686018427387905, 4)"] {
            let explanation = try Explanation(of: ShapeExpression(text))
            #expect(explanation.shape == nil, "\(text)")
            #expect(explanation.steps.last?.problem == "these are more numbers than a machine can count")
        }
        #expect(try shape("[4611686018427387904, 4, 0].reshaped(0, 7)") == [0, 7])
    }

    @Test func `may be too large to count`() throws {
        let explanation = try Explanation(of: ShapeExpression("[9000000000, 9000000000] + 1"))
        #expect(explanation.steps[0].page(.plain).contains("more numbers than a machine can count"))
    }
}
