// Our einsum: as in PyTorch, as the engine's, and clear about what is wrong.

import Chapter17
import Tensors
import TestSupport
import Testing

private typealias Ours = EinsteinSummation

@Suite struct `17.6 Einstein summation` {
    static let x = Tensor(shape: [2, 3], (0..<6).map { Float($0 - 2) / 2 })

    /// Equations, operands and PyTorch's results: halves and whole numbers, so nothing is rounded.
    static let cases: [(text: String, operands: [Tensor], result: [Float])] = {
        func counted(_ shape: [Int], _ modulus: Int, _ shift: Int) -> Tensor {
            Tensor(shape: shape, (0..<shape.reduce(1, *)).map { Float($0 % modulus - shift) })
        }
        let (w, c, square) = (counted([3, 4], 5, 2), counted([2, 4], 3, 1), counted([3, 3], 9, 3))
        return [
            ("ij->ji", [x], [-1, 0.5, -0.5, 1, 0, 1.5]), ("ij->i", [x], [-1.5, 3]), ("ij->j", [x], [-0.5, 0.5, 1.5]),
            ("ij->", [x], [1.5]), ("ii->", [square], [3]), ("ii->i", [square], [-3, 1, 5]),
            ("iij->ij", [counted([2, 2, 3], 12, 0)], [0, 1, 2, 9, 10, 11]),
            ("iji->j", [counted([2, 3, 2], 12, 0)], [7, 11, 15]), ("bi,ij,bj->b", [x, w, c], [0.5, 4.5]),
            (
                "bik,bkj->bij", [counted([2, 2, 3], 5, 2), counted([2, 3, 4], 7, 3)],
                [5, 2, -1, 3, 3, 4, 5, -8, 1, -6, 1, 1, 3, 9, -6, -7]
            ),
            ("ck,kij->cij", [x, counted([3, 2, 2], 4, 1)], [1.5, 0, -1.5, -3, -3, 0, 3, 6]),
            ("i,i,i->", [Tensor([1, 2, 3]), Tensor([1, 2, 3]), Tensor([1, 2, 3])], [36]),
            (",i->i", [Tensor(2), Tensor([1, 2])], [2, 4]), ("->", [Tensor(5)], [5]),
        ]
    }()

    @Test(arguments: cases.indices) func `is PyTorch's and the engine's`(_ number: Int) throws {
        let (text, operands, result) = Self.cases[number]
        let found = try Ours.einsum(text, operands)
        #expect(found.scalars == result, "\(text)")
        #expect(einsum(text, operands).scalars == result && found.shape == einsum(text, operands).shape, "\(text)")
    }

    @Test(arguments: ["ik,kj->ij", "ik,kj->ji", "ik,kj->", "ik,kj->k", "ik,kj->ikj", "ik,lj->ijkl"], Seeds.all)
    func `agrees with the engine on random matrices`(_ text: String, _ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (a, b) = (Tensor.randn(4, 5, using: &random), Tensor.randn(5, 3, using: &random))
        expectClose(try Ours.einsum(text, a, b), einsum(text, a, b), absolute: 1e-5)
    }

    @Test func `takes views, empty axes, and spaces`() throws {
        let (a, b) = (Tensor([[1, 2], [3, 4], [5, 6]]), Tensor([[7, 8, 9, 10], [11, 12, 13, 14]]))
        #expect(try Ours.einsum("k i, j k -> i j", a.T, b.T).scalars == a.matmul(b).scalars)
        #expect(try Ours.einsum("ik,kj->ij", .zeros(2, 0), .zeros(0, 3)).scalars == [0, 0, 0, 0, 0, 0])
    }

    @Test func `reads an equation`() throws {
        let equation = try Equation("bi, ij, bj -> b")
        #expect(equation.operands == [["b", "i"], ["i", "j"], ["b", "j"]] && equation.result == ["b"])
        #expect(try equation.lengths([[2, 3], [3, 4], [2, 4]]) == ["b": 2, "i": 3, "j": 4])
        #expect(try Equation("->").operands == [[]])
    }

    @Test(
        arguments: [
            ("ik,kj", .arrows(0)), ("ik,kj->i->j", .arrows(2)), ("", .arrows(0)), ("i1,1j->ij", .notALetter("1")),
            ("iö,öj->ij", .notALetter("ö")), ("ik.kj->ij", .notALetter(".")), ("ik,kj->iz", .resultHasUnknown("z")),
            ("ik,kj->ii", .resultHasTwice("i")), ("ik->ki", .operands(described: 1, given: 2)),
            ("ik,kj,->ij", .operands(described: 3, given: 2)), ("ikj,kj->ij", .axes(operand: 0, letters: 3, axes: 2)),
            ("ik,j->ij", .axes(operand: 1, letters: 1, axes: 2)), ("ki,kj->ij", .lengths("k", 2, 3)),
            ("ii,kj->i", .lengths("i", 2, 3)),
        ] as [(String, EquationError)])
    func `refuses what makes no sense, and says why`(_ text: String, _ error: EquationError) {
        #expect(throws: error) { try Ours.einsum(text, .ones(2, 3), .ones(3, 4)) }
        #expect("\(error)".count > 10 && !"\(error)".contains("EquationError"))
    }

    @Test func `does not repeat a 1`() {
        #expect(throws: EquationError.lengths("k", 1, 3)) { try Ours.einsum("ik,kj->ij", .ones(2, 1), .ones(3, 4)) }
    }
}
